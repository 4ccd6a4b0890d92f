// Sorts tables by their headers. Every row carries its keys: its place, its rank by title, its date, its count.
"use strict";
// The order and what a list is narrowed to stand in the address, so that Back and a shared link show the same.
const shownAs = new URLSearchParams(location.search);
const keep = (name, value) => {
    if (value) shownAs.set(name, value); else shownAs.delete(name);
    keepAddress(shownAs);
};
for (const table of all("table[data-sortable]")) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = all("th[data-sort]", table);
    const place = new Map(rows.map((row, index) => [row, index]));
    const keys = {
        order: row => place.get(row),
        number: row => Number(row.dataset.number),
        title: row => Number(row.dataset.title),
        // Dates without a year, and no date at all, come last in either direction.
        date: row => /^\d/.exec(one("time", row)?.dateTime ?? "")?.input ?? null,
        status: row => one(".status", row)?.textContent ?? null,
        count: row => Number([...row.cells].pop().textContent.replace(/\D/g, "")),
    };
    const sort = (head, descending) => {
        const key = keys[head.dataset.sort];
        const sorted = rows.map(row => [key(row), row]).sort(([a, x], [b, y]) => {
            if (a === b) return place.get(x) - place.get(y);
            if (a === null || b === null) return a === null ? 1 : -1;
            return (a < b ? -1 : 1) * (descending ? -1 : 1);
        });
        body.append(...sorted.map(([, row]) => row));
        for (const other of heads) other.ariaSort = null;
        head.ariaSort = descending ? "descending" : "ascending";
    };
    for (const head of heads) {
        const button = made("button", { className: "sort", type: "button" });
        button.append(...head.childNodes);
        head.append(button);
        // What is newest or largest comes first at the first press.
        const late = ["date", "count"].includes(head.dataset.sort);
        button.addEventListener("click", () => {
            sort(head, head.ariaSort ? head.ariaSort === "ascending" : late);
            keep("xep", (head.ariaSort === "descending" ? "-" : "") + head.dataset.sort);
        });
    }
    const asked = heads.find(head => head.dataset.sort === shownAs.get("xep")?.replace("-", ""));
    if (asked) sort(asked, shownAs.get("xep").startsWith("-"));
}

// Narrows a list that stands on one page as one types; a longer one is searched as a whole, on the search page.
const filter = one(".list-filter");
if (filter && !one(".pager")) {
    const rows = all("tbody tr").map(row => [row, bare(row.textContent)]);
    // Its name is not that of boxes which search the site, so no list of answers covers the rows.
    const box = filter.elements.loc;
    filter.onsubmit = event => event.preventDefault();
    filter.oninput = () => {
        const words = bare(box.value).split(/\s+/);
        const left = rows.filter(([row, text]) => !(row.hidden = !words.every(word => text.includes(word))));
        one("output", filter).value = box.value && `${left.length}/${rows.length}`;
        keep("loc", box.value.trim());
    };
    box.value = shownAs.get("loc") ?? "";
    if (box.value) filter.oninput();
}

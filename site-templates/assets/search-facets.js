// The filters of the search page: values with their counts beside the results, in a sheet on a narrow screen, and one
// chip for each filter in use. Rows that stay are kept as they are, so that the focus stays with them.
"use strict";

(() => {
  const { element, strings, word } = tracuu.client;
  const { withFilter, yearsText } = tracuu.searchState;
  /** Values shown before “all”. */
  const FEW = 6;

  const byId = (name) => document.getElementById(name);
  const form = byId("search-facets");
  const chips = byId("search-chips");
  const sheet = byId("search-sheet");
  const groups = [...form.querySelectorAll("fieldset")];
  const years = groups.find((group) => group.dataset.facet === "year").querySelectorAll("select");

  /** Names of values seen so far, by facet and value: those of kinds and statuses are the interface's words. */
  const labels = new Map();
  const labelOf = (facet, value) =>
    (facet === "year" ? yearsText(value) : strings[`${facet}-${value}`] ?? labels.get(`${facet} ${value}`) ?? value);
  const isContent = (facet) => facet !== "status" && facet !== "kind" && facet !== "year";

  /** Brings the children of a list in line without moving those that stay. */
  const fill = (list, rows) => {
    if (rows.length === list.children.length && rows.every((row, k) => row === list.children[k])) return;
    const focused = document.activeElement;
    list.replaceChildren(...rows);
    if (focused !== document.activeElement && focused.isConnected) focused.focus();
  };

  const showValues = (group, values, chosen) => {
    const { facet } = group.dataset;
    const [list, more] = [group.querySelector("ul"), group.querySelector("button")];
    const present = new Map([...list.children].map((row) => [row.querySelector("input").value, row]));
    const all = values.concat(chosen.filter((value) => !values.some((each) => each.value === value)).map((value) => ({ value, count: 0 })));
    const rows = all.map(({ value, label, count }) => {
      if (label) labels.set(`${facet} ${value}`, label);
      const row = present.get(value) ?? element("li", {}, element(
        "label", {}, element("input", { type: "checkbox", value }), element("span", { lang: isContent(facet) && "vi" }), element("span", { class: "count" }),
      ));
      const [box, name, number] = row.firstChild.children;
      box.checked = chosen.includes(value);
      name.textContent = labelOf(facet, value);
      number.textContent = count.toLocaleString(strings.language === "en" ? "en" : "de");
      return row;
    });
    fill(list, rows);
    more.hidden = rows.length <= FEW + 1 || list.classList.contains("is-whole");
    list.classList.toggle("is-long", rows.length > FEW + 1);
    group.hidden = rows.length === 0;
  };

  const showYears = (group, values, chosen) => {
    const known = values.map(({ value, count }) => [Number(value), count]).filter(([year]) => year);
    for (const year of chosen ?? []) if (year && !known.some(([each]) => each === year)) known.push([year, 0]);
    known.sort((a, b) => b[0] - a[0]);
    years.forEach((select, k) => {
      const options = known.map(([year, count]) => element("option", { value: year }, `${year} (${count})`));
      select.replaceChildren(select.options[0], ...options);
      select.value = String(chosen?.[k] ?? "");
    });
    group.hidden = known.length === 0;
  };

  /**
   * Shows the counts of an answer and what of them is chosen.
   * @param {Record<string, {value: string, label?: string, count: number}[]>} facets
   */
  const show = (facets, filters) => {
    for (const group of groups) {
      const { facet } = group.dataset;
      const values = facets[facet] ?? [];
      if (facet === "year") showYears(group, values, filters.year);
      else showValues(group, values, filters[facet] ?? []);
    }
    form.hidden = groups.every((group) => group.hidden);
    byId("search-open").hidden = form.hidden;
    const count = Object.values(filters).flat().length - (filters.year ? 1 : 0);
    byId("search-open").textContent = word(count ? "facets-used" : "facets", { n: count });
  };

  /** One chip for each filter in use. @param {(filters: Record<string, any>) => void} change */
  const showChips = (filters, change) => {
    const chip = (name, left) => element("button", {
      type: "button", click: () => {
        change(left);
        byId("search-query").focus();
      },
    }, ...name);
    const all = Object.entries(filters).flatMap(([facet, value]) => (facet === "year" ? [[facet, value]] : value.map((each) => [facet, each])));
    const made = all.map(([facet, value]) => chip([
      element("span", { class: "visually-hidden" }, word("drop")), `${word(`facet-${facet}`)}: `,
      element("span", { lang: isContent(facet) && "vi" }, labelOf(facet, value)), element("span", { class: "chip-cross", "aria-hidden": "true" }),
    ], withFilter(filters, facet, value, false)));
    if (made.length > 1) made.push(chip([word("drop-all")], {}));
    chips.replaceChildren(...made);
    chips.hidden = made.length === 0;
  };

  /** Tells of every choice. @param {(change: (filters: Record<string, any>) => Record<string, any>) => void} change */
  const listen = (change) => {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      const { facet } = event.target.closest("fieldset").dataset;
      if (facet !== "year") return change((filters) => withFilter(filters, facet, event.target.value, event.target.checked));
      let [first, last] = [...years].map((select) => Number(select.value) || null);
      if (first && last && first > last) [first, last] = [last, first];
      change((filters) => withFilter(filters, "year", [first, last], first !== null || last !== null));
    });
    for (const group of groups) {
      group.querySelector("button")?.addEventListener("click", (event) => {
        const list = group.querySelector("ul");
        list.classList.add("is-whole");
        event.target.hidden = true;
        list.children[FEW]?.querySelector("input").focus();
      });
    }
    byId("search-open").addEventListener("click", () => sheet.showModal());
    // A press beside the sheet closes it.
    sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
    byId("search-close").addEventListener("click", () => sheet.close());
    const wide = matchMedia("(width >= 64rem)");
    const place = () => {
      if (wide.matches) sheet.close();
      (wide.matches ? byId("search-side") : sheet.querySelector(".sheet-body")).append(form);
    };
    wide.addEventListener("change", place);
    place();
  };

  tracuu.searchFacets = { labelOf, listen, show, showChips };
})();

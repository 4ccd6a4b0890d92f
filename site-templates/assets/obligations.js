// Filters the register of obligations by who, state and due date; without a script all of it is shown. The choice stands in the
// address, as that of other lists does.
"use strict";
(() => {
    const form = document.getElementById("_filter");
    if (!form) return;
    const rows = [...document.querySelectorAll("tr[data-who]")];
    const count = document.getElementById("_count");
    const fields = { who: "ai", state: "tinh-trang", when: "han" };
    const field = key => document.getElementById("_" + key);
    for (const key of ["who", "state"]) {
        const values = new Set(rows.map(row => row.dataset[key]).filter(Boolean));
        field(key).append(...[...values].map(value => new Option(value)));
    }
    form.hidden = false;
    const filter = () => {
        for (const row of rows) row.hidden = Object.keys(fields).some(key => field(key).value && row.dataset[key] !== field(key).value);
        for (const group of document.querySelectorAll("[data-group]")) group.hidden = !group.querySelector("tbody tr:not([hidden])");
        count.textContent = count.textContent.replace(/^[\d.,]+/, rows.filter(row => !row.hidden).length);
    };
    form.addEventListener("change", () => {
        for (const key in fields) keep(fields[key], field(key).value);
        filter();
    });
    for (const key in fields) {
        field(key).value = shownAs.get(fields[key]) ?? "";
        // What no row has is no choice.
        if (field(key).selectedIndex < 0) field(key).value = "";
    }
    if (Object.keys(fields).some(key => field(key).value)) filter();
})();

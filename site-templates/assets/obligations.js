// Filters the register of obligations by who, state and due date; without a script all of it is shown.
"use strict";
(() => {
    const form = document.getElementById("_filter");
    if (!form) return;
    const rows = [...document.querySelectorAll("tr[data-who]")];
    const count = document.getElementById("_count");
    const keys = ["who", "state", "when"];
    for (const key of ["who", "state"]) {
        const values = new Set(rows.map(row => row.dataset[key]).filter(Boolean));
        document.getElementById("_" + key).append(...[...values].map(value => new Option(value)));
    }
    form.hidden = false;
    form.addEventListener("change", () => {
        const wanted = keys.map(key => document.getElementById("_" + key).value);
        for (const row of rows) row.hidden = !keys.every((key, i) => !wanted[i] || row.dataset[key] === wanted[i]);
        for (const group of document.querySelectorAll("[data-group]")) group.hidden = !group.querySelector("tbody tr:not([hidden])");
        count.textContent = count.textContent.replace(/^[\d.,]+/, rows.filter(row => !row.hidden).length);
    });
})();

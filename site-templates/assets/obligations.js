// Filters the register of obligations by who, state and due date; without a script all of it is shown. The choice stands in the
// address, as that of other lists does.
"use strict";
(() => {
    const form = one("#_filter");
    if (!form) return;
    const rows = all("tr[data-who]"), fields = [...form.elements], count = one("#_count");
    // A field has the name of its key of the rows in its own, and its name in the address.
    const valueOf = (row, field) => row.dataset[field.id.slice(1)];
    for (const field of fields.slice(0, 2)) {
        const values = new Set(rows.map(row => valueOf(row, field)).filter(Boolean));
        field.append(...[...values].map(value => new Option(value)));
    }
    form.hidden = false;
    const filter = () => {
        for (const row of rows) row.hidden = fields.some(field => field.value && valueOf(row, field) !== field.value);
        for (const group of all("[data-group]")) group.hidden = !one("tbody tr:not([hidden])", group);
        count.textContent = count.textContent.replace(/^[\d.,]+/, rows.filter(row => !row.hidden).length);
    };
    form.onchange = () => {
        for (const { name, value } of fields) keep(name, value);
        filter();
    };
    for (const field of fields) {
        field.value = shownAs.get(field.name) ?? "";
        // What no row has is no choice.
        if (field.selectedIndex < 0) field.value = "";
    }
    if (fields.some(({ value }) => value)) filter();
})();

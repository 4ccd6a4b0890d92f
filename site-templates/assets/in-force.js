// Lists the documents in a state on a day that the reader picks, from the columns that the site builder wrote.
// Only the rows on show are loaded, a data file for every few hundred documents.
"use strict";
(() => {
    const form = one("#_pick");
    const table = one("#_documents");
    if (!form || !table) return;
    let data;
    const names = ["day", "type", "state", "order", "more", "count", "as-of", "nothing", "table", "note"];
    const [day, type, state, order, more, count, asOf, nothing, file, note] = names.map(name => one("#_" + name));
    const fields = [day, type, state, order];
    const first = fields.map(field => field.value);
    const ended = ["not-yet", "expired", "replaced", "suspended"];
    const shards = [];

    // A file that did not come is asked for again with the next choice.
    const load = shard => shards[shard] ??= tracuu.shard(`hieu-luc/hang-${shard}`).catch(error => {
        delete shards[shard];
        throw error;
    });
    // A row of the page, to be filled with others' words.
    const model = one("tr:has(.row-issuer)", table) ?? table.tBodies[0].rows[0];
    const undated = one("tbody", one("#_undated").content);
    const unfiltered = note.textContent;
    let found = [], shown = 0, turn = 0;
    const valuesOf = async place => (await load(Math.floor(place / data.shard)))[place % data.shard];
    const show = async () => {
        const now = ++turn;
        const batch = found.slice(shown, shown + 50);
        const rows = await Promise.all(batch.map(async ([place, code]) => {
            const [label, title, path, date, issuers] = await valuesOf(place);
            const row = model.cloneNode(true);
            const put = (name, text) => {
                const part = one(name, row);
                if (part) part.textContent = text;
                return part;
            };
            put("a", label).href = form.dataset.root + path + (day.value === first[0] ? "" : `?ngay=${day.value}`);
            put(".row-title", title);
            put(".row-issuer", issuers);
            put(".date-cell", date);
            put(".status", data.states[code][1]).className = "status status-" + data.states[code][0];
            return row;
        }));
        if (now !== turn) return;
        if (!shown) [...table.tBodies].forEach((part, i) => i ? part.remove() : part.replaceChildren());
        // What has no date stands in a group of its own.
        batch.forEach(([place], i) => {
            const isApart = place >= data.undated && order.value !== "2";
            if (isApart && !table.tBodies[1]) table.append(undated.cloneNode(true));
            table.tBodies[isApart ? 1 : 0].append(rows[i]);
        });
        shown += batch.length;
        more.hidden = shown >= found.length;
    };
    const pick = () => {
        const date = Number(day.value.replaceAll("-", ""));
        nothing.textContent = date ? "" : nothing.dataset.impossible;
        if (!date) return;
        asOf.textContent = dayWords(day.value);
        // The introduction speaks of what is shown.
        const chosen = (type.value ? [type, state] : state.value ? [state] : []).map(field => field.selectedOptions[0].text);
        note.textContent = chosen.length ? `${note.dataset.chosen} ${chosen.join(", ")}.` : unfiltered;
        found = [];
        data.spans.forEach((spans, place) => {
            const code = stateOn(spans, date);
            if (code < 0 || (type.value && data.type[place] !== Number(type.value))) return;
            if (state.value ? code === Number(state.value) : !ended.includes(data.states[code][0])) found.push([place, code]);
        });
        // What has no date comes last in either direction.
        const key = [, ([place]) => place < data.undated ? -place : 1, ([, code]) => code][order.value];
        if (key) found.sort((a, b) => key(a) - key(b));
        shown = 0;
        one("#_pages").hidden = true;
        const tally = new Map();
        for (const [, code] of found) tally.set(data.states[code][1], (tally.get(data.states[code][1]) ?? 0) + 1);
        count.textContent = [count.textContent.replace(/^[\d.,]+/, found.length).replace(/(, | · ).*/, ""),
            ...[...tally].sort((a, b) => a[1] - b[1]).map(([word, n]) => `${n} ${word[0].toLowerCase()}${word.slice(1)}`)].join(" · ");
        if (!found.length) nothing.textContent = nothing.dataset.none;
        show();
    };
    // The file beside the list has every document; whoever has chosen some gets those.
    file.onclick = event => {
        if (!turn) return;
        event.preventDefault();
        withScript(file.dataset.script, "tracuuDocuments", file.dataset, found, valuesOf, data.states, day.value);
    };
    form.onsubmit = event => event.preventDefault();
    // Without its data the form stays hidden, and the page lists what is in force on the day of the build.
    tracuu.shard("hieu-luc/cot").then(columns => {
        data = columns;
        type.append(...data.types.map((name, i) => new Option(name, i)));
        state.append(...data.states.map(([, word], i) => new Option(word, i)));
        form.hidden = false;
        // The choice stands in the address, and Back undoes it.
        const read = () => {
            const asked = new URLSearchParams(location.search);
            fields.forEach((field, i) => { field.value = asked.get(field.name) ?? first[i]; });
            return location.search.length > 1;
        };
        form.onchange = () => {
            const asked = new URLSearchParams();
            fields.forEach((field, i) => { if (field.value !== first[i]) asked.set(field.name, field.value); });
            keepAddress(asked, "pushState");
            pick();
        };
        onpopstate = () => { read(); pick(); };
        more.onclick = show;
        if (read()) pick();
    }, () => {});
})();

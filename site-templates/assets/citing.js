// The panel of a heading: how each unit below it is cited, and what can be done with the part: copied, printed, downloaded. It is
// loaded when a reader first asks for it.
"use strict";
if (!globalThis.tracuuPart) (() => {
    const part = panel.content.firstElementChild, select = one("select", part);
    let heading;
    part.onclick = ({ target: { dataset } }) => {
        const parts = [heading, ...after(part, next => isHeading(next) && next.tagName <= heading.tagName)];
        if (dataset.download) tracuuDownload(parts, one("#_citation").textContent, dataset.download);
        if (!dataset.print) return;
        const mark = isOn => {
            body.classList.toggle("prints-part", isOn);
            for (const each of parts) each.classList.toggle("to-print", isOn);
        };
        mark(true);
        addEventListener("afterprint", () => mark(false), { once: true });
    };
    globalThis.tracuuPart = permalink => {
        part.remove();
        heading = permalink.previousElementSibling;
        const below = after(heading).flatMap(next => [next, ...all(".provision", next)]);
        const cited = [heading, ...below].filter(next => next.id && cite(next));
        select.replaceChildren(...cited.map(next => new Option(cite(next), next.id)));
        if (!cited.length) return;
        permalink.after(part);
        (select.onchange = () => {
            one("#_cite-text").textContent = `${select.selectedOptions[0].text} ${one("#_citation").textContent}`;
            one("#_cite-link").textContent = new URL(`#${select.value}`, location);
        })();
    };
})();

// The page of a record: what opens, copies and follows while the reader reads. Without it everything can still be read.
"use strict";
const one = (selector, root = document) => root.querySelector(selector);
const body = one(".body"), outline = one(".outline"), card = one(".card"), strip = one(".strip"), here = one(".strip-here");

// Where there is room, the outline stands open; its button then has nothing to do.
const wide = matchMedia("(width >= 76rem)");
const unfold = () => {
    if (!outline) return;
    outline.open = wide.matches;
    outline.firstElementChild.tabIndex = wide.matches ? -1 : 0;
};
unfold();
wide.onchange = unfold;

// The strip comes when the card has gone by. It names the unit that one is at, and opens the outline there.
if (strip) {
    new IntersectionObserver(([seen]) => {
        strip.classList.toggle("is-stuck", !seen.isIntersecting && seen.boundingClientRect.top < 0);
        nameUnit();
    }, { rootMargin: "-48px 0px 0px" }).observe(card);
    one(".strip-search").onclick = event => {
        event.preventDefault();
        one("#_site-search").focus();
    };
}
// Beside the text, where there is room: what the unit that one is at cites, and what was done to it.
const beside = one(".beside");
const showBeside = heading => {
    if (!beside || !wide.matches) return;
    const notes = [], links = new Map();
    for (let next = heading?.nextElementSibling; next && !/^H\d$/.test(next.tagName); next = next.nextElementSibling) {
        if (next.matches(".provision-note")) notes.push(next.cloneNode(true));
        for (const link of next.querySelectorAll(".cite")) links.set(link.href, link);
    }
    const cited = [...links.values()].map(link => {
        const line = document.createElement("p");
        line.append(link.cloneNode(true), link.dataset.card ? `: ${link.dataset.card}` : "");
        return line;
    });
    beside.hidden = !notes.length && !cited.length;
    beside.firstElementChild.textContent = heading?.textContent ?? "";
    beside.lastElementChild.replaceChildren(...notes, ...cited.slice(0, 8));
};
const nameUnit = () => {
    const current = outline && one("[aria-current]", outline);
    if (!here || !current || !strip.matches(".is-stuck")) return;
    here.textContent = current.textContent;
    showBeside(document.getElementById(current.hash.slice(1)));
};
const call = isCalled => {
    if (!outline) return;
    outline.classList.toggle("is-called", isCalled);
    outline.open = isCalled;
    if (isCalled) one("[aria-current]", outline)?.scrollIntoView({ block: "center" });
};
if (here) here.onclick = event => {
    if (wide.matches) return;
    event.preventDefault();
    call(!outline.classList.contains("is-called"));
};

// The outline follows the reading position.
if (outline) {
    const links = [...outline.querySelectorAll("a")];
    const places = links.map(link => document.getElementById(link.hash.slice(1)));
    let current, waiting;
    const follow = () => {
        waiting = false;
        let low = 0, high = links.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (places[middle]?.getBoundingClientRect().top <= 120) low = middle + 1; else high = middle;
        }
        const link = links[Math.max(0, low - 1)];
        if (link === current) return;
        if (current) current.ariaCurrent = null;
        current = link;
        link.ariaCurrent = "true";
        nameUnit();
        const frame = outline.getBoundingClientRect(), box = link.getBoundingClientRect();
        if (box.top < frame.top || box.bottom > frame.bottom) outline.scrollTop += box.top - frame.top - frame.height / 3;
    };
    onscroll = () => { waiting ||= requestAnimationFrame(follow); };
    // What comes near the window is laid out on the way, and moves what stands below it.
    onscrollend = () => setTimeout(follow, 99);
    follow();
    outline.onclick = event => { if (!wide.matches && event.target.closest("a")) call(false); };
}

// Citations, from small to large: “điểm a khoản 2 Điều 5 Nghị định số …”. Anchors hold the path from large to small; where
// they do not tell it, as for the second of two alike, the builder wrote how the unit is cited, or that it is not.
const units = { "tieu-muc": "Tiểu mục", "phu-luc": "Phụ lục", phan: "Phần", chuong: "Chương", muc: "Mục", dieu: "Điều", khoan: "khoản", diem: "điểm" };
const cite = part => part.dataset.cite ?? (Object.keys(units).some(unit => part.classList.contains(unit))
    ? [...part.id.matchAll(/(tieu-muc|phu-luc|phan|chuong|muc|dieu|khoan|diem)(?:-(?!(?:tieu-muc|phu-luc|phan|chuong|muc|dieu|khoan|diem)(?:-|$))(.*?))?(?=-(?:tieu-muc|phu-luc|phan|chuong|muc|dieu|khoan|diem)(?:-|$)|$)/g)]
        .reverse().map(([, unit, slug = ""]) => `${units[unit]} ${printed(slug, /^[^kd]|^dieu/.test(unit))}`.trim()).join(" ")
    : "");
const printed = (slug, isCapital) => {
    const label = slug === "dd" ? "đ" : slug.replaceAll("-", ".");
    return isCapital && /^([ivxl]+|[a-zđ])$/.test(label) ? label.toUpperCase() : label;
};
const panel = one("#_cite-panel")?.content.firstElementChild;
if (panel) body?.addEventListener("click", event => {
    const permalink = event.target.closest(".permalink"), heading = permalink?.previousElementSibling;
    if (!heading) return;
    const parts = [heading], select = one("select", panel);
    panel.remove();
    for (let next = heading.nextElementSibling; next && !next.matches("h2, h3, h4, h5, h6"); next = next.nextElementSibling)
        parts.push(next, ...next.querySelectorAll(".provision"));
    select.replaceChildren(...parts.flatMap(part => part.id && cite(part) ? new Option(cite(part), part.id) : []));
    if (!select.length) return;
    permalink.after(panel);
    (select.onchange = () => {
        one("#_cite-text").textContent = `${select.selectedOptions[0].text} ${one("#_citation").textContent}`;
        one("#_cite-link").textContent = new URL(`#${select.value}`, location);
    })();
});

document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy], [data-print], [data-seek], [data-download]");
    if (!button) return;
    if (button.matches("[data-seek]")) {
        scrollBy(0, card.getBoundingClientRect().bottom - 40);
        strip.classList.add("is-stuck");
        if (!wide.matches) call(true);
        return one("#_find").focus();
    }
    // The heading over the panel, and what stands below it.
    const partOf = heading => {
        const parts = [heading];
        for (let next = panel.nextElementSibling; next && !(/^H\d$/.test(next.tagName) && next.tagName <= heading.tagName);
            next = next.nextElementSibling) parts.push(next);
        return parts;
    };
    const parts = panel?.isConnected ? partOf(panel.previousElementSibling.previousElementSibling) : [];
    if (button.dataset.download) {
        const make = () => tracuuDownload(parts, one("#_citation").textContent, button.dataset.download);
        if (globalThis.tracuuDownload) return make();
        return document.head.append(Object.assign(document.createElement("script"), { src: button.dataset.script, onload: make }));
    }
    if (button.dataset.print) {
        const mark = isOn => {
            body.classList.toggle("prints-part", isOn);
            for (const part of parts) part.classList.toggle("to-print", isOn);
        };
        mark(true);
        addEventListener("afterprint", () => mark(false), { once: true });
    }
    if (!button.dataset.copy) return print();
    const source = one(`#${button.dataset.copy}`);
    if (navigator.clipboard) await navigator.clipboard.writeText(source.textContent);
    else {
        // Pages of a plain intranet server have no clipboard to ask.
        getSelection().selectAllChildren(source);
        document.execCommand("copy");
    }
    const words = button.dataset.words ??= button.textContent;
    button.textContent = `✓ ${button.dataset.done}`;
    setTimeout(() => { button.textContent = words; }, 2000);
});

// A citation's card opens towards the middle of the window, and goes at Escape.
const place = event => {
    const link = event.target.closest?.(".cite[data-card]");
    if (!link) return;
    const end = [...link.getClientRects()].pop();
    link.classList.remove("cite-quiet");
    link.classList.toggle("cite-back", end.right > innerWidth / 2);
    link.classList.toggle("cite-up", end.bottom > innerHeight * 0.7);
};
body?.addEventListener("pointerover", place);
body?.addEventListener("focusin", place);
addEventListener("keydown", event => {
    if (event.key === "Escape") document.querySelectorAll(".cite:is(:hover, :focus)").forEach(link => link.classList.add("cite-quiet"));
});

// Where nothing hovers, the first touch of a citation shows its card, and the card leads on.
const sheet = one("#_cite-card"), hovers = matchMedia("(hover: hover) and (width >= 40rem)");
if (sheet) {
    body?.addEventListener("click", event => {
        const link = event.target.closest(".cite[data-card]");
        if (!link || hovers.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        one("p", sheet).replaceChildren(...link.dataset.card.split(" · ").map((part, k) =>
            Object.assign(document.createElement(k ? "span" : "strong"), { textContent: part })));
        one("a", sheet).href = link.href;
        sheet.showModal();
    });
    sheet.onclick = event => { if (event.target === sheet || event.target.closest("button")) sheet.close(); };
}

// Addresses that a text leads to are printed at its end, by number.
addEventListener("beforeprint", () => {
    const links = body && !one(".print-addresses") ? [...body.querySelectorAll("a[href^=http]")] : [];
    if (!links.length) return;
    const list = document.createElement("ol");
    list.className = "print-addresses print-only";
    for (const link of links) {
        const number = Object.assign(document.createElement("sup"), { className: "print-only", textContent: list.children.length + 1 });
        link.after(number);
        list.append(Object.assign(document.createElement("li"), { textContent: decodeURI(link.href) }));
    }
    body.append(Object.assign(document.createElement("p"), { className: "print-only", textContent: one(".print-when").dataset.addresses }), list);
});

// Finding words in a long text, with marks or without.
const form = one(".find");
if (form && body) {
    const input = one("input", form), count = one("output", form), marks = globalThis.CSS?.highlights;
    const base = letter => letter === "đ" ? "d" : letter.normalize("NFD")[0];
    let texts, ranges = [], at = -1, timer;
    const search = () => {
        ranges = [];
        at = -1;
        const typed = input.value.normalize("NFC").trim().toLowerCase();
        // One letter for one letter, so that places in the folded text are places in the text.
        const fold = /[^\0-\x7f]/.test(typed) ? text => text : text => text.replace(/[À-ỹ]/g, base);
        if (!texts) {
            texts = [];
            for (const walker = document.createTreeWalker(body, 4); walker.nextNode();) texts.push(walker.currentNode);
        }
        if (typed) for (const node of texts) {
            const text = fold(node.data.toLowerCase());
            for (let from = 0; (from = text.indexOf(typed, from)) >= 0; from += typed.length) {
                const range = new Range();
                range.setStart(node, from);
                range.setEnd(node, from + typed.length);
                ranges.push(range);
            }
        }
        marks?.set("tracuu-find", new Highlight(...ranges));
        marks?.delete("tracuu-find-here");
        count.value = typed && (ranges.length || count.dataset.none);
    };
    const go = step => {
        if (at < 0) search();
        if (!ranges.length) return;
        at = (Math.max(at, step < 0 ? 0 : -1) + step + ranges.length) % ranges.length;
        const range = ranges[at];
        if (marks) marks.set("tracuu-find-here", new Highlight(range));
        else {
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }
        range.startContainer.parentElement.scrollIntoView();
        scrollBy(0, range.getBoundingClientRect().top - innerHeight / 3);
        count.value = `${at + 1}/${ranges.length}`;
    };
    input.oninput = () => { clearTimeout(timer); timer = setTimeout(search, 120); };
    form.onsubmit = event => { event.preventDefault(); clearTimeout(timer); go(1); };
    one("[data-find]", form).onclick = () => go(-1);
}

// The page of a record: what opens, copies and follows while the reader reads. Without it everything can still be read.
"use strict";
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
const isHeading = part => /^H\d$/.test(part.tagName);
/** What comes after a part, up to the first that ends it. */
const after = (part, isEnd = isHeading) => {
    const found = [];
    while ((part = part?.nextElementSibling) && !isEnd(part)) found.push(part);
    return found;
};
const beside = one(".beside");
const showBeside = heading => {
    if (!beside || !wide.matches) return;
    const parts = after(heading), links = new Map(parts.flatMap(part => all(".cite", part)).map(link => [link.href, link]));
    const notes = parts.filter(part => part.matches(".provision-note")).map(note => note.cloneNode(true));
    const cited = [...links.values()].slice(0, 8).map(link => {
        const line = made("p");
        line.append(link.cloneNode(true), link.dataset.card ? `: ${link.dataset.card}` : "");
        return line;
    });
    beside.hidden = !notes.length && !cited.length;
    beside.firstElementChild.textContent = heading?.textContent ?? "";
    beside.lastElementChild.replaceChildren(...notes, ...cited);
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
    const links = all("a", outline);
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
const names = Object.keys(units), boundary = new RegExp(`(?<!tieu)-(?=(?:${names.join("|")})(?:-|$))`);
const printed = piece => {
    const unit = names.find(name => `${piece}-`.startsWith(`${name}-`));
    if (!unit) return [];
    const label = piece.slice(unit.length + 1).replace(/^dd$/, "đ").replaceAll("-", ".");
    // What begins with a capital has its numerals and letters in capitals: “Mục IV”, but “điểm a”.
    const isCapital = /^[^kđ]/.test(units[unit]) && /^([ivxl]+|[a-zđ])$/.test(label);
    return `${units[unit]} ${isCapital ? label.toUpperCase() : label}`.trim();
};
const cite = part => part.dataset.cite
    ?? (part.matches(`.${names.join(", .")}`) ? part.id.split(boundary).reverse().flatMap(printed).join(" ") : "");

// What was copied is said where every reader sees and hears it.
const toast = one(".toast");
let toastTime;
const copy = async text => {
    try { await navigator.clipboard.writeText(text); } catch {
        // Pages of a plain intranet server have no clipboard to ask.
        addEventListener("copy", event => {
            event.clipboardData.setData("text/plain", text);
            event.preventDefault();
        }, { once: true });
        if (!document.execCommand("copy")) return;
    }
    toast.textContent = `✓ ${toast.dataset.done}: ${text}`;
    clearTimeout(toastTime);
    toastTime = setTimeout(() => toast.replaceChildren(), 4000);
};
// The sign beside a heading copies its address, and opens the panel on the part below.
const panel = one("#_cite-panel");
body?.addEventListener("pointerover", ({ target }) => {
    if (target.matches(".permalink")) target.title = toast.dataset.permalink;
});
body?.addEventListener("click", ({ target }) => {
    if (!target.matches(".permalink")) return;
    copy(target.href);
    if (panel) withScript(panel.dataset.script, "tracuuPart", target);
});

document.addEventListener("click", event => {
    const button = event.target.closest("[data-copy], [data-print], [data-seek]");
    if (!button) return;
    if (button.dataset.copy) copy(one(`#${button.dataset.copy}`).textContent);
    else if (button.dataset.print != null) print();
    else {
        scrollBy(0, card.getBoundingClientRect().bottom - 40);
        strip.classList.add("is-stuck");
        if (!wide.matches) call(true);
        one("#_find").focus({ preventScroll: true });
    }
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
    if (event.key === "Escape") for (const link of all(".cite:is(:hover, :focus)")) link.classList.add("cite-quiet");
});

// Where nothing hovers, the first touch of a citation shows its card, and the card leads on.
const sheet = one("#_cite-card"), hovers = matchMedia("(hover: hover) and (width >= 40rem)");
if (sheet) {
    body?.addEventListener("click", event => {
        const link = event.target.closest(".cite[data-card]");
        if (!link || hovers.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const parts = link.dataset.card.split(" · ");
        one("p", sheet).replaceChildren(...parts.map((textContent, k) => made(k ? "span" : "strong", { textContent })));
        one("a", sheet).href = link.href;
        sheet.showModal();
    });
    sheet.onclick = event => { if (event.target === sheet || event.target.closest("button")) sheet.close(); };
}

// Addresses that a text leads to are printed at its end, by number.
addEventListener("beforeprint", () => {
    const links = body && !one(".print-addresses") ? all("a[href^=http]", body) : [];
    if (!links.length) return;
    const list = made("ol", { className: "print-addresses print-only" });
    for (const link of links) {
        link.after(made("sup", { className: "print-only", textContent: list.children.length + 1 }));
        list.append(made("li", { textContent: decodeURI(link.href) }));
    }
    body.append(made("p", { className: "print-only", textContent: one(".print-when").dataset.addresses }), list);
});

// Finding words in a long text, with marks or without.
const form = one(".find");
if (form && body) {
    const input = one("input", form), count = one("output", form), marks = globalThis.CSS?.highlights;
    let texts, ranges = [], at = -1, timer;
    const search = () => {
        ranges = [];
        at = -1;
        const typed = input.value.normalize("NFC").trim().toLowerCase();
        const fold = /[^\0-\x7f]/.test(typed) ? text => text.toLowerCase() : bare;
        if (!texts) {
            texts = [];
            for (const walker = document.createTreeWalker(body, 4); walker.nextNode();) texts.push(walker.currentNode);
        }
        if (typed) for (const node of texts) {
            const text = fold(node.data);
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

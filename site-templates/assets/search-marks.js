// Marks what was asked on a page that was opened from search results, and leads from one place to the next and back to the
// results. The marks are highlights of the browser, so the page itself stays as it was; nothing moves by itself.
"use strict";

(() => {
  const { element, word } = tracuu.client;
  /** More places than these are not marked. */
  const MOST = 2000;

  /** The words of the page's text nodes, folded, as [node, start, end, folded]. */
  const wordsOf = (root) => {
    const folds = new Map();
    const words = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      (node.parentElement.closest("nav, form, script, button, .visually-hidden") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: text, index } of node.data.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
        let folded = folds.get(text);
        if (folded === undefined) folds.set(text, folded = tracuu.syllables(text)[0]?.folded ?? "");
        if (folded) words.push([node, index, index + text.length, folded]);
      }
    }
    return words;
  };

  /** Ranges of the places: runs of typed neighbours where there are any, else single words. @param {string} query */
  const placesOf = (query, root) => {
    const asked = tracuu.syllables(query.replace(/(^|\s)(-\S+|\w+:\S+)/g, " ")).map(({ folded }) => folded);
    const pairs = new Set(asked.slice(1).map((second, k) => `${asked[k]} ${second}`));
    const words = wordsOf(root);
    const isPair = words.map(([node, , , folded], k) => words[k + 1]?.[0] === node && pairs.has(`${folded} ${words[k + 1][3]}`));
    const hasPair = isPair.includes(true);
    const singles = new Set(asked);
    const ranges = [];
    for (let k = 0; k < words.length && ranges.length < MOST; k++) {
      if (hasPair ? !isPair[k] : !singles.has(words[k][3])) continue;
      const range = new Range();
      range.setStart(words[k][0], words[k][1]);
      while (isPair[k]) k++;
      range.setEnd(words[k][0], words[k][2]);
      ranges.push(range);
    }
    return ranges;
  };

  /** @param {string} query what led to this page */
  tracuu.markHits = (query) => {
    const main = document.querySelector("main");
    const places = globalThis.Highlight && main ? placesOf(query, main) : [];
    const back = element("a", { href: `${tracuu.root}tim-kiem/index.html${location.search}` }, word("back-to", { query }));
    const count = element("span", { role: "status" });
    const bar = element("aside", { class: "arrival", "aria-label": word("arrival") }, back, count);
    const mark = (name, ranges) => CSS.highlights.set(`tracuu-${name}`, new Highlight(...ranges));
    let current = -1;

    const go = (step) => {
      if (current < 0) {
        // The first one is that at or below the provision that the address names.
        const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        const below = target ? places.findIndex((range) => !(target.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_PRECEDING)) : 0;
        current = Math.max(0, below) - (step > 0 ? 1 : 0);
      }
      current = (current + step + places.length) % places.length;
      const range = places[current];
      mark("place", [range]);
      range.startContainer.parentElement.closest("details:not([open])")?.setAttribute("open", "");
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 80 || bottom > innerHeight - 120) scrollBy(0, top - innerHeight / 3);
      count.textContent = word("place", { i: current + 1, n: places.length });
    };
    const button = (name, click) => element("button", { type: "button", class: "plain-button", click }, word(name));

    if (places.length) {
      mark("hit", places);
      count.textContent = word("places", { n: places.length });
      bar.append(button("previous-place", () => go(-1)), button("next-place", () => go(1)));
    }
    bar.append(button("unmark", () => {
      globalThis.CSS?.highlights?.clear();
      bar.remove();
    }));
    document.body.append(bar);
  };
})();

// Marks what was asked on a page that was opened from search results, and leads from one place to the next and back to the
// results. The marks are highlights of the browser, so the page itself stays as it was; nothing moves by itself.
"use strict";

(() => {
  const { button, element, word } = tracuu.client;
  /** More places than these are not marked. */
  const MOST = 2000;

  /**
   * Ranges of the places: runs of typed neighbours where there are any, else single words; and how many are the whole phrase.
   * @param {string} query
   */
  const placesOf = (query, root) => {
    const asked = tracuu.syllables(query.replace(/(^|\s)(-|\w+:)\S+/g, " "));
    const words = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (node.parentElement.closest("nav,form,button,svg,.strip,.print-only,.visually-hidden")) continue;
      const { tokens, isSingle, isPair } = tracuu.findWords(node.data, asked);
      tokens.forEach(({ start, end, folded }, k) => words.push({ node, start, end, folded, isSingle: isSingle[k], isPair: isPair[k] }));
    }
    const hasPair = words.some(({ isPair }) => isPair);
    const ranges = [];
    const phrase = asked.map(({ folded }) => folded).join(" ");
    ranges.phrases = 0;
    for (let k = 0; k < words.length && ranges.length < MOST; k++) {
      if (hasPair ? !words[k].isPair : !words[k].isSingle) continue;
      const range = new Range();
      const first = k;
      range.setStart(words[k].node, words[k].start);
      while (words[k].isPair) k++;
      range.setEnd(words[k].node, words[k].end);
      if (k > first && words.slice(first, k + 1).map(({ folded }) => folded).join(" ").includes(phrase)) ranges.phrases++;
      ranges.push(range);
    }
    return ranges;
  };

  /** @param {string} query what led to this page */
  tracuu.markHits = (query) => {
    const places = globalThis.Highlight ? placesOf(query, document.querySelector("main")) : [];
    const n = places.length;
    const count = element("span", { role: "status" }, places.phrases > 0 && word("phrases", { n: places.phrases }), n > places.phrases && (places.phrases > 0 ? " · " : "") + word("places", { n }));
    const mark = (name, ...ranges) => CSS.highlights.set(`tracuu-${name}`, new Highlight(...ranges));
    const topOf = (range) => range.getBoundingClientRect().top;
    let current;

    const go = (step) => {
      // The first one is that below the top of what is in view: below the provision, where the address names one.
      current = current === undefined ? Math.max(0, places.findIndex((range) => topOf(range) > 0)) : (current + step + n) % n;
      mark("place", places[current]);
      const top = topOf(places[current]);
      if (top < 80 || top > innerHeight - 120) scrollBy(0, top - innerHeight / 3);
      count.textContent = word("place", { i: current + 1, n });
    };

    const bar = element("div", { class: "arrival", role: "group", "aria-label": word("arrival") },
      element("a", { href: `${tracuu.root}tim-kiem/index.html${location.search}` }, word("back-to", { query })), count,
      n > 0 && button(word("previous-place"), () => go(-1)), n > 0 && button(word("next-place"), () => go(1)),
      button(word("unmark"), () => {
        if (n) CSS.highlights.clear();
        bar.remove();
      }));
    if (n) mark("hit", ...places);
    (document.querySelector(".strip") ?? document.body).append(bar);
  };
})();

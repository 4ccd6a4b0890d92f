// The search box on every page, before anyone uses it: the keys that lead to it, and the rest of search when it is first
// focused. A page that was opened from search results (?q=) gets its hits marked.
"use strict";
globalThis.tracuu ??= {};

(() => {
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  /** Address of the site's root, ending in a slash. */
  tracuu.root = new URL("..", assets).href;

  const loads = new Map();

  /**
   * Runs scripts of the site in the order given, each once; one that could not be had is asked for again next time.
   * @param {...string} names files of assets/, without extension
   */
  tracuu.scripts = (...names) => Promise.all(names.map((name) => {
    if (!loads.has(name)) {
      loads.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.async = false;
        script.onload = resolve;
        script.onerror = () => {
          loads.delete(name);
          reject(new Error(name));
        };
        script.src = `${assets}${name}.js`;
        document.head.append(script);
      }));
    }
    return loads.get(name);
  }));

  const boxes = [...document.querySelectorAll("form[role=search] input[name=q]")];
  const isSearchPage = document.getElementById("search-form");
  const query = new URLSearchParams(location.search).get("q");

  for (const box of boxes) {
    box.setAttribute("aria-keyshortcuts", "/ Control+K");
    if (isSearchPage) continue;
    if (query) box.value = query;
    // In a folder Firefox takes no address for the page's own, and the policy stops the form; a plain visit it allows.
    if (location.protocol === "file:") {
      box.form.addEventListener("submit", (event) => {
        event.preventDefault();
        location.href = `${box.form.action}?${new URLSearchParams(new FormData(box.form))}`;
      });
    }
    // Without the scripts the form still leads to the search page.
    const start = () => tracuu.scripts("strings", "search-client").then(() => tracuu.combobox(box), () => {});
    box.addEventListener("focus", start, { once: true });
  }

  document.addEventListener("keydown", (event) => {
    const { altKey, ctrlKey, key, metaKey, target } = event;
    const isTyping = target.closest?.("input, textarea, select, [contenteditable]");
    const isAsked = ctrlKey || metaKey ? key.toLowerCase() === "k" : key === "/" && !isTyping;
    const box = isAsked && !altKey && !document.querySelector("dialog[open]") && boxes.find((each) => each.getClientRects().length);
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  if (query && !isSearchPage) {
    tracuu.scripts("strings", "search-client", "search-engine").then(() => tracuu.markHits(query), () => {});
  }
})();

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

  for (const box of boxes) {
    box.setAttribute("aria-keyshortcuts", "/ Control+K");
    // The search page shows its answers itself.
    if (box.form.id === "search-form") continue;
    // In a folder Firefox takes no address for the page's own, and the policy stops the form; a plain visit it allows.
    if (location.protocol === "file:") {
      box.form.addEventListener("submit", (event) => {
        event.preventDefault();
        location.href = `${box.form.action}?${new URLSearchParams(new FormData(box.form))}`;
      });
    }
    box.addEventListener("focus", () => {
      // Without the scripts the form still leads to the search page.
      tracuu.scripts("strings", "search-client", "search-combobox").then(() => tracuu.combobox(box), () => {});
    }, { once: true });
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isFind = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const box = (isSlash || isFind) && boxes.find((each) => each.getClientRects().length > 0);
    if (!box || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  const query = new URLSearchParams(location.search).get("q");
  if (query && !document.getElementById("search-form")) {
    for (const box of boxes) box.value = query;
    tracuu.scripts("strings", "text", "search-client", "search-marks").then(() => tracuu.markHits(query), () => {});
  }
})();

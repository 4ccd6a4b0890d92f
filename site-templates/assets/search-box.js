// The search box on every page, before anyone uses it: the keys that lead to it, and the rest of search (search.js) when it
// is first focused. What is printed says when. A page that was opened from search results (?q=) gets its hits marked.
//
// It also loads data files for all scripts, by one rule: over http it fetches JSON, which the browser lets no page of another
// origin do; from disk, where browsers refuse fetch, disk.js runs the script that holds the same.
"use strict";
globalThis.tracuu ??= {};

(() => {
  /** Address of the site's root, ending in a slash. */
  tracuu.root = new URL("..", document.currentScript.src).href;

  const isOnDisk = location.protocol === "file:";

  /** Runs another script of the site, by its path. */
  tracuu.script = (path) => new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement("script"), { onload: resolve, onerror: reject, src: tracuu.root + path }));
  });

  const disk = isOnDisk && tracuu.script("assets/disk.js");

  /**
   * What a data file holds. One that has not come after twenty seconds counts as missing.
   * @param {string} name its path in the site, without extension
   * @param {string} [bundle] the same of the script that holds it among others, for pages on disk
   */
  tracuu.shard = async (name, bundle) => await disk
    ? tracuu.shardOnDisk(name, bundle)
    : (await fetch(`${tracuu.root}${encodeURI(name)}.json`, { signal: AbortSignal.timeout(20000) })).json();

  const boxes = [...document.querySelectorAll("form[role=search] input[name=q]")];
  const isSearchPage = document.getElementById("search-form");
  const query = new URLSearchParams(location.search).get("q");

  /** What stands under it while the reader wants `/` for nothing. Some browsers refuse storage, and let `/` lead here. */
  const SLASH = "tracuu-no-slash";
  const storage = (() => {
    try {
      return localStorage;
    } catch {
      return {};
    }
  })();
  const choice = document.getElementById("search-slash");
  if (choice) {
    choice.checked = !storage[SLASH];
    choice.onchange = () => (storage[SLASH] = choice.checked ? "" : 1);
  }

  let loading;

  /** Loads the rest of search, once, and does something with it. Without it the form still leads to the search page. */
  const withSearch = (use) => {
    loading ??= tracuu.script("assets/search.js");
    loading.then(use, () => {});
  };

  /** Asks for what search begins with while its scripts still come. */
  const begin = () => {
    tracuu.manifest ??= tracuu.shard("search/manifest");
    tracuu.manifest.catch(() => {});
  };

  if (isSearchPage && location.search) begin();
  for (const box of boxes) {
    box.setAttribute("aria-keyshortcuts", "/ Control+K");
    if (isSearchPage) continue;
    if (query) box.value = query;
    box.addEventListener("focus", () => {
      begin();
      withSearch(() => tracuu.combobox(box));
    }, { once: true });
    // In a folder Firefox takes no address for the page's own, and the policy stops the form; a plain visit it allows.
    if (isOnDisk) {
      box.form.addEventListener("submit", (event) => {
        event.preventDefault();
        location.href = `${box.form.action}?${new URLSearchParams(new FormData(box.form))}`;
      });
    }
  }

  document.addEventListener("keydown", (event) => {
    const { altKey, ctrlKey, key, metaKey, target } = event;
    const isTyping = target.closest?.("input, textarea, select, [contenteditable]");
    const isAsked = ctrlKey || metaKey ? key.toLowerCase() === "k" : key === "/" && !isTyping && !storage[SLASH];
    const box = isAsked && !altKey && !document.querySelector("dialog[open]") && boxes.find((each) => each.getClientRects().length);
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  onbeforeprint = () => {
    const line = document.querySelector(".print-when");
    const { word, canonical } = line.dataset;
    line.textContent = `${word} ${new Date().toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : "vi")}${canonical ? "" : " · " + decodeURI(location.href.split("#")[0])}`;
  };

  if (query && !isSearchPage) withSearch(() => tracuu.markHits(query));
})();

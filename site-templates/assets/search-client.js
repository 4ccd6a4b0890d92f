// What the search box, the search page and the marks of a page that was found share: the words of the interface, the
// engine with its index, the look-ups kept on this machine, and how a hit is written.
//
// Index files come as classic scripts, over http and from a folder alike: where pages are opened from a folder, browsers
// refuse fetch, while a script tag works everywhere, also under the site's strict policy.
"use strict";

(() => {
  /** A file of the index that has not come by then counts as missing, in milliseconds. */
  const PATIENCE = 20000;
  /** Look-ups kept. */
  const RECENT = 8;
  /** The engine, in the order in which its files build on each other. */
  const ENGINE = ["text", "numbers", "search-entries", "search-snippet", "search-engine"];

  const strings = globalThis.tracuuStrings;

  /** A string with its values filled in; for a number `n` the singular where the language has one. */
  const word = (key, values = {}) => {
    const text = (values.n === 1 && strings[`${key}.one`]) || strings[key] || "";
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? value.toLocaleString(strings.language === "en" ? "en" : "de") : value;
    });
  };

  /** @param {string} name @param {Record<string, any>} attributes those undefined, null or false are left out */
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") made.addEventListener(key, value);
      else if (value != null && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child != null && child !== ""));
    return made;
  };

  // The index

  const waiting = new Map();

  /** Every script of the index calls this once. */
  globalThis.tracuuShard = (name, value) => waiting.get(name)?.(value);

  const shard = (name) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = (settle, value) => {
      clearTimeout(timer);
      waiting.delete(name);
      script.remove();
      settle(value);
    };
    const fail = () => end(reject, new Error(name));
    const timer = setTimeout(fail, PATIENCE);
    waiting.set(name, (value) => end(resolve, value));
    // A script that ran without calling back is damaged.
    script.onload = () => waiting.has(name) && fail();
    script.onerror = fail;
    script.src = `${tracuu.root}search/${name.split("/").map(encodeURIComponent).join("/")}.js`;
    document.head.append(script);
  });

  let opening = null;

  /** The engine; a failed start is tried again with the next query. */
  const engine = () => {
    opening ??= Promise.all([shard("manifest"), tracuu.scripts(...ENGINE)])
      .then(([manifest]) => tracuu.openSearch(async (name) => (name === "manifest" ? manifest : shard(name))))
      .catch((error) => {
        opening = null;
        throw error;
      });
    return opening;
  };

  // Look-ups of this machine, one list for each site of a server; a browser may refuse to keep anything.

  const place = `tracuu ${new URL(tracuu.root).pathname}`;

  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(place));
      return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, RECENT) : [];
    } catch {
      return [];
    }
  };

  const keep = (queries) => {
    try {
      if (queries.length) localStorage.setItem(place, JSON.stringify(queries.slice(0, RECENT)));
      else localStorage.removeItem(place);
    } catch {
      // Nothing is kept, and nothing depends on it.
    }
  };

  const remember = (query) => {
    const text = query.trim().slice(0, 200);
    if (text) keep([text, ...recent().filter((each) => each !== text)]);
  };

  // A hit

  const marked = (pieces = []) => pieces.map((piece) => (piece.isMarked ? element("mark", {}, piece.text) : piece.text));

  /** Type, number, date and status on one line, the parts that the record has. */
  const identity = (hit) => {
    const parts = [hit.typeName, hit.number && element("b", {}, hit.number), hit.date].filter(Boolean);
    if (hit.kind === "directive" || hit.kind === "guidance") {
      const status = strings[`status-${hit.status}`] ? hit.status : "unverified";
      const shape = `status status-${status.replace("-source", "")}`;
      parts.push(element("span", { class: shape, lang: strings.language }, word(`status-${status}`)));
    }
    return parts.flatMap((part, k) => (k ? [" · ", part] : [part]));
  };

  /** Address of a hit, with what was asked, so that the page can mark it and lead back. */
  const address = (hit, asked, anchor) => tracuu.root + hit.url + asked + (anchor ? `#${anchor}` : "");

  tracuu.client = { address, element, engine, identity, keep, marked, recent, remember, strings, word };
})();

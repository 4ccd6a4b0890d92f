// What the search box, the search page and the marks of a page that was found share: the words of the interface, the
// engine with its index, the look-ups kept on this machine, and how a hit is written.
"use strict";

(() => {
  /** Milliseconds until waiting is said, and until a count is read out. */
  const SLOW = 300;
  const QUIET = 500;
  /** Milliseconds after which a newer question is asked although the one before has no answer yet. */
  const PATIENCE = 2000;
  /** Milliseconds that a list may stay as it is while one types on. */
  const STAY = 1000;
  /** Milliseconds that a key must be the last one for, over a line on which a search takes longer than this. */
  const PAUSE = 120;
  /** Look-ups kept. */
  const RECENT = 8;
  /** Shorter than this is not searched while typing. */
  const SHORTEST = 2;

  const strings = globalThis.tracuuStrings;

  const grouped = new Intl.NumberFormat(strings.language).format;

  /** A string with its values filled in; for a number `n` the singular where the language has one. */
  const word = (key, values = {}) => {
    const text = (values.n === 1 && strings[`${key}.one`]) || strings[key] || "";
    return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? grouped(values[name]) : values[name]));
  };

  /**
   * @param {string} name
   * @param {Record<string, any>} attributes functions listen; what is undefined, null or false is left out
   */
  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (typeof value === "function") made.addEventListener(key, value);
      else if ((value ?? false) !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter(Boolean));
    return made;
  };

  const button = (name, click) => element("button", { type: "button", class: "plain-button", click }, name);

  // The index

  let correcting;

  /** Loads what mends slips, when a query is doubted for the first time. */
  tracuu.loadCorrection = () => (correcting ??= tracuu.script("assets/search-correction.js"));

  /** Loads a shard; the manifest may be on its way since the box was focused. */
  const shard = (name, script) => {
    const early = name === "manifest" && tracuu.manifest;
    if (early) tracuu.manifest = null;
    return early || tracuu.shard(`search/${name}`, script);
  };

  let opening;

  /** The engine; a failed start is tried again with the next query. */
  const engine = () => (opening ??= tracuu.openSearch(shard).catch((error) => {
    opening = null;
    throw error;
  }));

  // Asking

  /**
   * A way to ask of which only the latest question counts, however late the answer to an earlier one comes. While a question is
   * typed on, what answers its beginning is shown where nothing newer is. Without options nothing is asked. When nothing is found
   * for a query with a number in it, `answer.near` are the documents so numbered.
   * @param {{slow: () => void, show: (answer: any, seconds: number, query: string) => void, fail: () => void}} tell
   */
  const asker = ({ slow, show, fail }) => {
    let latest = 0;
    /** From which question on all are beginnings of the latest, and which one's answer was shown last, when. */
    let since = 0;
    let shown = 0;
    let shownAt = -STAY;
    let last = "";
    let next = null;
    let isRunning = false;
    let took = 0;
    /** One search at a time, the newest question next: what nobody waits for any more loads nothing. */
    const run = async () => {
      if (isRunning) return;
      isRunning = true;
      for (let asked; (asked = next); ) {
        // Over a slow line a search that the next key overtakes is but bytes.
        if (took > PAUSE && performance.now() - shownAt < STAY) {
          await new Promise((resolve) => setTimeout(resolve, PAUSE));
          if (next !== asked) continue;
        }
        next = null;
        const start = performance.now();
        // A network that hangs does not hold up what is asked now.
        await Promise.race([answer(...asked), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
        took = performance.now() - start;
      }
      isRunning = false;
    };
    const answer = async (query, options, turn) => {
      const isLatest = () => turn === latest;
      const timer = setTimeout(() => isLatest() && slow(), SLOW);
      const start = performance.now();
      try {
        const open = await engine();
        const isWanted = (isLast) => isLatest() || (!isLast && turn >= since && turn > shown && performance.now() - shownAt > STAY);
        if (!isWanted()) return;
        const answer = await open.search(query, { ...options, isWanted });
        if (!answer) return;
        const seconds = (performance.now() - start) / 1000;
        const figures = answer.hits.length ? null : /\d{1,6}/.exec(query)?.[0];
        if (figures && figures !== query && isLatest()) {
          answer.near = (await open.search(figures, { limit: 5 })).hits.filter((hit) => hit.isNumberMatch);
          answer.figures = figures;
        }
        if (isLatest() || (answer.hits.length && isWanted())) {
          shown = turn;
          shownAt = performance.now();
          show(answer, seconds, query);
        }
      } catch {
        if (isLatest()) fail();
      } finally {
        clearTimeout(timer);
      }
    };
    return async (query, options) => {
      const turn = ++latest;
      if (!options?.isTyped || !query.startsWith(last)) since = turn;
      last = query;
      next = options ? [query, options, turn] : null;
      await run();
    };
  };

  /** Calls `use` whenever the text of a box changes, but not amid an input method's composing. */
  const whenTyped = (box, use) => {
    box.addEventListener("input", (event) => event.isComposing || use());
    box.addEventListener("compositionend", use);
  };

  const isTooShort = (query) => [...query].length < SHORTEST && !/\d/.test(query);

  /** A last word still being typed may go on; one followed by a space is whole. */
  const isUnfinished = (box) => !/\s$/.test(box.value);

  /** Puts words into a live region once the reader has come to rest. */
  const announcer = (region) => {
    let timer = 0;
    return (text) => {
      clearTimeout(timer);
      timer = setTimeout(() => { region.textContent = text; }, QUIET);
    };
  };

  // Look-ups of this machine, one list for each site of a server; a browser may refuse to keep anything.

  const place = `tracuu ${new URL(tracuu.root).pathname}`;

  const recent = () => {
    try {
      return JSON.parse(localStorage.getItem(place)).filter((each) => typeof each === "string").slice(0, RECENT);
    } catch {
      return [];
    }
  };

  /** Keeps a look-up as the latest; without one, erases all. @param {string} [query] */
  const remember = (query) => {
    const text = query?.trim().slice(0, 200);
    try {
      if (text) localStorage.setItem(place, JSON.stringify([text, ...recent().filter((each) => each !== text)]));
      else if (query === undefined) localStorage.removeItem(place);
    } catch {
      // Nothing is kept, and nothing depends on it.
    }
  };

  // A hit

  const marked = (pieces) => pieces.map(({ isMarked, text }) => (isMarked ? element("mark", null, text) : text));

  /** What one calls a record: its type and number. Nothing for a page. */
  const nameOf = ({ typeName, number }) => [typeName, typeName && number && " ", number && element("b", null, number)].filter(Boolean);

  /** Its state, in a word with its shape; documents have one. */
  const stateOf = ({ kind, status }) => {
    if (kind !== "directive" && kind !== "guidance") return false;
    const known = strings[`status-${status}`] ? status : "unverified";
    return element("span", { class: `status status-${known.endsWith("-no-source") ? "unverified" : known.replace("-source", "")}`, lang: strings.language }, word(`status-${known}`));
  };

  /** What changed it and what guides it, in words with the other's number. */
  const bearingOf = ({ bearing }) => bearing.split("\n").filter(Boolean).map((line) => line.replace(/^\S+/, (name) => word(`relation-${name}`)));

  /** Address of a hit; what was asked goes along, so that the page can mark it and lead back. */
  const address = (hit, asked, anchor = hit.anchor) => tracuu.root + hit.url + asked + (anchor ? `#${anchor}` : "");

  /** What a query asked for and is not there: numbers that nobody bears, a provision. */
  const lacking = ({ absent, provision }) => [
    ...absent.map(({ number, naming: n }) => word("absent", { number, n })), provision && !provision.isThere && word("no-provision", provision),
  ].filter(Boolean);

  tracuu.client = {
    address, announcer, asker, bearingOf, button, element, grouped, isTooShort, isUnfinished, lacking, marked, nameOf, recent, remember, stateOf,
    strings, whenTyped, word,
  };
})();

// The search page: reads its address, answers as one types, and keeps the address in step. What is shown stays until
// something newer is there; a later question always wins, however late an earlier answer comes.
"use strict";

(() => {
  const { address, element, engine, identity, keep, marked, recent, remember, word } = tracuu.client;
  const { PAGE, addressOf, readAddress, withFilter } = tracuu.searchState;
  const facets = tracuu.searchFacets;
  /** Shorter than this is not searched while typing. */
  const SHORTEST = 2;
  /** Milliseconds until waiting is said, and until a count is read out. */
  const SLOW = 300;
  const QUIET = 500;

  const byId = (name) => document.getElementById(`search-${name}`);
  const [form, box, results, status, head, count, notes, sort, recents] =
    ["form", "query", "results", "status", "head", "count", "notes", "sort", "recent"].map(byId);

  const { title } = document;
  let state = readAddress(location.search);
  /** Whether the last word is still being typed. */
  let unfinished = false;
  /** Whether going back should lead to what is shown now. */
  let isSettled = true;

  // The address

  /** Puts the state into the address: typing goes on in the entry that it began, everything else begins one. */
  const write = (isTyping) => {
    const url = new URL(addressOf(state) || location.pathname, location.href);
    if (url.href === location.href.replace(/#.*/, "")) return;
    try {
      if (isTyping && (!isSettled || !location.search)) history.replaceState(null, "", url);
      else history.pushState(null, "", url);
    } catch {
      // Some browsers refuse from a folder, or when it happens too often; searching goes on.
    }
    isSettled = !isTyping;
  };

  const change = (changes, isTyping = false) => {
    state = { ...state, shown: PAGE, ...changes };
    unfinished = isTyping;
    write(isTyping);
    return run();
  };

  const changeFilters = (filters) => change({ filters });

  const read = () => {
    state = readAddress(location.search);
    box.value = state.q;
    unfinished = false;
    isSettled = true;
    run();
  };

  // Showing

  let saying = 0;
  const say = (text) => {
    clearTimeout(saying);
    saying = setTimeout(() => { status.textContent = text; }, QUIET);
  };

  const button = (text, click) => element("button", { type: "button", class: "plain-button", click }, text);
  const note = (...children) => element("p", {}, ...children);
  const snippet = (pieces) => (pieces?.length ? element("p", { class: "result-snippet", lang: "vi" }, ...marked(pieces)) : null);

  const resultOf = (hit, asked) => {
    const link = (anchor, text) => element("a", { href: address(hit, asked, anchor), lang: "vi", click: () => remember(state.q) }, text);
    const sections = (hit.sections ?? []).map((section) => element("li", {}, link(section.anchor, section.label), snippet(section.snippet)));
    return element("li", { class: hit.isNumberMatch && "is-number" },
      element("p", { class: "result-identity", lang: "vi" }, ...identity(hit)),
      element("h2", { class: "result-title" }, link("", hit.title || hit.number || hit.fileName)),
      snippet(hit.snippet),
      sections.length ? element("ul", { class: "result-sections" }, ...sections) : null);
  };

  const notesOf = (answer) => {
    const made = [];
    if (answer.correction) {
      made.push(note(word("showing", { query: answer.correction.query }), " ", button(word("literally", { query: state.q }), () => change({ isLiteral: true }))));
    } else if (state.isLiteral) {
      made.push(note(word("is-literal", { query: state.q }), " ", button(word("not-literally"), () => change({ isLiteral: false }))));
    }
    const bearers = answer.hits.filter((hit) => hit.isNumberMatch).length;
    if (bearers > 1) made.push(note(word("bearers", { n: bearers })));
    if (answer.missing > 0) made.push(element("p", { class: "search-warning" }, word("partial"), " ", button(word("again"), run)));
    return made;
  };

  /** What to do when nothing was found: what was asked, what to leave out, and the documents of a number in it. */
  const helpOf = async (open, answer) => {
    const asked = Object.entries(state.filters).flatMap(([facet, value]) => (facet === "year" ? [[facet, value]] : value.map((each) => [facet, each])))
      .map(([facet, value]) => `${word(`facet-${facet}`)}: ${facets.labelOf(facet, value)}`);
    const { dropTerm, dropFilter } = answer.relief ?? {};
    const ways = [];
    if (dropTerm) {
      ways.push(button(word("drop-term", { term: dropTerm }), () => {
        box.value = state.q.split(/\s+/).filter((each) => each.toLowerCase() !== dropTerm.toLowerCase()).join(" ");
        if (box.value === state.q) box.value = state.q.replace(dropTerm, "").trim();
        change({ q: box.value });
      }));
    }
    if (dropFilter) {
      const name = `${word(`facet-${dropFilter.facet}`)}: ${facets.labelOf(dropFilter.facet, dropFilter.value)}`;
      ways.push(button(word("drop-filter", { name }), () => changeFilters(withFilter(state.filters, dropFilter.facet, dropFilter.value, false))));
    }
    if (asked.length > 1 || (asked.length && !dropFilter)) ways.push(button(word("drop-all"), () => changeFilters({})));
    const figures = /\d{1,6}/.exec(state.q)?.[0];
    const near = figures && figures !== state.q && (await open.search(figures, { limit: 5 })).hits.filter((hit) => hit.isNumberMatch);
    return element("div", { class: "search-nothing" },
      note(state.q.trim() ? word("none", { query: state.q.trim() }) : word("none-filtered")),
      asked.length ? note(word("with-filters", { filters: asked.join("; ") })) : null,
      element("ul", {}, ...ways.map((way) => element("li", {}, way)), element("li", {}, word("none-hint"))),
      near?.length ? element("h2", {}, word("number-candidates", { n: figures })) : null,
      near?.length ? element("ol", {}, ...near.map((hit) => resultOf(hit, `?q=${figures}`))) : null);
  };

  const show = (answer, help, seconds) => {
    const found = word("count", { n: answer.total });
    head.hidden = false;
    count.replaceChildren(element("b", {}, found), ` (${word("seconds", { n: Math.max(0.001, seconds) })})`);
    sort.value = state.sort;
    facets.show(answer.facets ?? {}, state.filters);
    facets.showChips(state.filters, changeFilters);
    byId("close").textContent = word("see", { n: answer.total });
    notes.replaceChildren(...notesOf(answer));
    if (help) {
      results.replaceChildren(help);
    } else {
      const asked = addressOf(state);
      const rows = answer.hits.map((hit) => resultOf(hit, asked));
      const more = answer.hits.length < answer.total && answer.hits.length >= state.shown;
      results.replaceChildren(element("ol", {}, ...rows), ...(more ? [element("button", { type: "button", class: "more", click: showMore }, word("more"))] : []));
    }
    say([found, ...notes.children].map((each) => each.firstChild?.textContent ?? each).join(". "));
  };

  const showMore = async () => {
    const seen = results.querySelectorAll("ol > li").length;
    state = { ...state, shown: state.shown + PAGE };
    write(true);
    await run();
    results.querySelectorAll(".result-title a")[seen]?.focus();
  };

  const showRecent = () => {
    const queries = recent();
    recents.hidden = queries.length === 0;
    recents.querySelector("ul").replaceChildren(...queries.map((query) => element("li", {}, element("a", { href: `?q=${encodeURIComponent(query)}` }, query))));
  };

  const clear = () => {
    head.hidden = true;
    notes.replaceChildren();
    results.replaceChildren();
    facets.show({}, {});
    facets.showChips({}, changeFilters);
    showRecent();
    say("");
  };

  // Running

  let latest = 0;

  async function run() {
    const turn = ++latest;
    const query = state.q.trim();
    const isEmpty = !query && Object.keys(state.filters).length === 0;
    recents.hidden = true;
    document.title = query ? `${query} | ${title}` : title;
    if (isEmpty || (unfinished && query && [...query].length < SHORTEST && !/\d/.test(query))) {
      results.removeAttribute("aria-busy");
      return clear();
    }
    // Old results stay while new ones are fetched; only slowness is told.
    const slow = setTimeout(() => {
      results.setAttribute("aria-busy", "true");
      head.hidden = false;
      count.textContent = word("searching");
      say(word("searching"));
    }, SLOW);
    const started = performance.now();
    try {
      const open = await engine();
      if (turn !== latest) return;
      const answer = await open.search(query, {
        limit: state.shown, unfinished: unfinished && !/\s$/.test(box.value), sort: state.sort, filters: state.filters, facets: true, correct: !state.isLiteral,
      });
      const seconds = (performance.now() - started) / 1000;
      const help = turn === latest && answer.hits.length === 0 ? await helpOf(open, answer) : null;
      if (turn === latest) show(answer, help, seconds);
    } catch {
      if (turn !== latest) return;
      head.hidden = true;
      notes.replaceChildren(element("p", { class: "search-warning" }, word("error"), " ", button(word("again"), run)));
      say(word("error"));
    } finally {
      clearTimeout(slow);
      if (turn === latest) results.removeAttribute("aria-busy");
    }
  }

  // Listening

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(box.value);
    change({ q: box.value });
  });
  const typed = () => change({ q: box.value, isLiteral: false }, true);
  box.addEventListener("input", (event) => event.isComposing || typed());
  box.addEventListener("compositionend", typed);
  sort.addEventListener("change", () => change({ sort: sort.value }));
  facets.listen((changed) => changeFilters(changed(state.filters)));
  recents.querySelector("button").addEventListener("click", () => {
    keep([]);
    showRecent();
    box.focus();
  });
  globalThis.addEventListener("popstate", read);

  // Arrow keys walk from the box through the results and back.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [box, ...results.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next || !stops.includes(document.activeElement)) return;
    event.preventDefault();
    next.focus();
  });

  read();
})();

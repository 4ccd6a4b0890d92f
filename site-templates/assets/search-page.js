// The search page: reads its address, answers as one types, and keeps the address in step. What is shown stays until
// something newer is there; a later question always wins, however late an earlier answer comes.
"use strict";

(() => {
  const { address, announcer, asker, bearingOf, button, element, isTooShort, isUnfinished, lacking, marked, nameOf, recent, remember, stateOf, strings, whenTyped, word } = tracuu.client;
  const { PAGE, addressOf, pairsOf, readAddress, withFilter } = tracuu.searchState;
  const facets = tracuu.searchFacets;

  const [form, box, results, status, head, count, notes, sort, recents] =
    ["form", "query", "results", "status", "head", "count", "notes", "sort", "recent"].map((name) => document.getElementById(`search-${name}`));
  const { title } = document;
  const say = announcer(status);

  let state;
  /** Whether the last word is still being typed. */
  let isTyping;
  /** Whether going back should lead to what is shown now. */
  let isSettled;
  /** The address that is still to follow what was typed. */
  let pending;
  const REST = 300;

  // The address

  const entitle = () => {
    const query = state.q.trim();
    document.title = query ? `${query} | ${title}` : title;
  };

  const settle = () => {
    clearTimeout(pending);
    entitle();
    // Typing goes on in the entry of the history that it began; everything else begins one.
    const asked = addressOf(state);
    try {
      if (asked !== location.search) history[isTyping && !(isSettled && location.search) ? "replaceState" : "pushState"](null, "", asked || location.pathname);
    } catch {
      // Some browsers refuse from a folder; searching goes on.
    }
    isSettled = !isTyping;
  };

  const change = (changes, typing) => {
    if (typing) clearTimeout(pending);
    else settle();
    state = { ...state, shown: PAGE, ...changes };
    isTyping = typing;
    // A new address or title costs as much as the search, since browsers fetch the page's icon anew: both follow when typing rests.
    if (typing) pending = setTimeout(settle, REST);
    else settle();
    return run();
  };

  const changeFilters = (filters) => change({ filters });

  const read = () => {
    state = readAddress(location.search);
    box.value = state.q;
    isTyping = false;
    isSettled = true;
    entitle();
    run();
  };

  // Showing

  const paragraph = (...children) => element("p", null, ...children);
  const list = (name, rows, attributes) => rows.length > 0 && element(name, attributes, ...rows.map((row) => element("li", null, ...[row].flat())));
  const snippet = (pieces) => pieces?.length > 0 && element("p", { class: "result-snippet", lang: "vi" }, ...marked(pieces));

  const resultOf = (asked) => (hit) => {
    const { words, title } = hit;
    const name = nameOf(hit);
    const facts = [stateOf(hit), hit.date, ...bearingOf(hit)].filter(Boolean);
    const named = title && words ? marked(tracuu.titleOf(words)) : [title || (name.length ? "" : hit.fileName)];
    const link = element("a", { href: address(hit, asked), lang: "vi", click: () => remember(state.q) },
      name.length > 0 && element("span", { class: "result-name" }, ...name), name.length > 0 && " ", element("span", null, ...named));
    return element("div", { class: hit.isNumberMatch && "is-number" },
      element("h2", { class: "result-title" }, link),
      facts.length > 0 && element("p", { class: "result-identity", lang: "vi" }, ...facts.flatMap((fact, k) => (k ? [" · ", fact] : [fact]))),
      snippet(hit.snippet));
  };

  /** Hits whose sections are looked into. */
  const LOOKED_INTO = 3;

  /** Puts the best places of the first hits under them, when they have come: the hits do not wait for them. */
  const showSections = (answer, asked) => [...results.querySelectorAll("ol > li > div")].slice(0, LOOKED_INTO).forEach(async (shown, k) => {
    const hit = answer.hits[k];
    const found = await answer.sectionsOf(hit).catch(() => []);
    const link = ({ label, anchor }) => element("a", { href: address(hit, asked, anchor), lang: "vi", click: () => remember(state.q) }, label);
    const sections = list("ul", found.map((each) => [link(each), snippet(each.snippet)]), { class: "result-sections" });
    if (!sections || !shown.isConnected) return;
    // What stands there now may answer better than where the text begins.
    shown.append(sections);
  });

  const warning = (key) => element("p", { class: "search-warning" }, `${word(key)} `, button(word("again"), run));

  const notesOf = (answer) => {
    const { correction, hits, missing } = answer;
    const n = hits.filter((hit) => hit.isNumberMatch).length;
    const { isLiteral, q: query } = state;
    const spelled = (key, way, values) => paragraph(`${word(key, values)} `, button(word(way, { query }), () => change({ isLiteral: !isLiteral })));
    return [
      correction && spelled("showing", "literally", correction), isLiteral && spelled("is-literal", "not-literally", { query }),
      n > 1 && paragraph(word("bearers", { n })), ...lacking(answer).map((text) => paragraph(text)), missing > 0 && warning("partial"),
    ].filter(Boolean);
  };

  /** When nothing was found: what was asked, what to leave out, and the documents of a number in it. */
  const helpOf = ({ relief, near = [], figures: n }) => {
    const { dropTerm: term, dropFilter } = relief ?? {};
    const query = state.q.trim();
    const filters = pairsOf(state.filters).map((pair) => facets.filterName(...pair));
    const { facet, value } = dropFilter ?? {};
    const ways = [
      term && button(word("drop-term", { term }), () => change({ q: (box.value = query.replace(term, "").replace(/\s+/g, " ").trim()) })),
      facet && button(word("drop-filter", { name: facets.filterName(facet, value) }), () => changeFilters(withFilter(state.filters, facet, value))),
      filters.length > (facet ? 1 : 0) && button(word("drop-all"), () => changeFilters({})),
      word("none-hint"),
    ];
    return element("div", { class: "search-nothing" },
      paragraph(word(query ? "none" : "none-filtered", { query })),
      filters.length > 0 && paragraph(word("with-filters", { filters: filters.join("; ") })),
      list("ul", ways.filter(Boolean)),
      near.length > 0 && element("h2", null, word("number-candidates", { n })),
      list("ol", near.map(resultOf(`?q=${n}`))));
  };

  const show = (answer, seconds, query) => {
    const { hits, total } = answer;
    const { activeElement: focused, body } = document;
    const found = word("count", { n: total });
    clear();
    // An answer to the beginning of what was typed: the one to all of it is on its way.
    if (query !== state.q.trim()) results.ariaBusy = true;
    head.hidden = false;
    count.replaceChildren(element("b", null, found), ` (${word("seconds", { n: seconds })})`);
    sort.value = state.sort;
    facets.show(answer.facets ?? {}, state.filters);
    facets.showChips(state.filters, changeFilters);
    facets.closer.textContent = word("see", { n: total });
    notes.append(...notesOf(answer));
    results.append(hits.length ? list("ol", hits.map(resultOf(addressOf(state)))) : helpOf(answer));
    if (hits.length) showSections(answer, addressOf(state));
    if (hits.length < total && hits.length >= state.shown) results.append(element("button", { type: "button", class: "more", click: showMore }, word("more")));
    // What was pressed to drop a filter is gone with it.
    if (!focused.isConnected && document.activeElement === body) box.focus();
    say([found, ...[...notes.children].map((each) => each.firstChild.textContent.trim())].join(". "));
  };

  const showMore = async () => {
    await change({ shown: state.shown + PAGE });
    results.querySelectorAll(".result-title a")[state.shown - PAGE]?.focus();
  };

  const clear = () => {
    results.removeAttribute("aria-busy");
    head.hidden = true;
    notes.replaceChildren();
    results.replaceChildren();
  };

  const showRecent = () => {
    const queries = recent();
    recents.hidden = !queries.length;
    recents.querySelector("ul").replaceChildren(...queries.map((query) => element("li", null, element("a", { href: `?q=${encodeURIComponent(query)}` }, query))));
  };

  const ask = asker({
    // Old results stay while new ones are fetched; only slowness is announced.
    slow: () => {
      head.hidden = false;
      count.textContent = word("searching");
      say(word("searching"));
    },
    show,
    fail: () => {
      clear();
      notes.append(warning("error"));
      say(word("error"));
    },
  });

  const run = () => {
    const { filters, isLiteral, shown, sort } = state;
    const query = state.q.trim();
    recents.hidden = true;
    if (query ? !isTyping || !isTooShort(query) : pairsOf(filters).length) {
      results.ariaBusy = true;
      return ask(query, { limit: shown, unfinished: isTyping && isUnfinished(box), isTyped: isTyping, sort, filters, facets: true, correct: !isLiteral });
    }
    ask();
    clear();
    facets.show({}, {});
    facets.showChips({});
    showRecent();
    say("");
  };

  // Listening

  const download = document.getElementById("search-download");
  /** Rows of one file: whoever wants more takes the file of a list. */
  const MOST_ROWS = 1000;

  /** All that was found, however much of it is shown, in the order that is shown. */
  const giveAll = asker({
    slow: () => say(word("searching")),
    show: ({ hits }) => {
      const stateWord = ({ kind, status }) => (kind === "directive" || kind === "guidance" ? word(`status-${strings[`status-${status}`] ? status : "unverified"}`) : "");
      const rows = hits.map((hit) => [hit.number, hit.typeName, hit.title, hit.date, stateWord(hit), new URL(address(hit, "", ""), location).href]);
      tracuu.giveTable([download.dataset.columns.split("|"), ...rows], download.dataset.separator, "tim-kiem.csv");
    },
    fail: () => say(word("error")),
  });

  download.addEventListener("click", () => {
    const { filters, isLiteral, sort } = state;
    const give = () => giveAll(state.q.trim(), { limit: MOST_ROWS, sort, filters, correct: !isLiteral });
    if (tracuu.giveTable) return give();
    const script = document.createElement("script");
    script.onload = give;
    script.src = download.dataset.script;
    document.head.append(script);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(box.value);
    change({ q: box.value });
  });
  whenTyped(box, () => change({ q: box.value, isLiteral: false }, true));
  sort.addEventListener("change", () => change({ sort: sort.value }));
  facets.listen((...choice) => changeFilters(withFilter(state.filters, ...choice)));
  recents.querySelector("button").addEventListener("click", () => {
    remember();
    showRecent();
    box.focus();
  });
  globalThis.addEventListener("popstate", read);
  // Going back from a result leads to what was typed.
  document.addEventListener("click", settle, true);

  // Arrow keys walk from the box through the results and back.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...results.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    stops[at + step]?.focus();
  });

  read();
})();

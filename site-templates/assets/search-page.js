// The search page: reads its address, answers as one types, and keeps the address in step. What is shown stays until
// something newer is there; a later question always wins, however late an earlier answer comes.
"use strict";

(() => {
  const { address, announcer, asker, button, element, identity, isTooShort, isUnfinished, marked, recent, remember, whenTyped, word } = tracuu.client;
  const { PAGE, addressOf, pairsOf, readAddress, withFilter } = tracuu.searchState;
  const facets = tracuu.searchFacets;

  const [form, box, results, status, head, count, notes, sort, recents] =
    ["form", "query", "results", "status", "head", "count", "notes", "sort", "recent"].map((name) => document.getElementById(`search-${name}`));
  const { title } = document;
  const say = announcer(status);

  let state = readAddress(location.search);
  /** Whether the last word is still being typed. */
  let isTyping = false;
  /** Whether going back should lead to what is shown now. */
  let isSettled = true;

  // The address

  /** Puts the state into the address: typing goes on in the entry that it began, everything else begins one. */
  const write = () => {
    const url = new URL(addressOf(state) || location.pathname, location.href).href;
    if (url === location.href) return;
    try {
      history[isTyping && (!isSettled || !location.search) ? "replaceState" : "pushState"](null, "", url);
    } catch {
      // Some browsers refuse from a folder, or when it happens too often; searching goes on.
    }
    isSettled = !isTyping;
  };

  const change = (changes, typing = false) => {
    state = { ...state, shown: PAGE, ...changes };
    isTyping = typing;
    write();
    return run();
  };

  const changeFilters = (filters) => change({ filters });

  const read = () => {
    state = readAddress(location.search);
    box.value = state.q;
    isTyping = false;
    isSettled = true;
    run();
  };

  // Showing

  const paragraph = (...children) => element("p", null, ...children);
  const list = (name, rows, attributes) => rows.length > 0 && element(name, attributes, ...rows.map((row) => (row.tagName === "LI" ? row : element("li", null, row))));
  const snippet = (pieces) => pieces?.length > 0 && element("p", { class: "result-snippet", lang: "vi" }, ...marked(pieces));

  const resultOf = (asked) => (hit) => {
    const link = (text, anchor) => element("a", { href: address(hit, asked, anchor), lang: "vi", click: () => remember(state.q) }, text);
    const sections = (hit.sections ?? []).map((section) => element("li", null, link(section.label, section.anchor), snippet(section.snippet)));
    return element("li", { class: hit.isNumberMatch && "is-number" },
      element("p", { class: "result-identity", lang: "vi" }, ...identity(hit)),
      element("h2", { class: "result-title" }, link(hit.title || hit.number || hit.fileName)),
      snippet(hit.snippet),
      list("ul", sections, { class: "result-sections" }));
  };

  const warning = (key) => element("p", { class: "search-warning" }, `${word(key)} `, button(word("again"), run));

  const notesOf = ({ correction, hits, missing }) => {
    const bearers = hits.filter((hit) => hit.isNumberMatch).length;
    const spelled = (key, way, isLiteral, query) => paragraph(`${word(key, { query })} `, button(word(way, { query: state.q }), () => change({ isLiteral })));
    return [
      correction && spelled("showing", "literally", true, correction.query),
      state.isLiteral && spelled("is-literal", "not-literally", false, state.q),
      bearers > 1 && paragraph(word("bearers", { n: bearers })),
      missing > 0 && warning("partial"),
    ].filter(Boolean);
  };

  /** When nothing was found: what was asked, what to leave out, and the documents of a number in it. */
  const helpOf = ({ relief, near, figures }) => {
    const { dropTerm, dropFilter } = relief ?? {};
    const query = state.q.trim();
    const asked = pairsOf(state.filters).map((pair) => facets.nameOf(...pair));
    const ways = [
      dropTerm && button(word("drop-term", { term: dropTerm }), () => change({ q: (box.value = query.replace(dropTerm, " ").replace(/\s+/g, " ").trim()) })),
      dropFilter && button(word("drop-filter", { name: facets.nameOf(dropFilter.facet, dropFilter.value) }), () => changeFilters(withFilter(state.filters, dropFilter.facet, dropFilter.value, false))),
      asked.length > (dropFilter ? 1 : 0) && button(word("drop-all"), () => changeFilters({})),
      word("none-hint"),
    ];
    return element("div", { class: "search-nothing" },
      paragraph(word(query ? "none" : "none-filtered", { query })),
      asked.length > 0 && paragraph(word("with-filters", { filters: asked.join("; ") })),
      list("ul", ways.filter(Boolean)),
      near?.length > 0 && element("h2", null, word("number-candidates", { n: figures })),
      list("ol", (near ?? []).map(resultOf(`?q=${figures}`))));
  };

  const show = (answer, seconds) => {
    const { hits, total } = answer;
    const found = word("count", { n: total });
    results.removeAttribute("aria-busy");
    head.hidden = false;
    count.replaceChildren(element("b", null, found), ` (${word("seconds", { n: seconds })})`);
    sort.value = state.sort;
    facets.show(answer.facets ?? {}, state.filters);
    facets.showChips(state.filters, changeFilters, box);
    facets.closer.textContent = word("see", { n: total });
    notes.replaceChildren(...notesOf(answer));
    results.replaceChildren(hits.length ? list("ol", hits.map(resultOf(addressOf(state)))) : helpOf(answer));
    if (hits.length < total && hits.length >= state.shown) results.append(element("button", { type: "button", class: "more", click: showMore }, word("more")));
    say([found, ...[...notes.children].map((each) => each.firstChild.textContent.trim())].join(". "));
  };

  const showMore = async () => {
    const seen = results.querySelectorAll("ol > li").length;
    await change({ shown: state.shown + PAGE });
    results.querySelectorAll(".result-title a")[seen]?.focus();
  };

  const showRecent = () => {
    const queries = recent();
    recents.hidden = !queries.length;
    recents.querySelector("ul").replaceChildren(...queries.map((query) => element("li", null, element("a", { href: `?q=${encodeURIComponent(query)}` }, query))));
  };

  const clear = () => {
    results.removeAttribute("aria-busy");
    head.hidden = true;
    notes.replaceChildren();
    results.replaceChildren();
    facets.show({}, {});
    facets.showChips({});
    showRecent();
    say("");
  };

  const ask = asker({
    // Old results stay while new ones are fetched; only slowness is told.
    slow: () => {
      results.setAttribute("aria-busy", true);
      head.hidden = false;
      count.textContent = word("searching");
      say(word("searching"));
    },
    show,
    fail: () => {
      head.hidden = true;
      results.removeAttribute("aria-busy");
      notes.replaceChildren(warning("error"));
      say(word("error"));
    },
  });

  const run = () => {
    const query = state.q.trim();
    recents.hidden = true;
    document.title = query ? `${query} | ${title}` : title;
    if (query ? isTyping && isTooShort(query) : !pairsOf(state.filters).length) {
      ask();
      return clear();
    }
    return ask(query, {
      limit: state.shown, unfinished: isTyping && isUnfinished(box), sort: state.sort, filters: state.filters, facets: true, correct: !state.isLiteral,
    });
  };

  // Listening

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

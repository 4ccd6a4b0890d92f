// The list under a search box: the editable combobox with a listbox of the WAI-ARIA practices. Focus stays in the box;
// the rows are links, so that they open in another tab as links do. An empty box offers the look-ups kept here.
"use strict";

(() => {
  const SHOWN = 7;

  const { address, announcer, asker, bearingOf, element, isTooShort, isUnfinished, lacking, nameOf, recent, remember, stateOf, whenTyped, word } = tracuu.client;
  let made = 0;

  /** Makes a combobox of a search box. @param {HTMLInputElement} box */
  tracuu.combobox = (box) => {
    const { form, parentElement: host } = box;
    const id = `_combobox-${++made}`;
    const note = element("p");
    const list = element("div", { role: "listbox", id, "aria-label": word("suggestions") });
    const foot = element("p");
    const popup = element("div", { class: "combobox-popup", hidden: true }, note, list, foot);
    const said = element("span", { class: "visually-hidden", role: "status" });
    const say = announcer(said);
    const rows = list.children;
    let active = -1;

    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": false, "aria-haspopup": "listbox" };
    for (const name in attributes) box.setAttribute(name, attributes[name]);
    host.classList.add("combobox");
    host.append(popup, said);

    const activate = (index) => {
      active = index;
      [...rows].forEach((each, k) => each.setAttribute("aria-selected", k === index));
      box.setAttribute("aria-activedescendant", rows[index]?.id ?? "");
      rows[index]?.scrollIntoView({ block: "nearest" });
    };

    const setOpen = (open) => {
      popup.hidden = !open;
      box.setAttribute("aria-expanded", open);
    };

    const close = () => {
      ask();
      activate(-1);
      setOpen(false);
      say("");
    };

    const show = (shown, heading, footing) => {
      // The reader who is on a row stays on it when it is there again.
      const kept = rows[active]?.pathname;
      list.replaceChildren(...shown);
      shown.forEach((each, k) => { each.id = `${id}-${k}`; });
      note.textContent = heading;
      foot.textContent = footing;
      setOpen(true);
      activate(kept ? shown.findIndex((each) => each.pathname === kept) : -1);
    };

    /** A title keeps its source's spelling, which goes on from the document's name; here it is a beginning. */
    const capital = (title) => title.replace(/^./u, (first) => first.toUpperCase());
    const row = (href, kind, click, ...children) => element("a", { role: "option", href, tabindex: -1, class: `combobox-row ${kind}`, click }, ...children);
    const asked = (query) => `?q=${encodeURIComponent(query)}`;
    const toPage = (query, kind, text) => row(form.action + asked(query), kind, null, text);

    const showRecent = () => {
      const queries = recent();
      if (!queries.length) return close();
      const erase = row("#", "combobox-all", (event) => {
        event.preventDefault();
        remember();
        close();
        say(word("erased"));
      }, word("erase-recent"));
      show([...queries.map((query) => toPage(query, "combobox-recent", query)), erase], word("recent"), word("kept-here"));
    };

    const showAnswer = (query, answer) => {
      const { hits, near, figures, total, missing, correction } = answer;
      const found = hits.length ? hits : near ?? [];
      const shown = found.map((hit) => row(
        address(hit, asked(hits.length ? query : figures)), "", () => remember(query),
        nameOf(hit).length > 0 && element("span", { class: "combobox-name", lang: "vi" }, element("span", null, ...nameOf(hit)), " ", stateOf(hit)),
        element("span", { class: "combobox-title", lang: "vi" }, element("span", null, ...[hit.date, ...bearingOf(hit)].filter(Boolean).flatMap((text) => [text, " · "])), capital(hit.title || hit.fileName)),
      ));
      if (total > hits.length) shown.push(toPage(query, "combobox-all", word("see-all", { n: total })));
      const heading = [
        !hits.length && word("none", { query }), !hits.length && found.length && word("number-candidates", { n: figures }),
        correction && word("showing", correction), ...lacking(answer), missing && word("partial"),
      ].filter(Boolean).join(" ");
      show(shown, heading, word(shown.length ? "keys" : "enter-for-help"));
      say(`${hits.length ? `${word("count", { n: total })}. ` : ""}${heading}`);
    };

    const tell = (text) => {
      show([], text, "");
      say(text);
    };

    let query = "";
    const ask = asker({
      // What is there stays; only where nothing is, waiting is said.
      slow: () => popup.hidden && tell(word("searching")),
      show: (answer, _, asked) => showAnswer(asked, answer),
      fail: () => tell(word("error")),
    });

    const update = () => {
      query = box.value.trim();
      if (!query) showRecent();
      else if (isTooShort(query)) close();
      else ask(query, { limit: SHOWN, unfinished: isUnfinished(box), isTyped: true });
    };

    const move = (step) => {
      if (popup.hidden) update();
      // Beyond the last row, and before the first, stands the box.
      else activate(((active + step + 1 + rows.length + 1) % (rows.length + 1)) - 1);
    };

    /** What a key does; false leaves it to the browser. */
    const keys = {
      ArrowDown: () => move(1),
      ArrowUp: (event) => (event.altKey ? close() : move(-1)),
      // With a row active these move among the rows, else within the text.
      Home: () => active >= 0 && activate(0),
      End: () => active >= 0 && activate(rows.length - 1),
      Enter: () => active >= 0 && rows[active].click(),
      Escape: () => !popup.hidden && close(),
      Tab: () => close() ?? false,
    };

    box.addEventListener("keydown", (event) => {
      // Keys that belong to an input method are not for the list.
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || !Object.hasOwn(keys, event.key)) return;
      if (keys[event.key](event) !== false) event.preventDefault();
    });
    whenTyped(box, update);
    box.addEventListener("click", () => popup.hidden && update());
    form.addEventListener("submit", () => remember(box.value));
    host.addEventListener("focusout", (event) => host.contains(event.relatedTarget) || close());
    // A press on a row does not take the focus out of the box before the row is opened.
    popup.addEventListener("mousedown", (event) => event.preventDefault());
    popup.addEventListener("mousemove", (event) => {
      const index = [...rows].indexOf(event.target.closest("a"));
      if (index >= 0 && index !== active) activate(index);
    });

    if (document.activeElement === box) update();
  };
})();

// The list under a search box: the editable combobox with a listbox of the WAI-ARIA practices. Focus stays in the box;
// the active row is a link, so that it opens in another tab as links do. An empty box offers the look-ups kept here.
"use strict";

(() => {
  const SHOWN = 7;
  /** Shorter than this is not searched while typing. */
  const SHORTEST = 2;
  /** Milliseconds until waiting is said, and until a count is read out. */
  const SLOW = 300;
  const QUIET = 500;

  const { address, element, engine, identity, keep, recent, remember, word } = tracuu.client;
  let made = 0;

  /** Makes a combobox of a search box. @param {HTMLInputElement} box */
  tracuu.combobox = (box) => {
    const { form, parentElement: host } = box;
    const id = `_combobox-${++made}`;
    const note = element("p", { class: "combobox-note" });
    const list = element("div", { role: "listbox", id, "aria-label": word("suggestions") });
    const foot = element("p", { class: "combobox-foot" });
    const popup = element("div", { class: "combobox-popup", hidden: true }, note, list, foot);
    const said = element("span", { class: "visually-hidden", role: "status" });
    let active = -1;
    let turn = 0;
    let saying = 0;

    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false", "aria-haspopup": "listbox",
    })) box.setAttribute(name, value);
    host.classList.add("combobox");
    host.append(popup, said);

    const options = () => [...list.children];
    const isOpen = () => !popup.hidden;
    const say = (text) => {
      clearTimeout(saying);
      saying = setTimeout(() => { said.textContent = text; }, QUIET);
    };

    const activate = (index) => {
      active = index;
      options().forEach((option, k) => option.setAttribute("aria-selected", String(k === index)));
      const option = list.children[index];
      if (option) {
        box.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else {
        box.removeAttribute("aria-activedescendant");
      }
    };

    const setOpen = (open) => {
      popup.hidden = !open;
      box.setAttribute("aria-expanded", String(open));
      if (!open) activate(-1);
    };

    const close = () => {
      turn += 1;
      setOpen(false);
      say("");
    };

    const show = (rows, heading, footing) => {
      // A row that stays keeps its place in mind: the list changes under the reader only where answers do.
      const kept = active >= 0 ? list.children[active].pathname : null;
      list.replaceChildren(...rows);
      rows.forEach((row, k) => { row.id = `${id}-${k}`; });
      note.textContent = heading;
      foot.textContent = footing;
      note.hidden = !heading;
      setOpen(true);
      activate(kept ? rows.findIndex((row) => row.pathname === kept) : -1);
    };

    const row = (href, kind, ...children) =>
      element("a", { role: "option", href, tabindex: "-1", class: `combobox-row ${kind}`, "aria-selected": "false" }, ...children);

    const asked = (query) => `?q=${encodeURIComponent(query)}`;
    const page = (query) => `${form.action}${asked(query)}`;

    const showRecent = () => {
      const queries = recent();
      if (queries.length === 0) return close();
      const erase = row("#", "combobox-erase", word("erase-recent"));
      erase.addEventListener("click", (event) => {
        event.preventDefault();
        keep([]);
        close();
        say(word("erased"));
      });
      show([...queries.map((query) => row(page(query), "combobox-recent", query)), erase], word("recent"), word("kept-here"));
    };

    const showHits = (query, answer) => {
      if (answer.missing > 0 && answer.hits.length === 0) return fail();
      const rows = answer.hits.map((hit) => row(
        address(hit, asked(query)), hit.isNumberMatch ? "is-number" : "",
        element("span", { class: "combobox-identity", lang: "vi" }, ...identity(hit)),
        element("span", { class: "combobox-title", lang: "vi" }, hit.title || hit.fileName),
      ));
      for (const each of rows) each.addEventListener("click", () => remember(query));
      const count = word("count", { n: answer.total });
      if (answer.total > rows.length) rows.push(row(page(query), "combobox-all", word("see-all", { n: answer.total })));
      const corrected = answer.correction ? word("showing", { query: answer.correction.query }) : "";
      const heading = rows.length === 0 ? word("none", { query }) : [corrected, answer.missing > 0 && word("partial")].filter(Boolean).join(" ");
      show(rows, heading, rows.length ? word("keys") : word("enter-for-help"));
      say(rows.length === 0 ? heading : `${count}. ${heading}`);
    };

    const fail = () => {
      show([], word("error"), "");
      say(word("error"));
    };

    const update = async () => {
      const query = box.value.trim();
      const mine = ++turn;
      if (!query) return showRecent();
      if ([...query].length < SHORTEST && !/\d/.test(query)) return close();
      const waiting = setTimeout(() => {
        // What is there stays; only an empty list says that it is waiting.
        if (mine === turn && !isOpen()) show([], word("searching"), "");
      }, SLOW);
      box.setAttribute("aria-busy", "true");
      try {
        const open = await engine();
        // A last word still being typed may go on; one followed by a space is whole.
        const answer = mine === turn && (await open.search(query, { limit: SHOWN, unfinished: !/\s$/.test(box.value) }));
        if (mine === turn) showHits(query, answer);
      } catch {
        if (mine === turn) fail();
      } finally {
        clearTimeout(waiting);
        if (mine === turn) box.removeAttribute("aria-busy");
      }
    };

    const move = (step) => {
      const count = list.children.length;
      if (!isOpen()) update();
      else if (count) activate(active < 0 ? (step > 0 ? 0 : count - 1) : active + step >= count ? -1 : active + step);
    };

    const keys = {
      ArrowDown: (event) => (event.altKey && isOpen() ? null : move(1)),
      ArrowUp: (event) => (event.altKey ? close() : move(-1)),
      // With a row active these move among the rows, else within the text.
      Home: () => (active < 0 ? false : activate(0)),
      End: () => (active < 0 ? false : activate(list.children.length - 1)),
      Enter: () => (active < 0 ? false : list.children[active].click()),
      Escape: () => (isOpen() ? close() : false),
      Tab: () => {
        close();
        return false;
      },
    };

    box.addEventListener("keydown", (event) => {
      // Keys that belong to an input method are not for the list.
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
      const handle = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
      if (handle && handle(event) !== false) event.preventDefault();
    });
    box.addEventListener("input", (event) => event.isComposing || update());
    box.addEventListener("compositionend", update);
    box.addEventListener("click", () => isOpen() || update());
    form.addEventListener("submit", () => remember(box.value));
    host.addEventListener("focusout", (event) => host.contains(event.relatedTarget) || close());
    // A press on a row does not take the focus out of the box before the row is opened.
    popup.addEventListener("mousedown", (event) => event.preventDefault());
    popup.addEventListener("mousemove", (event) => {
      const index = options().indexOf(event.target.closest("[role=option]"));
      if (index >= 0 && index !== active) activate(index);
    });

    if (document.activeElement === box) update();
  };
})();

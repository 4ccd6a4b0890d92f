// Finds an entry of the vocabulary, a record or a file by a few letters. What is chosen stands in the place of the input, with
// its name; the list stands below, so that nothing is completed inside a line that is being typed.
import { encoded, get, putTo, Refused } from "./api.mjs";
import { after, button, element, freshID, isComposing, put } from "./dom.mjs";
import { words } from "./words.mjs";

export const picker = ({ list, label, text: first, labels, allowsTyped, context }) => {
  let text = first;
  const place = element("div", { class: "picker" });
  const swaps = [];
  let shown;

  const swap = (control, ...parts) => {
    shown = control;
    put(place, ...parts);
    for (const act of swaps) act();
  };

  const choose = (value, name) => {
    text = value;
    if (name) labels[value] = name;
    showChosen();
    shown.focus();
    context.changed();
    context.left();
  };

  const showChosen = () => {
    const change = button(
      words.changeShort,
      () => showSearch(true),
      { "aria-label": `${words.change(label)}: ${labels[text] ?? text}` },
    );
    const clear = button(words.clearShort, () => {
      text = "";
      showSearch(true);
      context.changed();
      context.left();
    }, { "aria-label": words.clear(label) });
    const name = element("span", { class: "name" }, labels[text] ?? text);
    swap(change, element("div", { class: "chosen" }, name, labels[text] ? element("code", {}, text) : null, change, clear));
  };

  const showSearch = (takesFocus) => {
    const id = freshID("choices");
    const options = element("ul", { role: "listbox", id, "aria-label": label, hidden: true });
    const input = element(
      "input",
      {
        type: "text",
        role: "combobox",
        "aria-expanded": "false",
        "aria-controls": id,
        "aria-autocomplete": "list",
        autocomplete: "off",
        spellcheck: "false",
        placeholder: words.pickHelp,
      },
    );
    const status = element("p", { class: "unseen", role: "status" });
    let active = -1;
    let latest = 0;

    const close = () => {
      options.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      active = -1;
    };
    const mark = (index) => {
      active = index;
      [...options.children].forEach((option, at) => option.setAttribute("aria-selected", at === index));
      if (index < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", options.children[index].id);
      options.children[index].scrollIntoView({ block: "nearest" });
    };
    const offer = (choices) => {
      put(options, choices.map((choice) => {
        const option = element(
          "li",
          { role: "option", id: freshID("choice"), "aria-selected": "false" },
          element("span", {}, choice.label),
          choice.note ? element("small", {}, choice.note) : null,
        );
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(choice.value, choice.label));
        option.choose = () => choose(choice.value, choice.label);
        return option;
      }));
      options.hidden = !choices.length;
      input.setAttribute("aria-expanded", String(choices.length > 0));
      put(status, words.choices(choices.length));
      active = -1;
      input.removeAttribute("aria-activedescendant");
    };
    const search = async () => {
      const mine = (latest += 1);
      try {
        const { choices } = await get(`pick?${new URLSearchParams({ list, q: input.value })}`);
        if (mine === latest && document.activeElement === input) offer(choices);
      } catch {
        close();
      }
    };
    const soon = after(60, search);
    input.addEventListener("input", () => {
      text = input.value.normalize("NFC").trim();
      context.changed();
      soon();
    });
    input.addEventListener("focus", search);
    input.addEventListener("blur", () => {
      soon.stop();
      close();
      if (allowsTyped && text && shown === input) showChosen();
      context.left();
    });
    input.addEventListener("keydown", (event) => {
      if (isComposing(event)) return;
      const count = options.hidden ? 0 : options.children.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!count) return search();
        const step = event.key === "ArrowDown" ? 1 : -1;
        mark(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (active >= 0) options.children[active].choose();
        else if (allowsTyped && text) choose(text);
        else if (count === 1) options.children[0].choose();
      } else if (event.key === "Escape" && !options.hidden) {
        event.preventDefault();
        close();
      }
    });
    swap(input, input, options, status, list === "attachments" ? upload() : null);
    if (takesFocus) input.focus();
  };

  /** Brings a file from this machine into the content. */
  const upload = () => {
    const file = element("input", { type: "file", "aria-label": words.upload });
    file.addEventListener("change", async () => {
      const [chosen] = file.files;
      if (!chosen) return;
      const name = chosen.name.normalize("NFC");
      try {
        await putTo(`attachment/${encoded(name)}`, chosen, { headers: { "If-None-Match": "*" } });
        context.say(words.uploaded(name));
        choose(name);
      } catch (error) {
        context.say(
          error instanceof Refused ? (error.status === 412 ? words.uploadExists : words.refused(error)) : words.serverGone,
        );
      }
    });
    return element("label", { class: "upload" }, words.upload, " ", file);
  };

  if (text) showChosen();
  else showSearch(false);
  return {
    element: place,
    input: () => shown,
    text: () => text,
    /** Tells whenever another control takes the place of the one before. */
    onSwap: (act) => {
      swaps.push(act);
      act();
    },
    setText: (value) => {
      text = value;
      if (text) showChosen();
      else showSearch(false);
    },
  };
};

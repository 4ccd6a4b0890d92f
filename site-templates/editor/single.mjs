// Controls of single values: texts, dates, numbers, fixed choices, and what is picked from a list.
import { element } from "./dom.mjs";
import { wholeEdits } from "./edits.mjs";
import { picker } from "./picker.mjs";
import { textOf, valueOf } from "./values.mjs";
import { words } from "./words.mjs";

/** One line or more of text, a date, a number. */
const textControl = (shape, tree, base, context) => {
  const shown = textOf(tree?.scalar);
  const isLong = shape.type === "long-text" || shown.includes("\n") || textOf(base).includes("\n");
  const input = element(isLong ? "textarea" : "input", {
    type: isLong ? null : "text",
    rows: isLong ? Math.min(8, 2 + Math.floor(shown.length / 90)) : null,
    inputmode: { integer: "numeric", decimal: "decimal", address: "url" }[shape.type],
    placeholder: shape.type === "date" ? "2014-08-18" : null,
    autocomplete: "off",
    spellcheck: "false",
  });
  // What the input makes of the file's value is what the file says, as long as nobody types.
  input.value = textOf(base);
  let untouched = input.value;
  let sent = untouched;
  let file = base;
  input.value = shown;
  // A sentence is one line of the file, however many it takes on the screen.
  const typed = () => (textOf(file).includes("\n") ? input.value : input.value.replace(/\s*\n\s*/g, " "));
  const value = () => (input.value === untouched ? file : valueOf(typed(), shape));
  input.addEventListener("input", context.changed);
  input.addEventListener("change", context.left);
  return {
    element: input,
    input,
    value,
    edits: (path) => wholeEdits(path, file, value()),
    markSent: () => (sent = input.value),
    rebase: (now) => ([file, untouched] = [now, sent]),
    setText: (text) => {
      if (document.activeElement === input) input.blur();
      input.value = text;
      context.changed();
      context.left();
    },
  };
};

/** One of fixed values. */
const choiceControl = (shape, tree, base, context) => {
  const shown = textOf(tree?.scalar);
  const isKnown = !shown || shape.choices.some(({ value }) => value === shown);
  const options = [
    ["", words.none],
    ...shape.choices.map(({ value, label }) => [value, label]),
    ...(isKnown ? [] : [[shown, shown]]),
  ];
  const input = element(
    "select",
    {},
    options.map(([value, label]) => element("option", { value, selected: value === shown }, label)),
  );
  let file = base;
  const value = () => (input.value === textOf(file) ? file : valueOf(input.value, shape));
  input.addEventListener("change", () => {
    context.changed();
    context.left();
  });
  return {
    element: input,
    input,
    value,
    edits: (path) => wholeEdits(path, file, value()),
    markSent: () => {},
    rebase: (now) => (file = now),
    setText: (text) => {
      if (![...input.options].some((option) => option.value === text)) input.append(element("option", { value: text }, text));
      input.value = text;
      context.changed();
      context.left();
    },
  };
};

/** An entry of the vocabulary, a record or a file, found by a few letters. */
const pickedControl = (field, tree, base, context) => {
  const { shape } = field;
  const list = shape.type === "id" ? shape.of : shape.type === "record" ? "records" : "attachments";
  let file = base;
  const control = picker({
    list,
    label: field.label,
    text: textOf(tree?.scalar),
    labels: context.labels,
    allowsTyped: shape.type !== "id",
    context,
  });
  const value = () => (control.text() === textOf(file) ? file : valueOf(control.text(), shape));
  return {
    element: control.element,
    get input() {
      return control.input();
    },
    onSwap: control.onSwap,
    value,
    edits: (path) => wholeEdits(path, file, value()),
    markSent: () => {},
    rebase: (now) => (file = now),
    setText: (text) => {
      control.setText(text);
      context.changed();
      context.left();
    },
  };
};

/** What the form cannot take apart: shown as it stands in the file. */
export const rawControl = (yaml, base) => ({
  element: element("div", {}, element("pre", { tabindex: "0" }, yaml ?? ""), element("p", { class: "help" }, words.rawField)),
  value: () => base,
  edits: () => [],
  markSent: () => {},
  rebase: () => {},
});

export const leafControl = (field, tree, base, context) => {
  switch (field.shape.type) {
    case "choice":
    case "truth":
      return choiceControl(field.shape, tree, base, context);
    case "id":
    case "record":
    case "attachment":
      return pickedControl(field, tree, base, context);
    default:
      return textControl(field.shape, tree, base, context);
  }
};

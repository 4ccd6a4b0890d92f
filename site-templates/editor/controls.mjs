// The controls of a form, one for each shape that a field may have. Those of single values are in `single.mjs`, those of lists
// in `lists.mjs`.
//
// A control has an `element`; `value()` is what it says now, undefined for nothing; `edits(path)` are the changes that make of
// the file's value what it says; `child(step)` is the control of a step below it. `markSent` notes what is on its way to the
// file, and `rebase` takes it for the file's own once it is saved, without touching what was typed since.
//
// A control never assigns the value of an input that has the focus: input methods lose their place by it.
import { element, freshID, put } from "./dom.mjs";
import { wholeEdits } from "./edits.mjs";
import { fits } from "./fits.mjs";
import { listControl, namedControl } from "./lists.mjs";
import { leafControl, rawControl } from "./single.mjs";
import { nodeOf, valueOfTree } from "./tree.mjs";
import { below, fieldOf, isMapping, stepsOf, textOf } from "./values.mjs";
import { words } from "./words.mjs";

/** A control with its label, its help, and a place for what is wrong with it. */
const labelledControl = (field, control, isGroup) => {
  const id = freshID("field");
  const help = element("p", { class: "help", id: `${id}-help` }, field.help ?? "");
  const problems = element("div", { class: "problems", id: `${id}-problems` });
  const mark = field.required ? element("span", { class: "required" }, ` (${words.required})`) : null;
  const target = control.input;
  const describe = () => {
    control.input.id = id;
    control.input.setAttribute("aria-describedby", `${id}-help ${id}-problems`);
  };
  if (target) describe();
  control.described = describe;
  const heading = isGroup ? element("legend", {}, field.label, mark) : element(
    "label",
    { for: target ? id : null },
    field.label,
    mark,
  );
  const box = element(
    isGroup ? "fieldset" : "div",
    { class: `field ${field.shape.type}` },
    heading,
    control.element,
    field.help ? help : null,
    problems,
  );
  control.problems = problems;
  return Object.assign(Object.create(control), {
    element: box,
    inner: control,
    showProblems: (found) => {
      put(problems, found);
      control.input?.setAttribute("aria-invalid", found.some((item) => item.dataset.severity === "error"));
    },
    focus: () => (control.input ?? box.querySelector("input, textarea, select, button"))?.focus(),
  });
};

/** Named fields below one. */
export const fieldsControl = (shape, tree, base, context) => {
  let file = base;
  const children = shape.fields.map((field) => [
    field.key,
    fieldControl(field, nodeOf(tree, field.key), fieldOf(base, field.key), context),
  ]);
  const order = () => {
    const known = isMapping(file) ? file.fields.map(([name]) => name) : [];
    return [...children].sort(([a], [b]) => (known.indexOf(a) + 1 || 99) - (known.indexOf(b) + 1 || 99));
  };
  const value = () => {
    const fields = order().map(([name, child]) => [name, child.value()]);
    const said = fields.filter(([, inner]) => inner !== undefined);
    return said.length ? { fields: said } : undefined;
  };
  return {
    element: element("div", { class: "inner" }, children.map(([, child]) => child.element)),
    value,
    edits: (path) => {
      if (!isMapping(file) || value() === undefined) return wholeEdits(path, file, value());
      return children.flatMap(([name, child]) => child.edits(below(path, name)));
    },
    child: (step) => children.find(([name]) => name === step)?.[1],
    markSent: () => children.forEach(([, child]) => child.markSent()),
    rebase: (now) => {
      file = now;
      for (const [name, child] of children) child.rebase(fieldOf(now, name));
    },
  };
};

/** One word, or a value. */
const eitherControl = (field, tree, base, context) => {
  const { shape } = field;
  let file = base;
  const isWord = tree?.scalar !== undefined && tree.scalar !== null && textOf(tree.scalar) === shape.word;
  const input = element(
    "select",
    { "aria-label": field.label },
    [["", words.none], [shape.word, shape.word], ["other", field.label]].map(([value, text]) => element("option", { value }, text)),
  );
  input.value = isWord ? shape.word : tree && tree.scalar !== null ? "other" : "";
  const control = anyControl({ ...field, shape: shape.one }, isWord ? undefined : tree, undefined, context);
  const show = () => (control.element.hidden = input.value !== "other");
  input.addEventListener("change", () => {
    show();
    context.changed();
    context.left();
  });
  show();
  const value = () => (input.value === "other" ? control.value() : input.value ? shape.word : undefined);
  return {
    element: element("div", { class: "inner" }, input, control.element),
    value,
    edits: (path) => wholeEdits(path, file, value()),
    child: (step) => control.child?.(step),
    markSent: () => {},
    rebase: (now) => (file = now),
    focus: () => input.focus(),
  };
};

/** The control of a field, whatever its shape, without its label. */
export const anyControl = (field, tree, base, context) => {
  const { shape } = field;
  switch (shape.type) {
    case "list":
      return listControl(field, shape.one, tree, base, context);
    case "list-of-fields":
      return listControl(field, { type: "fields", fields: shape.fields }, tree, base, context);
    case "fields":
      return fieldsControl(shape, tree, base, context);
    case "named":
      return namedControl(field, tree, base, context);
    case "either":
      return eitherControl(field, tree, base, context);
    default:
      return leafControl(field, tree, base, context);
  }
};

const groups = new Set(["list", "list-of-fields", "fields", "named", "either"]);

/** The control of a field with its label. `path` is needed at the top alone, to show what cannot be taken apart. */
export const fieldControl = (field, tree, base, context, path) => {
  const isOdd = path !== undefined && (!fits(base, field.shape) || !fits(valueOfTree(tree), field.shape));
  const control = isOdd ? rawControl(context.raw[path], base) : anyControl(field, tree, base, context);
  const made = labelledControl(field, control, groups.has(field.shape.type));
  control.onSwap?.(control.described);
  made.element.dataset.key = field.key;
  return made;
};

/** The control of a written path below a top-level one, as near as there is one. */
export const controlAt = (controls, path) => {
  const [first, ...steps] = stepsOf(path);
  let control = controls.get(first);
  for (const step of steps) {
    const next = control?.child?.(step);
    if (!next) break;
    control = next;
  }
  return control;
};

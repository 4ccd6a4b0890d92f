// The form of a record: its fields in groups, and its text; or the whole file as text where there is no form for it.
import { fieldControl } from "./controls.mjs";
import { element, freshID } from "./dom.mjs";
import { textEditor } from "./text.mjs";
import { applyEdits, nodeOf, treeOf, valueOfTree } from "./tree.mjs";
import { fieldOf } from "./values.mjs";
import { words } from "./words.mjs";

/**
 * A form. `draft` has changes that are not saved, null for none. `changes()` gives what is not saved, null for nothing.
 */
export const formOf = (setup, record, draft, context) =>
  record.text === undefined ? fieldsForm(setup, record, draft, context) : fileForm(record, draft, context);

const fileForm = (record, draft, context) => {
  const text = textEditor({
    text: draft?.text ?? record.text,
    base: record.text,
    id: freshID("file"),
    label: words.file,
    help: words.textHelp,
    context,
  });
  return {
    element: text.element,
    controls: new Map(),
    text: { goTo: text.goTo, showProblems: text.showProblems },
    changes: () => (text.value() === null ? null : { text: text.value() }),
    markSent: text.markSent,
    rebase: () => text.rebase(),
  };
};

const fieldsForm = (setup, record, draft, outer) => {
  const kind = setup.kinds.find(({ kind: id }) => id === record.kind);
  const tree = applyEdits(treeOf(record.values), draft?.edits ?? []);
  const context = { ...outer, raw: record.raw, labels: record.labels };
  const controls = new Map();
  for (const field of kind.fields) {
    controls.set(field.key, fieldControl(field, nodeOf(tree, field.key), fieldOf(record.values, field.key), context, field.key));
  }
  const groups = kind.groups.map(({ title, keys }, index) => {
    const isUsed = keys.some((key) => valueOfTree(nodeOf(tree, key)) !== undefined);
    return element(
      "details",
      { class: "group", open: index < 2 || isUsed },
      element("summary", {}, element("h2", {}, title)),
      keys.map((key) => controls.get(key).element),
    );
  });
  const unknown = Object.entries(record.unknown ?? {}).map(([key, yaml]) => element(
    "div",
    { class: "field" },
    element("h3", {}, key),
    element("pre", { tabindex: "0" }, yaml),
    element("p", { class: "help" }, words.rawField),
  ));
  const others = unknown.length ? element(
    "details",
    { class: "group", open: true },
    element("summary", {}, element("h2", {}, words.unknownFields)),
    unknown,
  ) : null;
  const text = textEditor({
    text: draft?.body ?? record.body,
    base: record.body,
    id: freshID("text"),
    label: words.text,
    help: words.textHelp,
    context,
  });
  const all = [...controls.values()];
  const form = element(
    "form",
    { autocomplete: "off", novalidate: true },
    groups,
    others ?? "",
    element("div", { class: "group open" }, text.element),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  return {
    element: form,
    controls,
    text,
    changes: () => {
      const edits = [...controls].flatMap(([key, control]) => control.edits(key));
      const body = text.value();
      return edits.length || body !== null ? { edits, body } : null;
    },
    markSent: () => {
      all.forEach((control) => control.markSent());
      text.markSent();
    },
    rebase: (now) => {
      for (const [key, control] of controls) control.rebase(fieldOf(now.values, key));
      text.rebase();
    },
  };
};

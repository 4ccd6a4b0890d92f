// Controls of lists, and of values under names that the editor chooses.
import { anyControl, fieldsControl } from "./controls.mjs";
import { button, element, put } from "./dom.mjs";
import { listEdits, wholeEdits } from "./edits.mjs";
import { leafControl } from "./single.mjs";
import { treeOf } from "./tree.mjs";
import { areSame, isList, textOf } from "./values.mjs";
import { words } from "./words.mjs";

/** A list of values or of named fields. Items know where they stood in the file. */
export const listControl = (field, one, tree, base, context) => {
  let file = base;
  const isSingle = () => file !== undefined && file !== null && !isList(file);
  const items = [];
  const list = element("ol", { class: "items" });
  const filed = (origin) => (origin === null ? undefined : isSingle() ? file : file?.[origin]);

  const shell = (item) => {
    const what = () => words.item(field.label.toLowerCase(), items.indexOf(item) + 1);
    const up = button("↑", () => move(item), {});
    const away = button("×", () => drop(item), {});
    item.name = () => {
      up.setAttribute("aria-label", words.moveUp(what()));
      away.setAttribute("aria-label", words.removeItem(what()));
      up.disabled = items.indexOf(item) === 0;
      item.label?.(what());
    };
    return element("li", {}, item.control.element, element("div", { class: "item-tools" }, up, away));
  };
  const rename = () => items.forEach((item) => item.name());
  const make = (origin, node, place = items.length) => {
    const inner = one.type === "fields" ? fieldsControl(one, node, filed(origin), context) : leafControl(
      { ...field, shape: one },
      node,
      filed(origin),
      context,
    );
    const item = { origin, control: inner };
    if (inner.input || inner.onSwap) {
      const problems = element("div", { class: "problems" });
      item.label = (text) => {
        inner.input?.setAttribute("aria-label", text);
        inner.onSwap?.(() => inner.input?.setAttribute("aria-label", text));
      };
      inner.showProblems = (found) => put(problems, found);
      inner.element = element("div", { class: "one" }, inner.element, problems);
      inner.focus = () => inner.input?.focus();
    } else {
      const problems = element("div", { class: "problems" });
      item.label = (text) => {
        inner.element.setAttribute("role", "group");
        inner.element.setAttribute("aria-label", text);
      };
      inner.element.append(problems);
      inner.showProblems = (found) => put(problems, found);
      inner.focus = () => inner.element.querySelector("input, textarea, select, button")?.focus();
    }
    item.element = shell(item);
    items.splice(place, 0, item);
    list.insertBefore(item.element, list.children[place] ?? null);
    rename();
    return item;
  };
  const drop = (item) => {
    const place = items.indexOf(item);
    items.splice(place, 1);
    item.element.remove();
    rename();
    (items[Math.min(place, items.length - 1)]?.control ?? adding).focus();
    context.changed();
    context.left();
  };
  const move = (item) => {
    const place = items.indexOf(item);
    if (place < 1) return;
    items.splice(place - 1, 0, ...items.splice(place, 1));
    list.insertBefore(item.element, list.children[place - 1]);
    rename();
    item.element.querySelector(".item-tools button:last-child").focus();
    context.changed();
    context.left();
  };
  const adding = button(words.add(field.label.toLowerCase()), () => {
    make(null, one.type === "fields" ? treeOf({ fields: [] }, false) : undefined).control.focus();
    context.changed();
  });

  const nodes = tree?.items ?? (tree && tree.scalar !== null && (tree.scalar !== undefined || tree.fields) ? [{
    origin: base === undefined ? null : 0,
    node: tree,
  }] : []);
  for (const { origin, node } of nodes) make(
    base === undefined || (origin !== null && filed(origin) === undefined) ? null : origin,
    node,
  );

  const said = () => items.filter((item) => item.control.value() !== undefined);
  const value = () => {
    const values = said().map((item) => item.control.value());
    if (!values.length) return file === null ? null : undefined;
    return isSingle() && values.length === 1 ? values[0] : values;
  };
  return {
    element: element("div", {}, list, adding),
    value,
    edits: (path) => {
      const now = value();
      if (areSame(file, now)) return [];
      if (!isList(file) || now === undefined || !isList(now)) return wholeEdits(path, file, now);
      return listEdits(path, file, said());
    },
    child: (step) => items[step]?.control,
    /** Mends the item that says `wrong`. */
    setText: one.type === "fields" ? undefined : (text, wrong) => {
      const item = items.find((one) => textOf(one.control.value()) === wrong) ?? items[0];
      item?.control.setText(text);
    },
    focus: () => (items[0]?.control ?? adding).focus(),
    markSent: () => {
      said().forEach((item, index) => (item.sent = index));
      items.forEach((item) => item.control.markSent());
      items.filter((item) => !said().includes(item)).forEach((item) => (item.sent = null));
    },
    rebase: (saved) => {
      file = saved;
      for (const item of items) {
        item.origin = item.sent ?? null;
        item.control.rebase(filed(item.origin));
      }
    },
  };
};

/** Values under names that the editor chooses. */
export const namedControl = (field, tree, base, context) => {
  let file = base;
  const rows = [];
  const list = element("ol", { class: "items" });
  const { one } = field.shape;
  const make = (name, node) => {
    const input = element("input", { type: "text", "aria-label": words.name, autocomplete: "off", spellcheck: "false" });
    input.value = name;
    input.addEventListener("input", context.changed);
    input.addEventListener("change", context.left);
    const control = anyControl({ ...field, shape: one }, node, undefined, context);
    control.input?.setAttribute("aria-label", field.label);
    const row = { input, control };
    const away = button("×", () => {
      rows.splice(rows.indexOf(row), 1);
      row.element.remove();
      adding.focus();
      context.changed();
      context.left();
    }, { "aria-label": words.removeItem(field.label.toLowerCase()) });
    row.element = element(
      "li",
      {},
      element("div", { class: "inner" }, input, control.element),
      element("div", { class: "item-tools" }, away),
    );
    rows.push(row);
    list.append(row.element);
    return row;
  };
  const adding = button(words.add(field.label.toLowerCase()), () => {
    make("", undefined).input.focus();
    context.changed();
  });
  for (const [name, node] of tree?.fields ?? []) make(name, node);
  const value = () => {
    const said = rows.map(({ input, control }) => [
      input.value.normalize("NFC").trim(),
      control.value(),
    ]).filter(([name, inner]) => name && inner !== undefined);
    return said.length ? { fields: said } : undefined;
  };
  return {
    element: element("div", {}, list, adding),
    value,
    edits: (path) => wholeEdits(path, file, value()),
    markSent: () => {},
    rebase: (now) => (file = now),
    focus: () => adding.focus(),
  };
};

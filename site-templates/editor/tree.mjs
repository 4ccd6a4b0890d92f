// Values with the places that they had in the file, so that items of lists are known again after being moved.
import { isList, isMapping, stepsOf } from "./values.mjs";

/** A tree of a value. Each item of a list knows its `origin`, its index in the file; null for a new one. */
export const treeOf = (value, hasOrigins = true) => {
  if (isList(value)) return { items: value.map((item, index) => ({
    origin: hasOrigins ? index : null,
    node: treeOf(item, hasOrigins),
  })) };
  if (isMapping(value)) return { fields: value.fields.map(([name, inner]) => [name, treeOf(inner, hasOrigins)]) };
  return { scalar: value };
};

/** The value of a tree. */
export const valueOfTree = (tree) => {
  if (tree === undefined) return undefined;
  if (tree.items) return tree.items.map((item) => valueOfTree(item.node));
  if (tree.fields) return { fields: tree.fields.map(([name, node]) => [name, valueOfTree(node)]) };
  return tree.scalar;
};

export const nodeOf = (tree, name) => tree?.fields?.find(([key]) => key === name)?.[1];

/** Makes the edits of a draft, in their order. Those that lead nowhere are left out. */
export const applyEdits = (tree, edits) => {
  for (const edit of edits) {
    const steps = stepsOf(edit.path);
    const last = steps.pop();
    let holder = tree;
    for (const step of steps) holder = typeof step === "number" ? holder?.items?.[step]?.node : nodeOf(holder, step);
    if (holder) applyTo(holder, last, edit);
  }
  return tree;
};

const applyTo = (holder, step, edit) => {
  if (typeof step === "number") {
    if (!holder.items) return;
    if ("insert" in edit) holder.items.splice(step, 0, { origin: null, node: treeOf(edit.insert, false) });
    else if ("move" in edit) holder.items.splice(edit.move, 0, ...holder.items.splice(step, 1));
    else if (edit.remove) holder.items.splice(step, 1);
    else if (holder.items[step]) holder.items[step].node = treeOf(edit.set, false);
    return;
  }
  if (!holder.fields) return;
  const index = holder.fields.findIndex(([name]) => name === step);
  if (edit.remove) {
    if (index >= 0) holder.fields.splice(index, 1);
  } else if ("set" in edit) {
    const field = [step, treeOf(edit.set, false)];
    if (index >= 0) holder.fields[index] = field;
    else holder.fields.push(field);
  }
};

// The changes that make one value of another.
import { areSame, below } from "./values.mjs";

/** Puts the whole value in the place of the other. */
export const wholeEdits = (path, base, value) => {
  if (areSame(base, value)) return [];
  const old = base === undefined ? {} : { old: base };
  return value === undefined ? [{ path, remove: true, ...old }] : [{ path, set: value, ...old }];
};

/** Changes of the items that stay, then removals from the end, moves, and new items from the start. */
export const listEdits = (path, file, said) => {
  const kept = said.filter((item) => item.origin !== null);
  const edits = kept.flatMap((item) => item.control.edits(below(path, item.origin)));
  const origins = kept.map((item) => item.origin);
  for (let index = file.length - 1; index >= 0; index -= 1) {
    if (!origins.includes(index)) edits.push({ path: below(path, index), remove: true, old: file[index] });
  }
  const standing = [...origins].sort((a, b) => a - b);
  origins.forEach((origin, index) => {
    const from = standing.indexOf(origin);
    if (from === index) return;
    standing.splice(index, 0, ...standing.splice(from, 1));
    edits.push({ path: below(path, from), move: index });
  });
  said.forEach((item, index) => {
    if (item.origin === null) edits.push({ path: below(path, index), insert: item.control.value() });
  });
  return edits;
};

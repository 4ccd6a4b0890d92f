// The changes that the editor's forms send: made one after the other, they make of the file's value what the form says.
import assert from "node:assert/strict";
import test from "node:test";
import { listEdits, wholeEdits } from "../../site-templates/editor/edits.mjs";
import { applyEdits, nodeOf, treeOf, valueOfTree } from "../../site-templates/editor/tree.mjs";
import { areSame, below, stepsOf, valueOf } from "../../site-templates/editor/values.mjs";

/** Numbers that are the same in every run. */
const random = (seed) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;

test("any changes of a list come to what it is now", () => {
  const next = random(20261130);
  const pick = (count) => Math.floor(next() * count);
  for (let round = 0; round < 500; round += 1) {
    const base = Array.from({ length: 1 + pick(6) }, (_, index) => `mục ${index}`);
    const items = base.map((text, origin) => ({ origin, text }));
    for (let change = 0; change < 5; change += 1) {
      const place = pick(items.length);
      if (pick(4) === 0) items.splice(place, 1);
      else if (pick(3) === 0) items.splice(pick(items.length + 1), 0, { origin: null, text: `mới ${round} ${change}` });
      else if (pick(2) === 0 && items.length) items.splice(pick(items.length), 0, ...items.splice(place, 1));
      else if (items.length) items[place].text = `đổi ${change}`;
    }
    const said = items.map(({ origin, text }) => ({
      origin,
      control: { value: () => text, edits: (path) => wholeEdits(path, origin === null ? undefined : base[origin], text) },
    }));
    const edits = listEdits("topics", base, said);
    const tree = applyEdits(treeOf({ fields: [["topics", base]] }), edits);
    const now = items.map(({ text }) => text);
    assert.deepEqual(valueOfTree(nodeOf(tree, "topics")), now);
    if (areSame(base, now) && items.every(({ origin }, index) => origin === index)) assert.deepEqual(edits, []);
  }
});

test("paths are read as they are written", () => {
  for (const steps of [["title"], ["relations", 1, "target"], ["nets", "Rất tốt. Tốt"], ["nets", 'a"b\\c'], ["a", 0, 12]]) {
    assert.deepEqual(stepsOf(steps.reduce(below, "")), steps);
  }
});

test("what is typed becomes a value of the field's shape", () => {
  assert.equal(valueOf("  ", { type: "text" }), undefined);
  assert.equal(valueOf("tie\u0302\u0301ng", { type: "text" }), "tiếng");
  assert.equal(valueOf("2014", { type: "text" }), "2014");
  assert.deepEqual(valueOf("2014", { type: "date" }), { number: "2014" });
  assert.deepEqual(valueOf("3", { type: "integer" }), { number: "3" });
  assert.equal(valueOf("true", { type: "truth" }), true);
});

test("an edit that leads nowhere changes nothing", () => {
  const tree = treeOf({ fields: [["title", "Một"]] });
  applyEdits(tree, [{ path: "sources[2].url", set: "x" }, { path: "title.a", remove: true }]);
  assert.deepEqual(valueOfTree(tree), { fields: [["title", "Một"]] });
});

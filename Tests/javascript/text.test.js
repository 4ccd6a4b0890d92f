// The text rules of the page against the vectors that the Swift tests read too.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, vectors } = require("./load.js");

const tracuu = load("text.js");

test("each spelling gives its keys", () => {
  for (const { text, folded, exact } of vectors("syllables")) {
    const syllables = tracuu.syllables(text);
    assert.deepEqual(Array.from(syllables, (syllable) => syllable.folded), folded, text);
    assert.deepEqual(Array.from(syllables, (syllable) => syllable.exact), exact, text);
  }
});

test("folding drops case and marks", () => {
  for (const { text, folded } of vectors("folding")) assert.equal(tracuu.fold(text), folded);
});

test("syllables stand where the text has them", () => {
  const text = "Kết luận: “100-KL/TW”";
  const words = tracuu.syllables(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(Array.from(words), ["Kết", "luận", "100", "KL", "TW"]);
});

test("a word as long as a file ends", () => {
  assert.equal(tracuu.syllables("ế".repeat(400_000)).length, 1);
});

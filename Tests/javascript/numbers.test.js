// The number reader of the page against the vectors that the Swift tests read too.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, vectors } = require("./load.js");

const tracuu = load("text.js", "numbers.js");
const codeBook = vectors("code-book");

for (const { typed, reading, keys } of vectors("numbers")) {
  test(`reads ${JSON.stringify(typed)}`, () => {
    const read = tracuu.readNumber(typed, codeBook);
    assert.equal(read.summary, reading);
    assert.deepEqual(Array.from(read.numbers ?? [], (number) => number.key), keys);
  });
}

test("words in front tell apart what the abbreviation cannot", () => {
  assert.deepEqual(tracuu.readNumber("quy định 66-QĐ/TW", codeBook).typeNames, ["Quy định"]);
});

test("a query that is a number alone is told from one that contains it", () => {
  assert.equal(tracuu.readNumber("Kết luận số 100-KL/TW", codeBook).isWhole, true);
  assert.equal(tracuu.readNumber("xử phạt theo nghị định 100/2019/NĐ-CP", codeBook).isWhole, false);
});

test("a megabyte of figures and slashes is refused at once", () => {
  for (const piece of ["1/", "12345678901234567890", "1-KL/", "TTLTBYT", "số ", "a.", "-", "1 QĐ "]) {
    const start = performance.now();
    tracuu.readNumber(piece.repeat(1_000_000 / piece.length), codeBook);
    assert.ok(performance.now() - start < 2_000, piece);
  }
});

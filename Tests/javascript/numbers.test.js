// Numbers as they are typed, looked up in the index that the Swift tests made (fixtures/search-index.json, “numbers”), against
// the vectors that the Swift tests read too.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { engineScripts, load, vectors } = require("./load.js");

const tracuu = load(...engineScripts);
const { shards } = JSON.parse(fs.readFileSync(path.join(__dirname, "fixtures/search-index.json"), "utf8")).numbers;
const open = () => tracuu.openSearch(async (name) => shards[name]);

for (const { typed, finds } of vectors("number-lookups").lookups) {
  test(`finds ${JSON.stringify(typed)}`, async () => {
    const { hits } = await (await open()).search(typed, { limit: 100, correct: false });
    assert.deepEqual(hits.filter((hit) => hit.isNumberMatch).map((hit) => hit.number).sort(), [...finds].sort());
  });
}

const types = ["kl ketluan", "nd nghidinh"];

test("a query that is a number alone is told from one that contains it", async () => {
  const rows = async () => [["2019nđcp", 2019, 1, 0]];
  assert.equal((await tracuu.findNumber("nghị định 100/2019/NĐ-CP", types, rows)).isWhole, true);
  assert.equal((await tracuu.findNumber("xử phạt theo nghị định 100/2019/NĐ-CP", types, rows)).isWhole, false);
});

test("a number that nobody bears is still asked for as printed", async () => {
  const none = async () => [];
  assert.equal((await tracuu.findNumber("nghị định 43/2014/NĐ-CP", types, none)).printed, "43 2014 NĐ CP");
  assert.equal((await tracuu.findNumber("7-CT/TW", types, none)).printed, "07 CT TW");
  assert.equal((await tracuu.findNumber("theo 43/2014/NĐ-CP", types, none)).printed, null);
});

test("figures that count or measure ask for no shard", async () => {
  const asked = [];
  for (const text of ["tháng 3 năm 2016", "Điều 5 khoản 2", "30 ngày", "18/8/2014", "5 triệu đồng"]) {
    await tracuu.findNumber(text, types, async (sequence) => asked.push(sequence) && []);
  }
  assert.deepEqual(asked, []);
});

test("a megabyte of figures and slashes is refused at once", async () => {
  for (const piece of ["1/", "12345678901234567890", "1-KL/", "TTLTBYT", "số ", "a.", "-", "1 QĐ "]) {
    const start = performance.now();
    await tracuu.findNumber(piece.repeat(1_000_000 / piece.length), types, async () => []);
    assert.ok(performance.now() - start < 2_000, piece);
  }
});

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
  const [alone] = await tracuu.findNumbers("nghị định 100/2019/NĐ-CP", types, rows);
  const [among] = await tracuu.findNumbers("xử phạt theo nghị định 100/2019/NĐ-CP", types, rows);
  assert.deepEqual([alone.isWhole, among.isWhole], [true, false]);
});

test("a number that nobody bears is still asked for as printed, and is no other issuer's", async () => {
  const none = async () => [];
  const other = async () => [["2014ttbtc", 2014, 0, 3], ["2014nđbtc", 2014, 1, 5]];
  const one = async (typed, rows = none) => (await tracuu.findNumbers(typed, types, rows))[0];
  assert.equal((await one("nghị định 43/2014/NĐ-CP")).printed, "43 2014 NĐ CP");
  assert.equal((await one("7-CT/TW")).printed, "07 CT TW");
  assert.equal((await one("theo 43/2014/NĐ-CP")).printed, null);
  const absent = await one("theo 43/2014/NĐ-CP", other);
  assert.deepEqual([absent.rows, absent.absent], [[], ["43", "2014", "NĐ", "CP"]]);
  // What is not typed to its end goes on.
  assert.deepEqual((await one("43/2014/NĐ-B", other)).rows.map((row) => row[3]), [5]);
});

test("all numbers of a query are read", async () => {
  const rows = async (sequence) => ({ 30: [["2020nđcp", 2020, 1, 7]], 99: [["2016nđcp", 2016, 1, 8]] })[sequence] ?? [];
  const found = await tracuu.findNumbers("30/2020/NĐ-CP và nghị định 99/2016/NĐ-CP", types, rows);
  assert.deepEqual(found.map((each) => [each.rows[0][3], each.first, each.end]), [[7, 0, 4], [8, 5, 11]]);
});

test("figures that count or measure ask for no shard", async () => {
  const asked = [];
  for (const text of ["tháng 3 năm 2016", "Điều 5 khoản 2", "30 ngày", "18/8/2014", "5 triệu đồng"]) {
    await tracuu.findNumbers(text, types, async (sequence) => asked.push(sequence) && []);
  }
  assert.deepEqual(asked, []);
});

test("a megabyte of figures and slashes is refused at once", async () => {
  for (const piece of ["1/", "12345678901234567890", "1-KL/", "TTLTBYT", "số ", "a.", "-", "1 QĐ "]) {
    const start = performance.now();
    await tracuu.findNumbers(piece.repeat(1_000_000 / piece.length), types, async () => []);
    assert.ok(performance.now() - start < 2_000, piece);
  }
});

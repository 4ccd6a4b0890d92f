// The browser's search engine against the answers of the command's reader (fixtures/search-index.json, written by
// SearchTests), and what only the browser has: unfinished words, pages of results, missing files.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vm = require("node:vm");

const assets = path.join(__dirname, "../../site-templates/assets");
for (const name of ["text.js", "numbers.js", "search-entries.js", "search-snippet.js", "search-engine.js"]) {
  const file = path.join(assets, name);
  vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
}
const { tracuu } = globalThis;
const fixture = JSON.parse(fs.readFileSync(path.join(__dirname, "fixtures/search-index.json"), "utf8"));

/** A loader over a fixture that notes what is asked for and fails for the names in `broken`. */
function loaderOf(shape, broken = () => false) {
  const asked = [];
  const load = async (name) => {
    asked.push(name);
    if (broken(name) || !Object.hasOwn(fixture[shape].shards, name)) throw new Error(`no ${name}`);
    return JSON.parse(JSON.stringify(fixture[shape].shards[name]));
  };
  return { load, asked };
}

for (const shape of ["whole", "cut"]) {
  test(`the browser ranks as the command does, index ${shape}`, async () => {
    const engine = await tracuu.openSearch(loaderOf(shape).load);
    for (const [query, expected] of fixture[shape].answers) {
      const { hits } = await engine.search(query, { limit: 50 });
      assert.deepEqual(hits.map((hit) => [hit.fileName, hit.score]), expected, query);
    }
  });

  test(`an unfinished word finds its ways on, index ${shape}`, async () => {
    const engine = await tracuu.openSearch(loaderOf(shape).load);
    for (const query of ["văn th", "van th", "hoà gi", "gia", "ly lu"]) {
      const { hits } = await engine.search(query, { unfinished: true });
      assert.notEqual(hits.length, 0, query);
    }
    const { hits } = await engine.search("công tác văn th", { unfinished: true });
    assert.equal(hits[0].fileName, "nd-30");
  });
}

test("more results go on where the first ones ended", async () => {
  const engine = await tracuu.openSearch(loaderOf("cut").load);
  const all = (await engine.search("báo cáo", { limit: 15 })).hits.map((hit) => hit.fileName);
  const first = (await engine.search("báo cáo", { limit: 10 })).hits.map((hit) => hit.fileName);
  assert.deepEqual(first, all.slice(0, 10));
});

test("a missing shard leaves a partial answer and says so", async () => {
  const { load } = loaderOf("cut", (name) => name.startsWith("terms/s-"));
  const engine = await tracuu.openSearch(load);
  const answer = await engine.search("điều tra");
  assert.equal(answer.hits[0].fileName, "kl-34");
  assert.ok(answer.missing > 0);
});

test("a shard that failed is asked for again", async () => {
  let failing = true;
  const { load } = loaderOf("cut", (name) => failing && name.startsWith("terms/"));
  const engine = await tracuu.openSearch(load);
  assert.equal((await engine.search("điều tra")).hits.length, 0);
  failing = false;
  assert.notEqual((await engine.search("điều tra")).hits.length, 0);
});

test("shards are loaded once", async () => {
  const { load, asked } = loaderOf("cut");
  const engine = await tracuu.openSearch(load);
  await engine.search("điều tra dư luận");
  await engine.search("điều tra dư luận");
  assert.equal(new Set(asked).size, asked.length);
});

test("an index of another version is refused", async () => {
  await assert.rejects(tracuu.openSearch(async () => ({ format: "tracuu-search", version: 2 })));
});

test("snippets give the text back with the words marked, as text", async () => {
  const engine = await tracuu.openSearch(loaderOf("whole").load);
  const { hits } = await engine.search("phieu hoi");
  const marked = hits[0].snippet.filter((piece) => piece.isMarked).map((piece) => piece.text);
  assert.deepEqual(marked, ["phiếu hỏi"]);
  const pieces = tracuu.snippetOf("<b>điều</b> tra & “dư luận”", [{ folded: "du" }, { folded: "luan" }]);
  assert.equal(pieces.map((piece) => piece.text).join(""), "<b>điều</b> tra & “dư luận”");
});

test("hostile queries are quick and harmless", async () => {
  const engine = await tracuu.openSearch(loaderOf("cut").load);
  const start = performance.now();
  for (const query of [
    "a".repeat(10_000), "điều tra ".repeat(2_000), "\u0000", "😀".repeat(5_000), "\u202Ecba", "<script>", ".*[(", "\\", "\ud800",
    "99999999999999999999999", "-".repeat(10_000), "1/".repeat(5_000), "ạ́̀".repeat(3_000),
  ]) {
    assert.ok((await engine.search(query, { unfinished: true })).hits.length <= 10);
  }
  assert.ok(performance.now() - start < 2_000);
});

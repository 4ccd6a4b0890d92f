// The browser's search engine against the answers of the command's reader (fixtures/search-index.json, written by
// SearchTests), and what only the browser has: unfinished words, pages of results, missing files.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { engineScripts, load: loadScripts } = require("./load.js");

const tracuu = loadScripts(...engineScripts);
const fixture = JSON.parse(fs.readFileSync(path.join(__dirname, "fixtures/search-index.json"), "utf8"));

/** A loader over a fixture that notes what is asked for and fails for the names in `broken`. A page on disk must be told the right script. */
function loaderOf(shape, broken = () => false) {
  const asked = [];
  const load = async (name, script) => {
    asked.push(name);
    if (name !== "manifest" && fixture[shape].shards[name]) assert.ok(fixture[shape].scripts[script].includes(`search/${name}`), name);
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

for (const shape of ["whole", "cut"]) {
  test(`the browser narrows, counts and sorts as the command does, index ${shape}`, async () => {
    const engine = await tracuu.openSearch(loaderOf(shape).load);
    for (const { query, sort, limit, filters, hits, total, facets } of fixture[shape].narrowed) {
      const answer = await engine.search(query, { sort, limit, filters, facets: true, correct: false });
      const where = `${query} ${JSON.stringify(filters)} ${sort}`;
      assert.deepEqual(answer.hits.map((hit) => hit.fileName), hits, where);
      assert.equal(answer.total, total, where);
      assert.deepEqual(answer.facets, facets, where);
    }
  });
}

test("a query says how it was read", async () => {
  const read = (text) => {
    const { words, phrases, excluded, named, years } = tracuu.parseQuery(text);
    return [words, phrases, excluded, named.map(({ facet, value }) => `${facet}=${value}`), years];
  };
  assert.deepEqual(read("điều tra"), ["điều tra", [], [], [], null]);
  assert.deepEqual(read('“dư luận” xã -hội -"a b"'), ["dư luận xã", ["dư luận"], ["hội", "a b"], [], null]);
  assert.deepEqual(read('loại:KL CoQuan:"Ban Bí thư" nam:2014..2020 x'), ["x", [], [], ["type=KL", "issuer=Ban Bí thư"], [2014, 2020]]);
  assert.deepEqual(read("nam:2014.."), ["", [], [], [], [2014, null]]);
  assert.deepEqual(read("nam:..2014 a"), ["a", [], [], [], [null, 2014]]);
  assert.deepEqual(read("100 -KL/TW"), ["100 -KL/TW", [], [], [], null]);
  assert.deepEqual(read('5" loai: nam:x a:b -'), ['5" loai: nam:x a:b -', [], [], [], null]);
  assert.deepEqual(read("-bỏ"), ["bỏ", [], [], [], null]);
});

test("a long record leads to its sections", async () => {
  const engine = await tracuu.openSearch(loaderOf("cut").load);
  const answer = await engine.search("giữ kín danh tính", { facets: true });
  assert.equal(answer.hits[0].fileName, "hd-12");
  const [section] = await answer.sectionsOf(answer.hits[0]);
  assert.equal(section.anchor, "muc-3");
  assert.equal(section.label, "III. Bảo mật");
  assert.ok(section.snippet.some((piece) => piece.isMarked && /danh tính/.test(piece.text)));
  const other = await engine.search("mã số thuế", { facets: true });
  assert.deepEqual(await other.sectionsOf(other.hits[0]), []);
});

test("slips are corrected and said so", async () => {
  const engine = await tracuu.openSearch(loaderOf("cut").load);
  const corrected = async (query, options) => (await engine.search(query, options)).correction?.query ?? null;
  assert.equal(await corrected("ddieeuf tra dư luận"), "điều tra dư luận");
  assert.equal(await corrected("d9ie6u2 tra"), "điều tra");
  assert.equal(await corrected("dieutra dư luận"), "điều tra dư luận");
  assert.equal(await corrected("điều tra dư luậnn xã hội"), "điều tra dư luận xã hội");
  assert.equal(await corrected("điều tra", {}), null);
  assert.equal(await corrected("điều trra", { correct: false }), null);
  assert.equal(await corrected("qqqqqq"), null);
  // A last word may go on; one that nothing goes on from is as good as finished.
  assert.equal(await corrected("điều tr", { unfinished: true }), null);
  assert.equal(await corrected("điều traa", { unfinished: true }), await corrected("điều traa"));
  assert.notEqual(await corrected("điều traa"), null);
  assert.equal(await corrected("dieutra dư luậnn", { unfinished: true }), "điều tra dư luận");
  assert.equal(await corrected("dieutra dư luậnn", { unfinished: true, isWanted: (isLast) => !isLast }), null);
});

test("what nobody waits for loads nothing more", async () => {
  const { load, asked } = loaderOf("cut");
  const engine = await tracuu.openSearch(load);
  assert.equal(await engine.search("điều tra dư luận", { isWanted: () => false }), null);
  assert.deepEqual(asked.filter((name) => name.startsWith("records/")), []);
});

test("typing leftovers are read", () => {
  const pairs = [
    ["tieengs", "tiếng"], ["vieetj", "việt"], ["nguwowif", "người"], ["dduwowngf", "đường"], ["quyeetj", "quyệt"],
    ["hoaf", "hòa"], ["toans", "toán"], ["ddoongf", "đồng"], ["tie6ng1", "tiếng"], ["d9u7o7ng2", "đường"], ["gias", "giá"],
  ];
  for (const [keys, syllable] of pairs) assert.equal(tracuu.typedKeys(keys), syllable, keys);
  assert.equal(tracuu.typedKeys("mn"), null);
});

test("nothing found says what to leave out", async () => {
  const engine = await tracuu.openSearch(loaderOf("cut").load);
  const relief = async (query, options) => (await engine.search(query, options)).relief;
  assert.deepEqual(await relief("xe công vụ", { filters: { year: [2020, null] } }), { dropFilter: { facet: "year", value: [2020, null] } });
  assert.deepEqual(await relief("xe công vụ", { filters: { type: ["báo-cáo"] }, facets: true }), { dropFilter: { facet: "type", value: "báo-cáo" } });
  assert.deepEqual(await relief('điều "tra cứu lạ"'), { dropTerm: '"tra cứu lạ"' });
  assert.equal(await relief("xe công vụ"), null);
});

test("without the facets an answer is partial, not an error", async () => {
  const { load } = loaderOf("cut", (name) => name === "facets" || name.startsWith("sections/"));
  const engine = await tracuu.openSearch(load);
  const answer = await engine.search("điều tra", { facets: true });
  assert.ok(answer.missing > 0 && answer.hits.length > 0);
  assert.deepEqual(answer.facets, {});
});

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

test("whatever kind of shard is missing, there is an answer that says so", async () => {
  const needs = {
    facets: "điều tra", lexicon: "điều trra", abbreviations: "TNHH", "records/": "điều tra", "numbers/": "34-KL/VD", "terms/": "điều tra",
    "rest/": "báo cáo", "sections/": "điều 5 12-HD/BVDTW", dates: "báo cáo tháng 3 năm 2016",
  };
  for (const [kind, query] of Object.entries(needs)) {
    const asked = [];
    const { load } = loaderOf("cut", (name) => name.startsWith(kind) && asked.push(name));
    const engine = await tracuu.openSearch(load);
    const { hits, missing } = await engine.search(query, { facets: true });
    assert.ok(asked.length > 0, `${query} needs ${kind}`);
    assert.ok(missing > 0 && Array.isArray(hits), kind);
  }
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
  await assert.rejects(tracuu.openSearch(async () => ({ format: "tracuu-search", version: 1 })));
});

test("lone syllables are not marked under a title with the phrase", () => {
  const marked = (title) => tracuu.snippetOf(tracuu.wordsOf({ title, text: "Thảo luận ở cơ sở" }, [{ folded: "du" }, { folded: "luan" }]))
    .filter((piece) => piece.isMarked).map((piece) => piece.text);
  assert.deepEqual(marked("Dư luận xã hội"), []);
  assert.deepEqual(marked("Lý luận, dư nợ"), ["luận"]);
});

test("nor in a title over a text with the phrase", () => {
  const marked = (text) => tracuu.titleOf(tracuu.wordsOf({ title: "Công tác lý luận", text }, [{ folded: "du" }, { folded: "luan" }]))
    .filter((piece) => piece.isMarked).map((piece) => piece.text);
  assert.deepEqual(marked("Nắm dư luận"), []);
  assert.deepEqual(marked("Nắm tình hình"), ["luận"]);
});

test("snippets give the text back with the words marked, as text", async () => {
  const engine = await tracuu.openSearch(loaderOf("whole").load);
  const { hits } = await engine.search("phieu hoi");
  const marked = hits[0].snippet.filter((piece) => piece.isMarked).map((piece) => piece.text);
  assert.deepEqual(marked, ["phiếu hỏi"]);
  const pieces = tracuu.snippetOf(tracuu.wordsOf({ title: "", text: "<b>điều</b> tra & “dư luận”" }, [{ folded: "du" }, { folded: "luan" }]));
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

// The address of the search page: what is asked goes in and comes out the same, and nothing typed into it breaks it.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { load } = require("./load.js");

const { searchState } = load("text.js", "search-query.js", "search-state.js");
const { PAGE, addressOf, pairsOf, readAddress, withFilter, yearsText } = searchState;
const empty = { q: "", filters: {}, sort: "relevance", isLiteral: false, shown: PAGE };

test("an empty address is an empty state, and back", () => {
  assert.deepEqual(readAddress(""), empty);
  assert.equal(addressOf(empty), "");
});

test("every state comes back from its address", () => {
  const filters = [{}, { type: ["ket-luan", "chi-thi"] }, { issuer: ["a"], topic: ["b.c"], kind: ["finding"], status: ["in-force"] }];
  for (const q of ["", "100-KL/TW", "dư luận & xã hội", "a+b", "#?=%", "loai:KL -b \"c d\"", "😀"]) {
    for (const chosen of filters) {
      for (const year of [null, [2014, 2014], [2014, 2020], [null, 2020], [2014, null]]) {
        for (const sort of ["relevance", "newest", "oldest"]) {
          const state = { q, filters: year ? { ...chosen, year } : chosen, sort, isLiteral: q !== "", shown: PAGE * 3 };
          assert.deepEqual(readAddress(addressOf(state)), state);
        }
      }
    }
  }
});

test("what makes no sense in an address is left out", () => {
  for (const [address, state] of [
    ["?nam=abc&nam=2014", empty],
    ["?nam=..", empty],
    ["?nam=20140", empty],
    ["?hien=-5", empty],
    ["?hien=1e9", empty],
    ["?hien=99999", { ...empty, shown: 200 }],
    ["?xep=constructor", empty],
    ["?loai=%3Cscript%3E&loai=", empty],
    ["?loai=a&loai=a", { ...empty, filters: { type: ["a"] } }],
    ["?nam=2020..2014", { ...empty, filters: { year: [2014, 2020] } }],
    ["?q=%E0%A4%A", { ...empty, q: new URLSearchParams("q=%E0%A4%A").get("q") }],
  ]) assert.deepEqual(readAddress(address), state, address);
});

test("filters are put in and taken out without touching the old ones", () => {
  const old = { type: ["a"], year: [2014, null] };
  assert.deepEqual(withFilter(old, "type", "b", true), { type: ["a", "b"], year: [2014, null] });
  assert.deepEqual(withFilter(old, "type", "a", false), { year: [2014, null] });
  assert.deepEqual(withFilter(old, "year", [2020, 2010], true).year, [2010, 2020]);
  assert.deepEqual(withFilter(old, "year", [null, null], true), { type: ["a"] });
  assert.deepEqual(withFilter(old, "year", [2014, null], false), { type: ["a"] });
  assert.deepEqual(pairsOf(old), [["type", "a"], ["year", [2014, null]]]);
  assert.deepEqual(old, { type: ["a"], year: [2014, null] });
});

test("years are written short", () => {
  assert.equal(`${yearsText([2014, 2014], "–")} ${yearsText([2014, null], "–")} ${yearsText([null, 2014], "–")}`, "2014 2014– –2014");
});

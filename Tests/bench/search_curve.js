// What bytes buy: the same queries under other weights of the manifest, which decide how much is read.
//   node search_curve.js SITE QUERIES      a JSON object: by variant, bytes of a first and a following query, and the runs
// Queries are asked as the box of any page asks them, but for ten answers.
"use strict";

const { filesOf, quantile, queriesOf, tracuu } = require("./search_files.js");

/** Names of variants, the fewest bytes first, and the weights that they change. */
const VARIANTS = {
  "nothing re-ordered": { nearest: 0 },
  "3 re-ordered": { nearest: 3 },
  "7 re-ordered (as built)": {},
  "12 re-ordered": { nearest: 12 },
  "20 re-ordered": { nearest: 20 },
  "common syllables never read beside pairs": { leanFrom: 2, leanTo: 128 },
  "common syllables always read": { leanFrom: 0, leanTo: 0 },
  "second tiers for 3 answers": { settledAnswers: 3 },
  "second tiers for 40 answers": { settledAnswers: 40 },
};

const [site, queries] = process.argv.slice(2);
const { client, load, size, taken } = filesOf(site);
const sum = (names) => names.reduce((total, name) => total + size(name), 0);

(async () => {
  const list = queriesOf(queries);
  const told = {};
  for (const [name, weights] of Object.entries(VARIANTS)) {
    const opened = () => tracuu.openSearch(async (shard) => {
      const parsed = await load(shard);
      return shard === "manifest" ? { ...parsed, weights: { ...parsed.weights, ...weights } } : parsed;
    });
    const kept = await opened();
    const first = [];
    const following = [];
    const runs = {};
    taken();
    for (const [id, query] of list) {
      const { hits } = await kept.search(query, { limit: 10, correct: false });
      following.push(sum(taken()));
      runs[id] = hits.map((hit) => hit.fileName);
      await (await opened()).search(query, { limit: 10, correct: false });
      first.push(client + sum(taken()));
    }
    following.shift();
    told[name] = { first: quantile(first, 0.5), following: quantile(following, 0.5), runs };
  }
  console.log(JSON.stringify(told));
})();

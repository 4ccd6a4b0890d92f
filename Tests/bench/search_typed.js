// What the browser's engine answers to queries after Enter, and what it shows before, while the last word may still go on.
//   node search_typed.js SITE QUERIES      a JSON object: by query id, the file names of the first ten hits after Enter and of the
//   first three before, and the address that the first hit after Enter leads to
// Queries are asked as the search page asks them, with counts, and as the box of any page does, without.
"use strict";

const { filesOf, queriesOf, tracuu } = require("./search_files.js");

const [site, queries] = process.argv.slice(2);
const { load } = filesOf(site);
const TOP = 3;

(async () => {
  const engine = await tracuu.openSearch(load);
  const told = {};
  for (const [id, query] of queriesOf(queries, Infinity)) {
    const entered = await engine.search(query, { limit: 10, facets: true });
    const typed = await engine.search(query, { limit: 7, unfinished: true });
    const [first] = entered.hits;
    told[id] = {
      entered: entered.hits.map(({ fileName }) => fileName), typed: typed.hits.slice(0, TOP).map(({ fileName }) => fileName),
      address: first ? first.url + (first.anchor && `#${first.anchor}`) : "",
    };
  }
  console.log(JSON.stringify(told));
})();

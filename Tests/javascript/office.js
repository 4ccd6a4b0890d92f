// Asks the browser's engine what an office types, over a built site:  node office.js SITE QUERIES
// One JSON object: by query, the file names of the first ten hits and the address that the first one leads to.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { engineScripts, load } = require("./load.js");

const [site, queries] = process.argv.slice(2);
const tracuu = load(...engineScripts);

(async () => {
  const engine = await tracuu.openSearch(async (name) => JSON.parse(fs.readFileSync(path.join(site, "search", `${name}.json`), "utf8")));
  const told = {};
  for (const query of fs.readFileSync(queries, "utf8").split("\n").filter(Boolean).map((line) => line.split("\t")[1])) {
    const { hits, correction } = await engine.search(query, { limit: 10 });
    const [first] = hits;
    told[query] = { names: hits.map((hit) => hit.fileName), address: first ? first.url + (first.anchor && `#${first.anchor}`) : null, correction: correction?.query ?? null };
  }
  console.log(JSON.stringify(told));
})();

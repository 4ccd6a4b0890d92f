// Ranks queries with the browser's engine over a built site and prints a TREC run, to be compared with
// `tracuu search --site SITE --queries QUERIES --run OUT`:  node parity.js SITE QUERIES [ASSETS] > OUT
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [site, queries, assets = path.join(__dirname, "../../site-templates/assets")] = process.argv.slice(2);
if (!site || !queries) {
  console.error("usage: node parity.js SITE QUERIES [ASSETS]");
  process.exit(2);
}
for (const name of require("./load.js").engineScripts) {
  const file = path.join(assets, name);
  vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
}

(async () => {
  const load = async (name) => JSON.parse(fs.readFileSync(path.join(site, "search", `${name}.json`), "utf8"));
  const engine = await globalThis.tracuu.openSearch(load);
  const lines = fs.readFileSync(queries, "utf8").split("\n").filter(Boolean);
  const out = [];
  for (const [k, line] of lines.entries()) {
    if (k === 0 && line.startsWith("qid")) continue;
    const [id, query = ""] = line.split("\t");
    const { hits } = await engine.search(query, { limit: 100 });
    hits.forEach((hit, rank) => out.push(`${id} Q0 ${hit.fileName} ${rank + 1} ${hit.score} tracuu\n`));
  }
  process.stdout.write(out.join(""));
})();

// What searching a built site downloads, and how long the engine takes once its files are there.
//   node [--expose-gc] search_bytes.js SITE QUERIES      one JSON object: bytes with gzip, milliseconds, megabytes
// Queries are asked as the search page asks them: with counts and sections. A first query comes with the page's scripts and
// an empty store; following ones keep what came before.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const zlib = require("node:zlib");

const [site, queries] = process.argv.slice(2);
const assets = path.join(site, "assets");
const zipped = (file) => zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length;
const scripts = new Set();
const useScript = (name) => scripts.has(name) ? 0 : (scripts.add(name), zipped(path.join(assets, `${name}.js`)));
const run = (name) => vm.runInThisContext(fs.readFileSync(path.join(assets, `${name}.js`), "utf8"));

run("search-engine");
const { tracuu } = globalThis;
let asked = [];
let late = 0;
tracuu.scripts = async (...names) => {
  for (const name of names) {
    late += useScript(name);
    run(name);
  }
};
const load = async (name) => {
  asked.push(name);
  return JSON.parse(fs.readFileSync(path.join(site, "search", `${name}.json`), "utf8"));
};
const sizes = new Map();
const size = (name) => {
  if (!sizes.has(name)) sizes.set(name, zipped(path.join(site, "search", `${name}.js`)));
  return sizes.get(name);
};
const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)];

(async () => {
  const list = fs.readFileSync(queries, "utf8").split("\n").filter(Boolean).filter((line) => !line.startsWith("qid"))
    .map((line) => line.split("\t")[1]).slice(0, 100);
  const client = ["search-box", "strings", "search-client", "search-page", "search-engine"].reduce((sum, name) => sum + useScript(name), 0);
  const first = [];
  const shares = {};
  for (const query of list) {
    asked = [];
    late = 0;
    const engine = await tracuu.openSearch(load);
    await engine.search(query, { facets: true });
    for (const name of asked) shares[name.split("/")[0]] = (shares[name.split("/")[0]] ?? 0) + size(name) / list.length;
    first.push(client + late + asked.reduce((sum, name) => sum + size(name), 0));
  }
  const engine = await tracuu.openSearch(load);
  await engine.search(list[0], { facets: true });
  const following = [];
  for (const query of list.slice(1)) {
    asked = [];
    await engine.search(query, { facets: true });
    following.push(asked.reduce((sum, name) => sum + size(name), 0));
  }
  const warm = [];
  for (const query of list) {
    const start = performance.now();
    await engine.search(query, { facets: true });
    warm.push(performance.now() - start);
  }
  globalThis.gc?.();
  console.log(JSON.stringify({
    client, first: quantile(first, 0.5), first90: quantile(first, 0.9), following: quantile(following, 0.5),
    following90: quantile(following, 0.9), warm: Number(quantile(warm, 0.5).toFixed(1)),
    heap: Number((process.memoryUsage().heapUsed / 1e6).toFixed(1)),
    shares: Object.fromEntries(Object.entries(shares).map(([name, bytes]) => [name, Math.round(bytes)])),
  }));
})();

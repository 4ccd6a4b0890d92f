// What searching a built site downloads, and how long the engine takes once its files are there.
//   node [--expose-gc] search_bytes.js SITE QUERIES      one JSON object: bytes with gzip, milliseconds, megabytes
// Queries are asked as the search page asks them, with counts and sections, and as the box of any page does, without. A first
// query comes with the scripts of search and an empty store; following ones keep what came before.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const { engineScripts, load: loadScripts } = require("../javascript/load.js");

const [site, queries] = process.argv.slice(2);
const zipped = (...parts) => zlib.gzipSync(fs.readFileSync(path.join(site, ...parts)), { level: 9 }).length;
const tracuu = loadScripts(...engineScripts);
const sizes = new Map();
const size = (name) => {
  if (!sizes.has(name)) sizes.set(name, zipped("search", `${name}.js`));
  return sizes.get(name);
};
let asked = [];
const load = async (name) => {
  asked.push(name);
  return JSON.parse(fs.readFileSync(path.join(site, "search", `${name}.json`), "utf8"));
};
const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)];
const sum = (names) => names.reduce((total, name) => total + size(name), 0);

(async () => {
  const list = fs.readFileSync(queries, "utf8").split("\n").filter((line) => line && !line.startsWith("qid"))
    .map((line) => line.split("\t")[1]).slice(0, 200);
  const client = zipped("assets", "search-box.js") + zipped("assets", "search.js");
  const bytesOf = async (engine, query, options) => {
    asked = [];
    await engine.search(query, options);
    return sum(asked);
  };
  const measure = async (options) => {
    const first = [];
    const shares = {};
    for (const query of list) {
      const bytes = await bytesOf(await tracuu.openSearch(load), query, options);
      for (const name of asked) shares[name.split("/")[0]] = (shares[name.split("/")[0]] ?? 0) + size(name) / list.length;
      first.push(client + size("manifest") + bytes);
    }
    const engine = await tracuu.openSearch(load);
    const following = [];
    for (const query of list) following.push(await bytesOf(engine, query, options));
    following.shift();
    return {
      first: quantile(first, 0.5), first90: quantile(first, 0.9), following: quantile(following, 0.5), following90: quantile(following, 0.9),
      shares: Object.fromEntries(Object.entries(shares).map(([name, bytes]) => [name, Math.round(bytes)])),
    };
  };
  const page = await measure({ facets: true });
  const box = await measure({ limit: 7 });
  const engine = await tracuu.openSearch(load);
  const warm = [];
  for (const round of [0, 1]) {
    for (const query of list) {
      const start = performance.now();
      await engine.search(query, { facets: true });
      if (round) warm.push(performance.now() - start);
    }
  }
  globalThis.gc?.();
  console.log(JSON.stringify({
    client, manifest: size("manifest"), page, box, warm: Number(quantile(warm, 0.5).toFixed(1)),
    heap: Number((process.memoryUsage().heapUsed / 1e6).toFixed(1)),
  }));
})();

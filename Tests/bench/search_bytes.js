// What searching a built site downloads, and how long the engine takes once its files are there.
//   node [--expose-gc] search_bytes.js SITE QUERIES      one JSON object: bytes with gzip, milliseconds, megabytes
// Queries are asked as the search page asks them, with counts and sections, and as the box of any page does, without. A first
// query comes with the scripts of search and an empty store; following ones keep what came before.
"use strict";

const { filesOf, quantile, queriesOf, tracuu } = require("./search_files.js");

const [site, queries] = process.argv.slice(2);
const { client, load, resultsPage, size, taken } = filesOf(site);
const sum = (names) => names.reduce((total, name) => total + size(name), 0);

(async () => {
  const list = queriesOf(queries).map(([, query]) => query);
  const measure = async (options) => {
    const first = [];
    const shares = {};
    for (const query of list) {
      const engine = await tracuu.openSearch(load);
      await engine.search(query, options);
      const names = taken();
      for (const name of names) shares[name.split("/")[0]] = (shares[name.split("/")[0]] ?? 0) + size(name) / list.length;
      first.push(client + (options.facets ? resultsPage : 0) + sum(names));
    }
    const engine = await tracuu.openSearch(load);
    const following = [];
    for (const query of list) {
      await engine.search(query, options);
      following.push(sum(taken()));
    }
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

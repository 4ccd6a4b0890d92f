// The files of a built site's index, with what each costs a reader over http: its JSON with gzip.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const { engineScripts, load: loadScripts } = require("../javascript/load.js");

exports.tracuu = loadScripts(...engineScripts);

/** @param {string} site folder of a built site */
exports.filesOf = (site) => {
  /** The published name of a script has a digest in it. */
  const script = (name) => fs.readdirSync(path.join(site, "assets")).find((file) => file.replace(/\.[0-9a-f]{8}\./, ".") === name);
  const zipped = (...parts) => zlib.gzipSync(fs.readFileSync(path.join(site, ...parts)), { level: 9 }).length;
  const sizes = new Map();
  let asked = [];
  const size = (name) => {
    if (!sizes.has(name)) sizes.set(name, zipped("search", `${name}.json`));
    return sizes.get(name);
  };
  return {
    size,
    client: zipped("assets", script("search-box.js")) + zipped("assets", script("search.js")),
    resultsPage: zipped("assets", script("results.js")),
    load: async (name) => {
      asked.push(name);
      return JSON.parse(fs.readFileSync(path.join(site, "search", `${name}.json`), "utf8"));
    },
    /** The names loaded since it was last asked. */
    taken: () => asked.splice(0),
  };
};

/** Queries of a tab-separated file: id and text. */
exports.queriesOf = (file, limit = 200) => fs.readFileSync(file, "utf8").split("\n").filter((line) => line && !line.startsWith("qid"))
  .map((line) => line.split("\t")).slice(0, limit);

exports.quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)];

// Loads the page's classic scripts as a browser would, and the vectors that Swift and JavaScript share.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const assets = path.join(__dirname, "../../site-templates/assets");

/** The engine's parts in the order that the bundle `search.js` has them, and what it loads when a query is doubted. */
exports.engineScripts = fs.readFileSync(path.join(assets, "../bundles.txt"), "utf8").match(/^search\.js = (.*)$/m)[1].split(" ")
  .filter((name) => /^(text|numbers|search-(entries|query|reading|columns|snippet|ranking|engine))\.js$/.test(name)).concat("search-correction.js");

/** @param {...string} names scripts of site-templates/assets, in order */
exports.load = (...names) => {
  for (const name of names) {
    const file = path.join(assets, name);
    vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
  }
  return globalThis.tracuu;
};

/** @param {string} name a file of Tests/vectors, without extension */
exports.vectors = (name) => JSON.parse(fs.readFileSync(path.join(__dirname, `../vectors/${name}.json`), "utf8"));

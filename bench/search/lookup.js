// How long single look-ups take. In: {files: [text of a file of the search, …], queries: […]} as JSON.
// Out: milliseconds for each query, the best of its tries. The scripts are those of the browser, without one.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const scripts = path.join(__dirname, "..", "..", "src", "coaching_manual", "search", "browser");
const script = (name) => fs.readFileSync(path.join(scripts, `${name}.js`), "utf8");
const DOOR = "globalThis.engine = { Library, Guesses, Texts, takePart };";
vm.runInThisContext(["ranking", "words", "matcher", "library", "guesses", "texts"].map(script).join("\n") + DOOR);

const { files, queries } = JSON.parse(fs.readFileSync(0, "utf8"));
const library = new engine.Library();
library.tools = engine;
globalThis.manualSearch = { take: (part, data) => engine.takePart(library, part, data) };
for (const text of files) vm.runInThisContext(text);

const timed = (query) => {
  const start = performance.now();
  library.answer(query);
  return performance.now() - start;
};
const tries = Array.from({ length: 4 }, () => queries.map(timed)); // the first is slow: the engine is still compiling
fs.writeSync(1, JSON.stringify(queries.map((_, at) => Math.min(...tries.map((taken) => taken[at])))));

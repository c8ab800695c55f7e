// How long single look-ups take. In: {files: [text of a file of the search, …], queries: […]} as JSON.
// Out: milliseconds for each query, the best of its tries. The scripts are those of the browser, without one.
"use strict";
const fs = require("node:fs");
const { libraryOf } = require("../../src/coaching_manual/search/run.js");

const { files, queries } = JSON.parse(fs.readFileSync(0, "utf8"));
const library = libraryOf(files);

const timed = (query) => {
  const start = performance.now();
  library.answer(query);
  return performance.now() - start;
};
const tries = Array.from({ length: 4 }, () => queries.map(timed)); // the first is slow: the engine is still compiling
fs.writeSync(1, JSON.stringify(queries.map((_, at) => Math.min(...tries.map((taken) => taken[at])))));

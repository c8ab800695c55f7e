// Runs the scripts of the browser without one. In: a task as JSON. Out: its result as JSON.
//   {task: "answer", files: [text of a file of the search, …], queries: […], sure: false}
//   {task: "index", documents: [{heading, text}, …], skipped: [word, …], postings: 6000}
//   {task: "texts", files: […], queries: […]}: what the index of texts gives, for its measurement
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const script = (name) => fs.readFileSync(path.join(__dirname, "browser", `${name}.js`), "utf8");
const DOOR = "globalThis.engine = { Library, Guesses, Texts, takePart, indexTexts };";
vm.runInThisContext(["ranking", "words", "matcher", "library", "guesses", "texts"].map(script).join("\n") + DOOR);

const libraryOf = (files) => {
  const library = new engine.Library(engine);
  globalThis.manualSearch = { take: (part, data) => engine.takePart(library, part, data) };
  for (const text of files) vm.runInThisContext(text);
  return library;
};

const tasks = {
  answer({ files, queries, sure }) {
    const library = libraryOf(files);
    return queries.map((query) => library.answer(query, { sure }).map(({ key, score, name, how, corrected }) => (
      { key, score, name: name.text, kind: name.kind, how, corrected }
    )));
  },
  texts({ files, queries }) {
    const library = libraryOf(files);
    return queries.map((query) => library.texts.find(library.contentOf(query)).slice(0, 10));
  },
  index({ documents, skipped, postings }) {
    return engine.indexTexts(documents, skipped, postings);
  },
};

module.exports = { libraryOf };
if (require.main === module) {
  const asked = JSON.parse(fs.readFileSync(0, "utf8"));
  fs.writeSync(1, JSON.stringify(tasks[asked.task](asked)));
}

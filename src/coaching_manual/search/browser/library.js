// Everything that can be found, as far as its files have been loaded (files.py writes them). Nothing here knows the
// page or the browser.
const KIND_OF_MARK = { "+": "synonym", "@": "acronym", "<": "retired", "!": "avoid", "~": "translated", "?": "search" };

class Library {
  // `tools` gets Guesses and Texts, whose scripts come after the first answer.
  constructor(tools) {
    this.tools = tools;
    this.guesses = null;
    this.matcher = null;
    this.terms = [];
    this.pages = [];
    this.texts = null;
  }

  // names: what terms are called in the language of the page. A line for each: its name, then its other names, each
  // with the mark of its kind. "*" marks an acronym with several meanings, "/" a name in the other language.
  takeNames({ questions, terms, address, language }) {
    this.termAddress = address;
    this.language = language;
    this.matcher = new Matcher(questions.split(" "));
    this.terms = terms.split("\n").map((line, number) => {
      const [first, ...names] = line.split("\t");
      const [, mark, term, id] = /^([*/]?)([^=]*)=?(.*)$/.exec(first);
      const clash = mark === "*";
      const record = {
        key: `t${number}`, number, term, id: id || fold(term).replaceAll(" ", "-"), clash, foreign: mark === "/", audience: "",
      };
      this.matcher.addName(record.key, { text: term, kind: clash ? "clash" : "preferred" });
      this.addNames(record, names);
      return record;
    });
  }

  // words: who each term is for, and all the other words that lead to it. In the order of the names.
  takeWords(lines) {
    lines.split("\n").forEach((line, number) => {
      const [audience, ...names] = line.split("\t");
      this.terms[number].audience = audience;
      this.addNames(this.terms[number], names);
    });
  }

  addNames({ key, place }, names) {
    for (const name of names) this.matcher.addName(key, { text: name.slice(1), kind: KIND_OF_MARK[name[0]], place });
  }

  // At the same score a family that reads in Spanish wants its own pages, then words, and pages in English last.
  placeOf({ foreign }) {
    if (this.language !== "es") return 0;
    return foreign ? 1 : -1;
  }

  // pages.js: what pages, readers and kinds of pages are called, and how the index of texts is cut.
  takePages({ pages, shards, documents, audiences, kinds }) {
    this.audiences = audiences;
    this.kinds = kinds;
    this.pages = pages.split("\n").filter(Boolean).map((line, number) => {
      const [address, kind, audience, sections, title, ...words] = line.split("\t");
      const foreign = address.startsWith("es/") !== (this.language === "es");
      const page = { key: `p${number}`, number, address, kind, audience, title, foreign, sections: Number(sections) };
      page.place = this.placeOf(page);
      this.matcher.addName(page.key, { text: title, kind: "title", place: page.place });
      this.addNames(page, words);
      return page;
    });
    // the same page in the other language, for those that are not in the language of the reader
    const byAddress = new Map(this.pages.map((page) => [page.address, page]));
    for (const page of this.pages.filter(({ foreign }) => foreign)) {
      const { address } = page;
      page.twin = byAddress.get(address.startsWith("es/") ? address.slice(3) : `es/${address}`)?.key;
    }
    const sections = this.pages.map((page) => page.sections);
    this.texts = new this.tools.Texts(shards.split(" "), documents, this.terms.length, sections);
  }

  // Whether a page in the other language says what one in the reader's own language, found too, says already.
  isRepeated(key, isFound) {
    const { twin } = this.record(key);
    return twin !== undefined && isFound(twin);
  }

  record(key) {
    return (key[0] === "t" ? this.terms : this.pages)[Number(key.slice(1))];
  }

  // What the query means, best first: terms and pages in one list. `sure`: only names that were typed whole.
  answer(query, { sure = false } = {}) {
    if (!sure) this.guesses ??= new this.tools.Guesses(this.matcher);
    const finds = this.matcher.find(query, sure ? null : this.guesses);
    // what was meant several times over needs no more than it: the rest of a long tail only distracts
    const best = finds[0]?.score ?? 0;
    return finds
      .filter(({ score }) => best < RANKING.answer || score >= best - 40)
      .filter(({ key }, _, all) => !this.isRepeated(key, (twin) => all.some((one) => one.key === twin)))
      .map((find) => ({ ...find, record: this.record(find.key) }));
  }

  // Whether enough was typed to say that nothing fits: not one or two letters, and not question words alone.
  isAsked(query) {
    const typed = wordsOf(query);
    return typed.join("").length > 2 && typed.some((word) => !this.matcher.questionWords.has(word));
  }

  // The words of a query that carry its meaning.
  contentOf(query) {
    return this.matcher.contentOf(wordsOf(query));
  }
}

// Hand a loaded file to the part of the library that reads it.
const takePart = (library, part, data) => {
  const [name, number] = part.split(/[-/]/);
  if (name === "names") library.takeNames(data);
  else if (name === "words") library.takeWords(data);
  else if (name === "pages") library.takePages(data);
  else if (name === "index") library.texts.take(Number(number), data);
};

// The words of all texts: an index made while the site is built, cut into files (shards) of which a query needs one
// or two. A document is the entry of a term or a section of a page; terms come first, then the sections, page by page.
//
// A line of a shard is a word and its documents: "coach 0a 35 1k2", each the distance from the one before (base 36)
// and, as the last digit, how much the word says of the document (1 to 9; a heading says the most).
class Texts {
  constructor(shards, documents, terms, sections) {
    this.firstWords = shards;
    this.documents = documents;
    this.terms = terms;
    this.pageOf = [];
    this.sectionOf = [];
    sections.forEach((count, page) => {
      for (let section = 0; section < count; section += 1) {
        this.pageOf.push(page);
        this.sectionOf.push(section);
      }
    });
    this.shards = new Map();
  }

  // The numbers of the shards that hold the words a query needs.
  needed(words) {
    const numbers = new Set();
    for (const word of words) {
      const begins = family(word);
      let first = this.firstWords.length - 1;
      while (first > 0 && this.firstWords[first] > begins) first -= 1;
      for (let number = first; number < this.firstWords.length; number += 1) {
        if (number > first && !this.firstWords[number].startsWith(begins)) break;
        numbers.add(number);
      }
    }
    return [...numbers];
  }

  take(number, lines) {
    this.shards.set(number, lines.split("\n").map((line) => line.split(" ")));
  }

  // Documents that hold the words, best first: {term} or {page, section}, and `share`, from 0 to 1, of what was asked.
  find(words) {
    const wanted = [...new Set(words)];
    const weights = new Map();
    const rarity = [];
    wanted.forEach((word, at) => {
      const best = new Map();
      for (const [found, ...postings] of this.lines(word)) {
        const part = word.length / Math.max(word.length, found.length);
        let document = 0;
        for (const posting of postings) {
          document += Number.parseInt(posting.slice(0, -1), 36);
          best.set(document, Math.max(best.get(document) ?? 0, part * Number(posting.at(-1))));
        }
      }
      rarity[at] = Math.log(1 + this.documents / Math.max(1, best.size));
      for (const [document, weight] of best) {
        const row = weights.get(document) ?? weights.set(document, []).get(document);
        row[at] = weight;
      }
    });
    const all = rarity.reduce((sum, one) => sum + one, 0);
    const hits = [];
    for (const [document, row] of weights) {
      let sum = 0;
      let share = 0;
      row.forEach((weight, at) => {
        sum += rarity[at] * weight;
        share += rarity[at];
      });
      hits.push({ ...this.place(document), share: share / all, score: (sum / all / 9) * (share / all) });
    }
    return hits.sort((a, b) => b.score - a.score);
  }

  // The lines of the loaded shards whose word is of the same family as the word that is looked for.
  * lines(word) {
    const begins = family(word);
    for (const number of this.needed([word])) {
      for (const line of this.shards.get(number) ?? []) {
        if (line[0] === word || (line[0].startsWith(begins) && line[0].length - begins.length < 4)) yield line;
      }
    }
  }

  place(document) {
    if (document < this.terms) return { term: document };
    const number = document - this.terms;
    return { page: this.pageOf[number], section: this.sectionOf[number] };
  }
}

// While the site is built: the shards of an index. `documents` are [{heading, text}] in their order.
const indexTexts = (documents, skipped, wordsInShard) => {
  const skip = new Set(skipped.flatMap(wordsOf));
  const postings = new Map();
  documents.forEach(({ heading, text }, number) => {
    const counts = new Map();
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const headed = new Set(wordsOf(heading));
    for (const word of headed) if (!counts.has(word)) counts.set(word, 1);
    for (const [word, count] of counts) {
      if (skip.has(word) || word.length > 30) continue;
      const weight = headed.has(word) ? 9 : Math.min(6, 2 + count);
      append(postings, word, { number, weight });
    }
  });
  const shards = [];
  let size = Infinity;
  for (const word of [...postings.keys()].sort()) {
    if (size >= wordsInShard) {
      shards.push({ first: word, lines: [] });
      size = 0;
    }
    let before = 0;
    const places = postings.get(word).map(({ number, weight }) => {
      const step = (number - before).toString(36) + weight;
      before = number;
      return step;
    });
    shards.at(-1).lines.push([word, ...places].join(" "));
    size += places.length + 1;
  }
  return shards.map(({ first, lines }) => ({ first, lines: lines.join("\n") }));
};

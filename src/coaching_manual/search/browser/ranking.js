// The rules of ranking, all of them. A name is what a term or page is called: its preferred term or title, or any
// other word that people use for it. Every number is a score from 0 to 100; the higher one stands first.
const RANKING = {
  // The reader typed a name: capitals, accents, apostrophes, plurals, hyphens and spaces do not matter.
  same: 100,
  // The same, with question words around it: "what's a PLC?"
  asked: 95,
  // Its question words are other ones than those typed, or a space was lost.
  askedOtherwise: 88,
  // Several names and nothing else: "difference between coaching and mentoring". Both are wanted.
  several: 93,
  // The reader is still typing. The more of the name is there, the surer it is.
  begun: { least: 86, most: 92, letters: 2, translated: 5, together: 6 },
  // One name with typing mistakes. Each mistake costs, and so do question words around it.
  misspelled: { from: 89, edit: 4, asked: 1 },
  // Every word that was typed is a word of the name, in any order. The more of the name is typed, the better;
  // a word with mistakes, a word that is only begun or of the same family (mentor, mentoring) costs a little.
  words: { least: 66, most: 86, edit: 5, begun: 3, family: 2 },
  // A whole name stands inside a longer query. The more of the query it covers, the better.
  inside: { least: 46, most: 88 },
  // What share of a query or a name is covered is counted by what its words say: the fewer names have a word, the
  // more it says. A question word says next to nothing; a word that only names of pages have, or none, as much as
  // one in so many names of terms.
  weights: { question: 0.5, pages: 2, unknown: 8 },
  // From here on it is an answer; below it is only offered as a near name ("Did you mean …?").
  answer: 60,
  near: 40,
  // A guess as sure as this is shown before all words are there.
  early: 80,
  // A text speaks of a query when it holds this share of what the query's words say. It is never an answer by itself.
  text: { share: 0.6 },
  // At the same score: what a thing is called goes before what it is also called.
  kinds: ["preferred", "title", "acronym", "clash", "retired", "synonym", "translated", "search", "avoid"],
};

// Finds the names that a query means. It knows nothing of pages, of the browser or of the site builder.
//
// A name is {text, kind} and belongs to the record with a key. What comes back is a list of {key, score, name, how,
// corrected}, best first, one for each record: `name` is the name that was found, `how` the rule of RANKING that
// found it, and `corrected` says whether the spelling had to be.
class Matcher {
  constructor(questionWords) {
    this.questionWords = new Set(questionWords.flatMap((word) => fold(word).split(" ")).map(singular));
    this.names = [];
    this.byWords = new Map(); // the words of a name, together -> numbers of names
    this.byLetters = new Map(); // the same without spaces -> numbers of names
    this.byContent = new Map(); // the same without question words -> numbers of names
  }

  addName(key, { text, kind, place = 0 }) {
    const words = wordsOf(text);
    if (!words.length) return;
    const letters = words.join("");
    const rank = RANKING.kinds.indexOf(kind);
    const number = this.names.push({ key, text, kind, words, letters, place, rank }) - 1;
    append(this.byWords, words.join(" "), number);
    append(this.byLetters, letters, number);
    append(this.byContent, this.contentOf(words).join(" "), number);
  }

  // The words that carry the meaning of a query or a name; all of them when they are all question words.
  contentOf(words) {
    const content = words.filter((word) => !this.questionWords.has(word));
    return content.length ? content : words;
  }

  // What the query means. Without `guesses` only names that were typed whole, with or without question words around.
  find(query, guesses) {
    const typed = wordsOf(query);
    if (!typed.length) return [];
    const found = new Best(this.names);
    const content = this.contentOf(typed);
    this.findSame(typed, found);
    this.findAsked(typed, content, found);
    guesses?.find(typed, content, fold(query), found);
    return found.list();
  }

  findSame(words, found) {
    for (const number of this.byWords.get(words.join(" ")) ?? []) found.add(number, RANKING.same, "same");
    // feed back, co-teaching, check and connect: spaces are easily lost or added
    for (const number of this.byLetters.get(words.join("")) ?? []) found.add(number, RANKING.same - 1, "same");
  }

  // A name with question words around it or in it; of two such names the longer one is meant ("why do we coach?").
  findAsked(typed, content, found) {
    for (const number of this.byContent.get(content.join(" ")) ?? []) {
      const { words } = this.names[number];
      const whole = isWithin(words, typed);
      found.add(number, whole ? RANKING.asked + words.length / 10 : RANKING.askedOtherwise, "asked");
    }
    for (const number of this.byLetters.get(content.join("")) ?? []) found.add(number, RANKING.askedOtherwise, "asked");
  }
}

// The best find for each record.
class Best {
  constructor(names) {
    this.names = names;
    this.byKey = new Map();
  }

  add(number, score, how, corrected = false) {
    const { key, text, kind, place, rank, letters } = this.names[number];
    const find = { key, score, name: { text, kind }, how, corrected, place, rank, length: letters.length };
    const other = this.byKey.get(key);
    if (!other || inOrder(find, other) < 0) this.byKey.set(key, find);
  }

  list() {
    return [...this.byKey.values()].filter(({ score }) => score >= RANKING.near).sort(inOrder);
  }
}

const inOrder = (a, b) => b.score - a.score || a.place - b.place || a.rank - b.rank || a.length - b.length
  || a.key.localeCompare(b.key, "en", { numeric: true });
// Whether the words stand in this order in the others, with or without others between them.
const isWithin = (words, others) => {
  let at = 0;
  for (const other of others) if (other === words[at]) at += 1;
  return at === words.length;
};
const append = (map, key, value) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

// What a query may mean when no name was typed whole: names that are begun, misspelled, typed in other words, or that
// stand inside the query. Loaded after the first answer.
class Guesses {
  constructor(matcher) {
    this.matcher = matcher;
    this.names = matcher.names;
    this.read = 0; // how many names the look-ups below know
    this.byWord = new Map(); // a word -> numbers of the names that have it
    this.byFamily = new Map(); // what a family of words begins with -> the words
    this.wordBits = new Map(); // a word -> its letters as bits
    this.termNames = 0; // how many names terms have
    this.inTerms = new Map(); // a word -> how many of these names have it
    this.spelled = new Set(); // the words of the vocabulary: none of them is a misspelling of another
    this.initials = new Map(); // the first two letters -> the names, for those who are still typing
    this.nameBits = []; // the letters of each name as bits
    this.typed = []; // each name as it is typed, with spaces and without them
  }

  readNames() {
    for (; this.read < this.names.length; this.read += 1) this.readName(this.names[this.read], this.read);
  }

  readName({ key, text, kind, words, letters }, number) {
    this.nameBits[number] = lettersIn(letters);
    this.typed[number] = [fold(text), fold(text).replaceAll(" ", "")];
    append(this.initials, letters.slice(0, RANKING.begun.letters), number);
    const ofTerm = key[0] === "t";
    if (ofTerm) this.termNames += 1;
    for (const word of new Set(words)) {
      append(this.byWord, word, number);
      if (ofTerm) this.inTerms.set(word, (this.inTerms.get(word) ?? 0) + 1);
      // "profesional" is right in Spanish, and may still be a mistake in an English name; a page may be called anything
      if (kind !== "translated" && ofTerm) this.spelled.add(word);
      if (this.wordBits.has(word)) continue;
      this.wordBits.set(word, lettersIn(word));
      append(this.byFamily, family(word), word);
    }
  }

  // How much a word says: little if many names of terms have it, much if few have it. Pages do not count, so that the
  // vocabulary answers alike however much the manual grows.
  weight(word) {
    if (this.matcher.questionWords.has(word)) return RANKING.weights.question;
    const { pages, unknown } = RANKING.weights;
    return Math.log(2 + this.termNames / (this.inTerms.get(word) ?? (this.byWord.has(word) ? pages : unknown)));
  }

  // `typed` are all words of the query, `content` those that carry its meaning, `query` the query as it was folded.
  find(typed, content, query, found) {
    this.readNames();
    this.findInside(content, typed, found);
    this.findBegun(query, found);
    this.findMisspelled(typed, found);
    if (content.length < typed.length) this.findMisspelled(content, found, RANKING.misspelled.asked);
    this.findByWords(content, typed, found);
  }

  findBegun(query, found) {
    const typed = query.replaceAll(" ", "");
    const { letters } = RANKING.begun;
    if (typed.length < letters) return;
    for (const number of this.initials.get(typed.slice(0, letters)) ?? []) {
      const [spaced, together] = this.typed[number];
      if (together.startsWith(typed)) {
        found.add(number, this.begunScore(number, typed.length / together.length, spaced.startsWith(query)), "begun");
      }
    }
  }

  // Half a name counts less in the other language, and where it only fits without its spaces (mentorr, mentor request).
  begunScore(number, part, fits) {
    const { least, most, translated, together } = RANKING.begun;
    const foreign = this.names[number].kind === "translated";
    return least + (most - least) * part - (foreign ? translated : 0) - (fits ? 0 : together);
  }

  findMisspelled(words, found, less = 0) {
    if (words.every((word) => this.spelled.has(word))) return;
    const typed = words.join("");
    const most = editsIn(typed.length);
    if (!most) return;
    const bits = lettersIn(typed);
    const known = new Set(words.filter((word) => this.spelled.has(word)));
    for (let number = 0; number < this.names.length; number += 1) {
      const { letters } = this.names[number];
      if (Math.abs(letters.length - typed.length) > most || !mayBeNear(bits, this.nameBits[number], most)) continue;
      if ([...known].some((word) => !letters.includes(word))) continue;
      const mistakes = edits(typed, letters, most);
      if (mistakes && mistakes <= most) {
        found.add(number, RANKING.misspelled.from - RANKING.misspelled.edit * mistakes - less, "misspelled", true);
      }
    }
  }

  // For each typed word the words of the vocabulary that it may mean, and what each costs.
  meanings(word, isLast) {
    const { edit, begun, family: related } = RANKING.words;
    const meanings = new Map();
    if (this.wordBits.has(word)) meanings.set(word, 0);
    const known = this.spelled.has(word);
    for (const other of this.byFamily.get(family(word)) ?? []) if (!meanings.has(other)) meanings.set(other, related);
    if (known && !isLast) return meanings;
    // one word has few letters to tell a mistake from another word (stipend, spend)
    const most = known ? 0 : Math.min(editsIn(word.length), word.length < 8 ? 1 : 2);
    const bits = lettersIn(word);
    for (const [other, otherBits] of this.wordBits) {
      if (meanings.has(other)) continue;
      if (word.length > (isLast ? 1 : 2) && other.startsWith(word)) meanings.set(other, begun);
      else if (most && mayBeNear(bits, otherBits, most)) {
        const mistakes = edits(word, other, most);
        if (mistakes <= most) meanings.set(other, edit * mistakes);
      }
    }
    return meanings;
  }

  // `typed` are the words that carry meaning, `all` of them with the question words around them.
  findByWords(typed, all, found) {
    const hits = new Map(); // number of a name -> word of the name -> the typed word that means it, and what it costs
    typed.forEach((word, at) => {
      for (const [meaning, cost] of this.meanings(word, at === typed.length - 1)) {
        for (const number of this.byWord.get(meaning)) {
          const hit = hits.get(number) ?? hits.set(number, new Map()).get(number);
          const other = hit.get(meaning);
          // every typed word needs a word of its own
          if (!other || cost < other.cost) hit.set(meaning, { at, cost });
        }
      }
    });
    const asked = all.filter((word) => this.matcher.questionWords.has(word));
    const weight = this.weightOf(typed);
    for (const [number, hit] of hits) this.addByWords(number, cheapest(hit), { typed, asked, weight }, found);
  }

  addByWords(number, matches, { typed, asked, weight }, found) {
    const { words } = this.names[number];
    const matched = new Set(matches.map(({ meaning }) => meaning));
    let said = this.weightOf(words.filter((word) => asked.includes(word) && !matched.has(word)));
    let costs = 0;
    let corrected = false;
    for (const { meaning, at, cost } of matches) {
      // of a word that is only begun, the rest is not said yet
      const part = cost === RANKING.words.begun ? Math.min(1, typed[at].length / meaning.length) : 1;
      said += this.weight(meaning) * part;
      costs += cost;
      corrected ||= cost >= RANKING.words.edit;
    }
    const ofName = Math.min(1, said / this.weightOf(new Set(words)));
    const { least, most } = RANKING.words;
    if (matches.length === new Set(typed).size) {
      found.add(number, least + (most - least) * ofName - costs, "words", corrected);
    } else if (ofName === 1) {
      const share = this.weightOf(matches.map(({ at }) => typed[at])) / weight;
      found.add(number, insideScore(share) - costs, "inside", corrected);
    }
  }

  // Names that stand whole in the query. When they cover all of it, all of them are wanted.
  findInside(typed, all, found) {
    const spans = [];
    for (let start = 0; start < typed.length; start += 1) {
      for (let end = typed.length; end > start; end -= 1) {
        if (start === 0 && end === typed.length) continue;
        const words = typed.slice(start, end);
        const numbers = (this.matcher.byContent.get(words.join(" ")) ?? [])
          .filter((number) => isWithin(this.names[number].words, all));
        if (!numbers.length) continue;
        spans.push({ numbers, words });
        start = end - 1;
        break;
      }
    }
    const share = (words) => this.weightOf(words) / this.weightOf(typed);
    const whole = spans.length > 1 && spans.flatMap((span) => span.words).length === typed.length;
    for (const { numbers, words } of spans) {
      // of several names the rarer one says more exactly what is meant
      const score = whole ? RANKING.several + share(words) / 10 : insideScore(share(words));
      for (const number of numbers) found.add(number, score, whole ? "several" : "inside");
    }
  }

  weightOf(words) {
    let sum = 0;
    for (const word of new Set(words)) sum += this.weight(word);
    return sum;
  }
}

// For each typed word the word of a name that it means at the least cost.
const cheapest = (hit) => {
  const best = new Map();
  for (const [meaning, { at, cost }] of hit) {
    if (!best.has(at) || cost < best.get(at).cost) best.set(at, { meaning, at, cost });
  }
  return [...best.values()];
};

const insideScore = (share) => RANKING.inside.least + (RANKING.inside.most - RANKING.inside.least) * share ** 1.5;

// The number of typing mistakes between two words, with neighbours that changed places counted once
// (optimal string alignment); anything above `most` is told as most + 1.
const edits = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      now[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    before = last;
    last = now;
  }
  return Math.min(last[b.length], most + 1);
};

// Which letters a word has, as bits: two words that differ in more letters than mistakes are allowed are never compared.
const lettersIn = (word) => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
};
const bitsSet = (bits) => {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count += 1;
  return count;
};
const mayBeNear = (a, b, most) => bitsSet(a & ~b) <= most && bitsSet(b & ~a) <= most;

// How many typing mistakes are forgiven: none in short words, where every letter counts.
const editsIn = (letters) => (letters < 4 ? 0 : letters < 7 ? 1 : letters < 13 ? 2 : 3);

// What two spellings have in common: capitals, accents and apostrophes do not matter (P.L.C. is plc).
const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
  .replace(/['’`´]/g, "")
  .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu, "")
  .replaceAll("&", " and ")
  .replace(/[^\p{L}\p{N}]+/gu, " ")
  .trim();

// The singular of an English or Spanish word, as far as search needs it: both sides are treated alike.
const singular = (word) => {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/(?:[^aeiou]ies)$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|ss|or|ion|dad)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
};

const wordsOf = (text) => fold(text).split(" ").filter(Boolean).map(singular);

// What words of one family begin with: mentor, mentors, mentored, mentoring.
const family = (word) => (word.length > 5 ? word.replace(/(?:ing|ed|er)$/, "") : word);

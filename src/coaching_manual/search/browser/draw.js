const phrase = (name, values = {}) => Object.entries(values)
  .reduce((text, [key, value]) => text.replace(`{${key}}`, () => value), PHRASES[name]);

// How an answer looks. Elements only, no markup in texts: nothing that was typed or loaded is ever read as HTML.
const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

const titleOf = ({ term, page }) => {
  if (page) return page.title;
  return term.clash ? phrase("clash", { acronym: term.term }) : term.term;
};
const addressOf = (term, library) => library.termAddress.replace("*", term.id);
// Texts for which there are no words in the language of the page are in the other one, and say so.
const OTHER = LANGUAGE === "es" ? "en" : "es";

const inOther = (text) => [phrase("otherLanguage"), " ", element("span", { lang: OTHER }, text)];

const drawTerm = ({ term, card, language, name, how, corrected, sure }, library, site) => {
  const address = new URL(addressOf(term, library), site).href;
  return element("li", { class: "hit" },
    element("p", { class: "hit__kind" }, phrase(card?.retired ? "kindRetired" : "kindTerm")),
    drawTitle(element("a", { href: address, lang: term.foreign && OTHER, "data-answer": sure }, term.term)),
    drawWhy(term, card, name, how, corrected),
    card ? element("p", { class: "hit__text", lang: languageOf(card, language) }, card.text) : null,
    card?.other && language === LANGUAGE && name?.kind !== "translated" ? element("p", { class: "hit__other" },
      ...inOther(card.other), card.draft && LANGUAGE === "en" ? phrase("draft") : "") : null);
};

// The language of a definition, where it is not the one of the page.
const languageOf = (card, language) => {
  const told = card.foreign ? "en" : language;
  return told !== LANGUAGE && told;
};

const drawTitle = (title) => element("h2", { class: "hit__title" }, title);

// Why this term answers what was typed, unless it was typed as it is.
const drawWhy = (term, card, name, how, corrected) => {
  const reason = how === "text" ? [phrase("whyText")] : name.text === term.term ? [] : reasonOf(name, card);
  if (corrected) reason.push(reason.length ? " · " : "", phrase("whyCorrected"));
  return reason.length ? element("p", { class: "hit__why" }, ...reason) : null;
};
const reasonOf = ({ text, kind }, card) => {
  if (kind === "translated") return inOther(text);
  const stands = card?.stands?.[text];
  return [phrase(stands ? "whyStands" : `why_${kind}`, { name: text, stands })];
};

const drawClash = ({ term, card }, library, site) => element("li", { class: "hit" },
  element("p", { class: "hit__kind" }, phrase("kindClash")),
  drawTitle(titleOf({ term })),
  element("ul", { class: "hit__readings" }, ...(card?.readings ?? []).map(([stands, where, id]) => {
    const known = id && library.terms.find((one) => one.id === id);
    const address = known && new URL(addressOf(known, library), site).href;
    return element("li", {}, known ? element("a", { href: address }, stands) : stands, `: ${where}`);
  })));

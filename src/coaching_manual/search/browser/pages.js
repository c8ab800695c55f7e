// How pages, their sections and an empty answer look. Loaded after the first answer, with the texts.
const drawPage = ({ page, excerpts, sure }, library, site) => {
  const address = new URL(page.address, site);
  const lang = page.foreign && (LANGUAGE === "es" ? "en" : "es");
  return element("li", { class: "hit" },
    element("p", { class: "hit__kind" }, library.kinds[page.kind][LANGUAGE]),
    titled(element("a", { href: address.href, lang, hreflang: lang, "data-answer": sure }, page.title)),
    excerpts?.intro ? element("p", { class: "hit__text", lang }, ...excerpts.intro) : null,
    excerpts?.sections.length ? drawSections(excerpts.sections, address, lang) : null);
};

const drawSections = (sections, address, lang) => element("ul", { class: "hit__sections", lang },
  ...sections.map(({ anchor, heading, parts }) => element("li", {},
    element("a", { href: new URL(`#${anchor}`, address).href }, heading),
    ...(parts.length ? [": ", ...parts] : []))));

const titled = (title) => element("h2", { class: "hit__title" }, title);

// What stands where an answer would: the filter hides all that was found, or nothing fits.
const drawNothing = (box, shown) => {
  const hidden = box.items.length > 0 && !shown.length;
  const lines = hidden ? drawFiltered(box.filters) : drawUnknown(box.input.value.trim(), box.dialog, shown.length > 0);
  const entry = element("li", { class: "hit hit--nothing" }, ...lines);
  entry.dataset.key = "nothing";
  return entry;
};

// Said plainly, with near names if there are any, the whole list, and how to ask for the word.
const drawUnknown = (query, { dataset: { list, ask } }, hasNear) => [
  titled(phrase(hasNear ? "unsure" : "nothing", { query })),
  SPANISH.test(query) && LANGUAGE === "en"
    ? element("p", { class: "hit__text", lang: "es" }, phrase("nothingInSpanish", { query })) : null,
  element("p", { class: "hit__text" }, element("a", { href: list }, phrase("wholeList"))),
  element("p", { class: "hit__text" }, askFor(query, ask)),
  hasNear ? element("p", { class: "hit__text" }, phrase("near")) : null,
];

// Signs and small words by which a query in Spanish is told; it gets a sentence in Spanish too.
const SPANISH = /[áéíóúüñ¿¡]|(?:^|\s)(?:de|del|el|es|hija|hijo|la|las|los|mi|mis|para|que|quien|como|puedo|un|una)(?=\s|$)/iu;

const askFor = (query, ask) => {
  if (!ask) return phrase("askNobody");
  const words = encodeURIComponent(phrase("askMessage", { query }));
  return element("a", { href: ask.replaceAll("{words}", words) }, phrase("ask"));
};

// The places in a page's texts that speak of the query, with the words found in them marked.
const excerptsOf = (texts, sections, content) => {
  const wanted = new Set(content.map(family));
  const parts = (text) => excerpt(text, wanted);
  const chosen = sections.filter((number) => texts[number]?.[0]);
  const intro = sections.includes(0) || !chosen.length ? parts(texts[0]?.[2] || texts[1]?.[2] || "") : null;
  return {
    intro,
    sections: chosen.map((number) => {
      const [anchor, heading, text] = texts[number];
      return { anchor, heading, parts: parts(text) };
    }),
  };
};

const EXCERPT = 140;
const excerpt = (text, wanted) => {
  const found = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)]
    .filter(([word]) => wanted.has(family(singular(fold(word)))));
  const first = found[0]?.index ?? 0;
  const start = first < EXCERPT / 2 ? 0 : text.indexOf(" ", first - EXCERPT / 2) + 1;
  const end = text.length <= start + EXCERPT ? text.length : text.lastIndexOf(" ", start + EXCERPT);
  const pieces = start ? ["… "] : [];
  let at = start;
  for (const { index, 0: word } of found) {
    if (index < at || index + word.length > end) continue;
    pieces.push(text.slice(at, index), element("mark", {}, word));
    at = index + word.length;
  }
  return [...pieces, text.slice(at, end), end < text.length ? " …" : ""].filter(Boolean);
};

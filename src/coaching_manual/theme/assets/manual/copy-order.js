// The print center counts copies and paper for the numbers that the reader sets. Without this script it is for 12.
(() => {
  "use strict";
  const form = document.querySelector("[data-copy-order]");
  const fields = [...form.querySelectorAll("input")];
  const [everybody, spanish, large, largeSpanish, facilitators] = fields;

  // as Copies.for_group in Python: so many for each pair, trio …; for 0 people: for the whole room
  const copies = ({ number, people }, size) =>
    size && Number(number) * (Number(people) ? Math.ceil(size / Number(people)) : 1);

  // what is there in two languages is for a part of the group, as soon as the reader says how large the parts are;
  // so is what is there in large print
  const sizeFor = (words, [all, inSpanish, inLarge, inLargeSpanish]) => {
    const language = inSpanish && words.closest("[data-for]")?.dataset.for;
    const letters = words.closest("[data-letters]")?.dataset.letters;
    const readers = language ? { en: all - inSpanish, es: inSpanish }[language] : all;
    const ofLarge = language ? { en: inLarge, es: inLargeSpanish }[language] : inLarge + inLargeSpanish;
    return { large: ofLarge, usual: readers - ofLarge }[letters] ?? readers;
  };

  const show = () => {
    spanish.max = everybody.value;
    large.max = Number(everybody.value) - Number(spanish.value);
    largeSpanish.max = spanish.value;
    if (!form.checkValidity()) return;
    const told = fields.map((field) => Number(field.value));
    for (const words of document.querySelectorAll("[data-group]")) words.textContent = sizeFor(words, told);
    for (const words of document.querySelectorAll("[data-facilitators]")) {
      words.textContent = Number(words.dataset.facilitators) * Number(facilitators.value);
    }
    for (const words of document.querySelectorAll("[data-number]")) {
      words.textContent = copies(words.dataset, sizeFor(words, told)) * Number(words.dataset.sheets || 1);
    }
    for (const total of document.querySelectorAll("[data-total]")) {
      const added = total.closest("tbody") ?? total.closest("table"); // of a session, or of all
      const counted = [...added.querySelectorAll("[data-sheets]")];
      total.textContent = counted.reduce((sum, words) => sum + Number(words.textContent), 0);
    }
  };

  // a page of a course leads to what is printed for it, which is folded
  const unfold = () => {
    const shelf = location.hash && document.getElementById(location.hash.slice(1));
    if (shelf instanceof HTMLDetailsElement) shelf.open = true;
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
  form.addEventListener("change", () => form.reportValidity());
  window.addEventListener("pageshow", show); // a browser may bring back earlier numbers
  window.addEventListener("hashchange", unfold);
  unfold();
})();

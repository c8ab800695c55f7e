// The print center counts copies and paper for the numbers that the reader sets. Without this script it is for 12.
(() => {
  "use strict";
  const form = document.querySelector("[data-copy-order]");
  const [everybody, spanish] = form.querySelectorAll("input");

  // as Copies.for_group in Python: so many for each pair, trio …; for 0 people: for the whole room
  const copies = ({ number, people }, size) =>
    size && Number(number) * (Number(people) ? Math.ceil(size / Number(people)) : 1);

  // what is there in two languages is for a part of the group, as soon as the reader says how large the parts are
  const sizeFor = (words, all, part) => {
    const language = part && words.closest("[data-for]")?.dataset.for;
    return language ? { en: all - part, es: part }[language] : all;
  };

  const show = () => {
    spanish.max = everybody.value;
    if (!form.checkValidity()) return;
    const [all, part] = [everybody, spanish].map((field) => Number(field.value));
    for (const words of document.querySelectorAll("[data-group]")) words.textContent = sizeFor(words, all, part);
    for (const words of document.querySelectorAll("[data-number]")) {
      words.textContent = copies(words.dataset, sizeFor(words, all, part)) * Number(words.dataset.sheets || 1);
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

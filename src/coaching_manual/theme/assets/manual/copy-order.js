// The print center counts copies and paper for the number of participants that the reader sets. Without this script
// it is for 12.
(() => {
  "use strict";
  const form = document.querySelector("[data-copy-order]");
  const field = form.querySelector("input");

  // as Copies.for_group in Python: so many for each pair, trio …; for 0 people: for the whole room
  const copies = ({ number, people }, size) => Number(number) * (Number(people) ? Math.ceil(size / Number(people)) : 1);

  const show = () => {
    if (!field.checkValidity()) return;
    const size = Number(field.value);
    for (const words of document.querySelectorAll("[data-group]")) words.textContent = size;
    for (const words of document.querySelectorAll("[data-number]")) {
      words.textContent = copies(words.dataset, size) * Number(words.dataset.sheets || 1);
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
  field.addEventListener("input", show);
  window.addEventListener("pageshow", show); // a browser may bring back an earlier number
  window.addEventListener("hashchange", unfold);
  unfold();
})();

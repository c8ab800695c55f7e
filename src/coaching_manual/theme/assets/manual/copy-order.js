// The print center counts paper for the number of participants that the reader sets. Without this script it is for 12.
(() => {
  "use strict";
  const form = document.querySelector("[data-copy-order]");
  const field = form.querySelector("input");

  const show = () => {
    if (!field.checkValidity()) return;
    for (const words of document.querySelectorAll("[data-group]")) words.textContent = field.value;
    for (const words of document.querySelectorAll("[data-sheets]")) {
      words.textContent = Number(words.dataset.sheets) * Number(field.value);
    }
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", show);
  window.addEventListener("pageshow", show); // a browser may bring back an earlier number
})();

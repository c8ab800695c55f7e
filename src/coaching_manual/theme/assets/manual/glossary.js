// Filters of the A–Z. Without this script the whole list is shown and the filters stay hidden.
(() => {
  "use strict";
  for (const glossary of document.querySelectorAll("[data-glossary]")) {
    const form = glossary.querySelector("[data-filters]");
    if (!form) continue;
    const count = form.querySelector("[data-count]");
    const entries = [...glossary.querySelectorAll("[data-entry]")];
    const letters = [...glossary.querySelectorAll("[data-letter]")];

    const apply = () => {
      const category = form.elements.category.value;
      const audience = form.elements.audience.value;
      let shown = 0;
      for (const entry of entries) {
        const fits = (!category || entry.dataset.category === category)
          && (!audience || entry.dataset.audience.split(" ").includes(audience));
        entry.hidden = !fits;
        shown += fits;
      }
      for (const letter of letters) {
        letter.hidden = !letter.querySelector("[data-entry]:not([hidden])");
        const link = glossary.querySelector(`.letters a[href="#${letter.querySelector("h2").id}"]`);
        if (link) link.parentElement.hidden = letter.hidden;
      }
      count.textContent = shown === 1 ? "1 term" : `${shown} terms`;
    };

    form.hidden = false;
    form.addEventListener("change", apply);
    // a browser may bring back earlier choices when the reader returns to the page
    window.addEventListener("pageshow", apply);
  }
})();

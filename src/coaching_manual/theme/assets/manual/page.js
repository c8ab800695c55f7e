// Small helps that a page does without: printing, copying the link to a heading, leaving the menu.
(() => {
  "use strict";

  const print = document.querySelector("button[data-print]"); // what is not printed has data-print="off"
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  // paper shows what is folded away, and folds it again afterwards; of a long list only what somebody has opened
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("main details:not([open], .print-center details)")];
    for (const details of unfolded) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });

  // the link of a heading leads to it, and is copied as well where the browser allows it
  const status = document.querySelector("[data-status]");
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a.heading-link");
    if (!link || !navigator.clipboard) return;
    try {
      await navigator.clipboard.writeText(link.href);
      status.textContent = status.dataset.status;
    } catch {
      status.textContent = "";
    }
  });

  // an open menu lies over the text: it closes when the focus goes on to what it covers
  const menu = document.getElementById("site-menu");
  menu.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (next && !menu.contains(next) && menu.matches(":popover-open")) menu.hidePopover();
  });
})();

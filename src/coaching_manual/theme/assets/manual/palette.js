// Light or dark: as the device says, until the reader chooses. Not deferred, so that a page never flashes; what the
// mark on the root element changes stands in dark.css.
//
// The choice is kept on the reader's own device, and only while it differs from what the device says.
(() => {
  "use strict";
  const KEY = "manual-colours";
  const device = matchMedia("(prefers-color-scheme: dark)");

  // a browser may forbid a page to keep anything; the button then works until the page is left
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const keep = (choice) => {
    try {
      if (choice) localStorage.setItem(KEY, choice);
      else localStorage.removeItem(KEY);
    } catch {
      // nothing to do: see above
    }
  };

  let choice = kept();
  const dark = () => (choice ? choice === "dark" : device.matches);
  const show = () => {
    document.documentElement.dataset.scheme = dark() ? "dark" : "light";
    document.querySelector("[data-palette]")?.setAttribute("aria-pressed", String(dark()));
  };

  show();
  device.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-palette]");
    button.hidden = false;
    button.addEventListener("click", () => {
      const wanted = dark() ? "light" : "dark";
      choice = wanted === (device.matches ? "dark" : "light") ? null : wanted;
      keep(choice);
      show();
    });
    show();
  });
})();

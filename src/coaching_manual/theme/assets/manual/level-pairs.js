// Two levels side by side: the address names the pair, and style leaves its columns. This script only says which.
(() => {
  "use strict";
  const list = document.querySelector("[data-pairs]");
  const links = [...list.querySelectorAll("a")];
  const shown = list.querySelector("[data-shown]");

  const say = () => {
    const here = decodeURIComponent(location.hash);
    for (const link of links) {
      if (link.hash === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const current = links.find((link) => link.hash === here);
    shown.textContent = current ? `Shown: ${current.textContent.replace("→", "").replace(/\s+/g, " ").trim()}.` : "";
  };

  window.addEventListener("hashchange", say);
  say();
})();

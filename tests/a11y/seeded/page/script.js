// What the clean page does with scripts: a palette, a search box, and the box of a term.
const one = (selector) => document.querySelector(selector);
const search = one("#search");
const pages = { "Coaching young gardeners": "../clean/" };

for (const button of document.querySelectorAll("button[hidden]")) button.hidden = false;

one(".palette").addEventListener("click", ({ target }) => {
  const dark = target.getAttribute("aria-pressed") === "false";
  target.setAttribute("aria-pressed", dark);
  document.documentElement.classList.toggle("dark", dark);
});

const open = () => search.showModal();
one(".search-button").addEventListener("click", open);
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.matches("input, textarea")) return;
  event.preventDefault();
  open();
});
one("#words").addEventListener("input", ({ target }) => {
  const found = Object.keys(pages).filter((title) => title.toLowerCase().includes(target.value.toLowerCase()));
  one("[role=status]").textContent = `${found.length} found`;
  one(".results").replaceChildren(
    ...found.map((title) => {
      const [item, link] = [document.createElement("li"), document.createElement("a")];
      [link.href, link.textContent, link.className] = [pages[title], title, "action"];
      item.append(link);
      return item;
    }),
  );
});

one(".term").addEventListener("focus", () => { one("#term-box").hidden = false; });
one(".term").addEventListener("blur", () => { one("#term-box").hidden = true; });

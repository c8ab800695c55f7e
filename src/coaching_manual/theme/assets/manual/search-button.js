// Opens the search box, by its buttons, by the keys / s f, or by ?q=… in the address. What answers is loaded only then.
(() => {
  "use strict";
  const KEYS_OFF = "manual-search-keys-off";
  const dialog = document.querySelector("[data-search]");
  if (!dialog?.showModal) return; // the button leads to the A–Z
  const input = dialog.querySelector("input[name=q]");
  const failed = dialog.querySelector("[data-search-failed]");
  const keys = dialog.querySelector("[data-search-keys]");
  const base = new URL("../../search/", document.currentScript.src);
  const language = document.documentElement.lang.startsWith("es") ? "es" : "en";
  let loaded = false;
  let entered = null;

  const load = () => {
    if (loaded) return;
    loaded = true;
    failed.textContent = "";
    const script = document.createElement("script");
    script.src = new URL(`search-${language}.js`, base).href;
    script.onload = () => {
      const box = manualSearch.open(dialog, base);
      if (entered === input.value) box.enter();
    };
    // no network, or a filter in the way: the next letter tries again
    script.onerror = () => {
      loaded = false;
      script.remove();
      failed.textContent = dialog.dataset.unreachable;
    };
    document.head.append(script);
  };

  const open = (query = "") => {
    if (!dialog.open) dialog.showModal();
    if (query) input.value = query;
    input.select();
    load();
  };

  input.addEventListener("input", load);
  // who presses Enter before anything is loaded gets the answer when it comes
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") entered = input.value;
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-search-open]")) return;
    event.preventDefault();
    open();
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());

  // Single letters open the box, as on many sites for documentation. Who speaks to the computer or misses a key
  // can switch them off (WCAG 2.1.4).
  const stored = (change) => {
    try {
      return change(localStorage);
    } catch {
      return null;
    }
  };
  keys.checked = !stored((kept) => kept.getItem(KEYS_OFF));
  keys.addEventListener("change", () => {
    stored((kept) => (keys.checked ? kept.removeItem(KEYS_OFF) : kept.setItem(KEYS_OFF, "1")));
  });
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!["/", "s", "f"].includes(event.key)) return;
    // a box that was closed this very moment may still have the focus
    const field = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (field && !dialog.contains(field)) return;
    event.preventDefault();
    open();
  });

  const query = history.state?.search ?? new URLSearchParams(location.search).get("q");
  if (query) open(query);
})();

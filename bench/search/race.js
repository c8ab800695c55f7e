// Runs in the page before anything else: opens the search at the first moment that the page allows, types the words,
// and notes when the first answer stands on the page and what had been loaded for search by then (null: in vain).
({ opens, box, event, hearsEarly, shown, words, patience }) => {
  const loaded = (until) => performance.getEntriesByType("resource")
    .filter(({ name, responseEnd }) => new URL(name).pathname.includes("/search") && responseEnd <= until)
    .map(({ name }) => new URL(name).pathname);
  globalThis.loadedForSearch = () => loaded(Infinity);
  if (!words) return;

  const type = () => {
    const input = document.querySelector(box);
    if (document.activeElement !== input) input.focus();
    input.value = words;
    input.dispatchEvent(new Event(event, { bubbles: true }));
  };
  globalThis.answer = new Promise((resolve) => {
    let typing = null;
    const watching = new MutationObserver(() => {
      if (document.querySelector(shown)) end({ milliseconds: performance.now(), loaded: loaded(performance.now()) });
    });
    const end = (answered) => {
      watching.disconnect();
      clearInterval(typing);
      resolve(answered);
    };
    watching.observe(document, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", () => {
      if (opens) document.querySelector(opens).click();
      type();
      if (!hearsEarly) typing = setInterval(type, 50);
    });
    setTimeout(end, patience, null);
  });
}

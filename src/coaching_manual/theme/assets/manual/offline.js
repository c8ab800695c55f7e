// Keeps the manual on the reader's device, and says so when the page on the screen is older than the newest edition.
//
// Nothing reloads by itself: somebody may be reading, or filling in a form.
(() => {
  "use strict";
  const workers = navigator.serviceWorker; // missing where the address is not https
  const savesData = navigator.connection?.saveData;
  if (!workers || savesData) return;

  const root = new URL("../../", document.currentScript.src);
  const words = document.documentElement.lang.startsWith("es")
    ? { news: "Hay una edición nueva de esta página.", show: "Mostrarla", later: "Ahora no" }
    : { news: "A new edition of this page is here.", show: "Show it", later: "Not now" };
  const shown = document.querySelector('meta[name="page-version"]')?.content;

  // it must stand in the page, empty, before its words come: only then are they read out
  const note = document.createElement("div");
  note.className = "edition-note";
  note.setAttribute("role", "status");
  document.body.append(note);

  function button(text, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", action);
    return made;
  }

  function tell() {
    if (note.childElementCount) return;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("assets/manual/offline.css", root);
    document.head.append(style);
    const text = document.createElement("p");
    text.textContent = words.news;
    note.append(
      text,
      button(words.show, () => location.reload()),
      button(words.later, () => note.replaceChildren()),
    );
  }

  function newestVersion() {
    return new Promise((answer) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => answer(data);
      workers.controller.postMessage(location.href, [port2]);
    });
  }

  async function compare() {
    const newest = workers.controller && (await newestVersion());
    if (shown && newest && newest !== shown) tell();
  }

  workers.addEventListener("controllerchange", compare);
  // a page that comes back as it was left may have waited for long
  window.addEventListener("pageshow", (event) => event.persisted && compare());

  // after the page itself, so that nobody waits for the copy; a worker that cannot be had is no loss to a reader
  window.addEventListener("load", async () => {
    const registration = await workers.register(new URL("offline-worker.js", root)).catch(() => null);
    document.addEventListener("visibilitychange", () => {
      if (registration && document.visibilityState === "visible") registration.update().catch(() => null);
    });
  });
})();

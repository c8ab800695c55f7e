// Answers for the site when the network does not. FILES, written above this line at build, is the edition: the
// version of every file by its address. Files are kept under their address and version, so a new edition fetches
// only what changed, goes on where it was interrupted, and drops only what nobody wants any more.

const ROOT = new URL("./", self.location);
const STORE = `coaching-manual ${ROOT.pathname}`; // other sites may share the host
const PATIENCE = 3000; // milliseconds that a reader waits for the network if a kept copy could be shown
const REST = 30000; // milliseconds for which a slow network is not asked again
const AT_ONCE = 8; // files fetched side by side

let slowUntil = 0;

const address = (path) => new URL(path, ROOT).href;
const key = (path) => `${address(path)}?version=${FILES.get(path) ?? "visited"}`;

self.addEventListener("install", (event) => event.waitUntil(keepEdition()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && url.href.startsWith(ROOT.href)) {
    event.respondWith(answer(event.request, pathOf(url)));
  }
});
// A page asks which version of it belongs to this edition.
self.addEventListener("message", (event) => event.ports[0]?.postMessage(FILES.get(pathOf(new URL(event.data)))));

function pathOf(url) {
  return url.pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");
}

async function keepEdition() {
  const store = await caches.open(STORE);
  const kept = new Set((await store.keys()).map((request) => request.url));
  const missing = [...FILES.keys()].filter((path) => !kept.has(key(path)));
  while (missing.length) {
    await Promise.all(missing.splice(0, AT_ONCE).map((path) => keep(store, path)));
  }
  // Nothing is swapped under the reader: pages come from the network first, and none reloads by itself.
  await self.skipWaiting();
}

async function keep(store, path) {
  const response = await fetch(address(path), { cache: "no-cache", mode: "same-origin" });
  refuseFailure(response);
  // Some hosts send their page for missing addresses as missing even when it is asked for by its name.
  if (response.ok || path === "404.html") await store.put(key(path), copyOf(response));
}

// Without the note that it was redirected: a browser refuses such an answer for a page.
function copyOf(response, status = 200) {
  return new Response(response.body, { status, headers: response.headers });
}

function refuseFailure(response) {
  if (response.status >= 500) throw new Error(`${response.url}: ${response.status}`);
}

async function takeOver() {
  const store = await caches.open(STORE);
  const wanted = new Set([...FILES.keys()].map(key));
  const old = (await store.keys()).filter((request) => !wanted.has(request.url));
  await Promise.all(old.map((request) => store.delete(request)));
  await self.clients.claim();
}

async function answer(request, path) {
  const store = await caches.open(STORE);
  const kept = await store.match(key(path));
  // The name of a font stands for its content; everything else may have a newer version.
  if (kept && (path.endsWith(".woff2") || Date.now() < slowUntil)) return kept;
  try {
    const network = ask(request, path, store);
    const first = await (kept ? Promise.race([network, patience()]) : network);
    if (first) return first;
    slowUntil = Date.now() + REST;
    return kept;
  } catch {
    return kept ?? nothingKept(request, path, store);
  }
}

const patience = () => new Promise((over) => setTimeout(over, PATIENCE));

async function ask(request, path, store) {
  const isPage = request.mode === "navigate";
  const response = await fetch(request, isPage ? { cache: "no-cache" } : {});
  refuseFailure(response);
  const isText = response.headers.get("content-type")?.startsWith("text/html");
  if (isPage && isText && response.ok && !FILES.has(path)) await store.put(key(path), response.clone());
  return response;
}

async function nothingKept(request, path, store) {
  if (request.mode !== "navigate") return Response.error();
  if (FILES.has(`${path}/`)) return Response.redirect(address(`${path}/`));
  const missing = await store.match(key("404.html"));
  return missing ? copyOf(missing, 404) : Response.error();
}

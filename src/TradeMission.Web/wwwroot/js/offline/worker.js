// The service worker of a mission's entry page. The server writes self.release before it: a version made of the contents, and the files to store.
// It answers for that page only, and stores the empty page, never one that was made for somebody.

const { version, assets } = self.release;
const prefix = "trademission-entry-";
const store = prefix + version;
const choices = "trademission-choices";
const shellOf = language => `/offline/entry?ui-culture=${language}`;
const languages = ["ko", "en"];

/** A hotel's network that does not answer is as good as none. */
const patience = 6000;

/** Pages that were opened from the store: their files come from there too. */
const opened = new Set();

async function fill() {
  const cache = await caches.open(store);
  await cache.addAll([...assets, ...languages.map(shellOf)].map(address => new Request(address, { cache: "reload", credentials: "omit" })));
}

async function tidy() {
  const old = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== store);
  await Promise.all(old.map(name => caches.delete(name)));
}

const remember = async language => (await caches.open(choices)).put("/language", new Response(language));
const remembered = async () => (await (await caches.match("/language", { cacheName: choices }))?.text()) ?? "ko";

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), patience));

async function page(event, address) {
  const asked = address.searchParams.get("culture");
  try {
    return await Promise.race([fetch(event.request), late()]);
  } catch {
    if (languages.includes(asked)) await remember(asked);
    const shell = await caches.match(shellOf(languages.includes(asked) ? asked : await remembered()), { cacheName: store });
    if (!shell) return Response.error();
    opened.add(event.resultingClientId);
    return shell;
  }
}

/** The network first, so that a page never runs with files of another release; what is stored where there is none. */
async function asset(event) {
  const stored = () => caches.match(event.request, { cacheName: store, ignoreSearch: true });
  if (opened.has(event.clientId)) return await stored() ?? fetch(event.request);
  try {
    return await fetch(event.request);
  } catch {
    return await stored() ?? Response.error();
  }
}

self.addEventListener("install", event => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("message", event => { if (languages.includes(event.data?.language)) event.waitUntil(remember(event.data.language)); });
self.addEventListener("fetch", event => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, address));
  else if (assets.includes(address.pathname)) event.respondWith(asset(event));
});

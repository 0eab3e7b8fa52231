// Keeps one page, the notes of a team (its scope), readable without a line. Nothing else of the site is kept.
const PAGE = new URL(self.registration.scope).pathname;
const CACHE = `visit-notes ${PAGE}`;
const ASSETS = '/_next/static/';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The page says what it is made of; it hears when all of that is kept.
self.addEventListener('message', (event) => {
  event.waitUntil(keep(event.data.assets).then(() => event.ports[0].postMessage('kept')));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(newestPage(request));
  else if (pathname.startsWith(ASSETS)) event.respondWith(asset(request));
});

async function keep(assets) {
  const cache = await caches.open(CACHE);
  const wanted = new Set(assets.filter((path) => path.startsWith(ASSETS)));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !wanted.delete(pathname)) await cache.delete(request);
  }
  await cache.addAll([...wanted]);
  const page = await fetch(PAGE, { redirect: 'manual' });
  if (page.ok) await cache.put(PAGE, page);
}

async function newestPage(request) {
  const cache = await caches.open(CACHE);
  try {
    const page = await fetch(request);
    if (page.ok) await cache.put(PAGE, page.clone());
    return page;
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (!kept) throw error;
    return kept;
  }
}

async function asset(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok) await cache.put(request, fetched.clone());
  return fetched;
}

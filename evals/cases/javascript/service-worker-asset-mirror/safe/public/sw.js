/* eslint-env serviceworker */
const MIRRORS = { eu: 'https://eu.static.fieldnotes.example', us: 'https://us.static.fieldnotes.example' };
const mirror = new URL(self.location.href).searchParams.get('mirror');
importScripts(`${mirror === 'us' ? MIRRORS.us : MIRRORS.eu}/vendor/offline-kit.js`);

const CACHE = 'fieldnotes-v14';
const SHELL = ['/', '/app.css', '/app.js', '/offline.html'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith(self.offlineKit.networkFirst(event.request, {
    cache: CACHE,
    fallback: '/offline.html',
    timeout: 4000,
  }));
});

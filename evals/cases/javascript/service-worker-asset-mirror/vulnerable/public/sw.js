/* eslint-env serviceworker */
const mirror = new URL(self.location.href).searchParams.get('mirror') || self.location.origin;
importScripts(`${mirror}/vendor/offline-kit.js`);

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

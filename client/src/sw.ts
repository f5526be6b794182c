/// <reference lib="webworker" />
/**
 * The service worker: the whole app from the cache, so that it starts with the server switched off. It never answers for `/api`, and a new version
 * waits until the page tells it to take over (the update gate is in `app/update-prompt.tsx`).
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | { readonly url: string; readonly revision: string | null })[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/metrics$/] }));

self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The first installation takes the open page along, so that "ready to work offline" is true without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

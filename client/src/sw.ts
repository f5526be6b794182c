/// <reference lib="webworker" />
/**
 * The service worker: the whole app from the cache, so that it starts with the server switched off. It never answers for `/api` and the server's own pages, and
 * a new version waits until the page tells it to take over (the update gate is in `app/update-prompt.tsx`).
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { serverPages } from './ports/server-pages.ts';
import { syncTag, syncWake } from './ports/background-sync.ts';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** Background Sync is not in the standard's types yet. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | { readonly url: string; readonly revision: string | null })[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [...serverPages] }));

self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The browser wakes the worker when a line is back, also after the officer has gone to another app: the open tabs then exchange at once.
// The worker itself sends nothing: the log and its keys belong to one leading tab.
self.addEventListener('sync', (event) => {
  const woken = event as SyncEvent;
  if (woken.tag === syncTag) woken.waitUntil(wakeTabs());
});

async function wakeTabs(): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's client is of its own origin.
  for (const tab of await self.clients.matchAll({ type: 'window' })) tab.postMessage({ type: syncWake });
}

// The first installation takes the open page along, so that "ready to work offline" is true without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The real browser behind `Platform`. The only place of the client that names these globals for the data layer. */
import { syncTag, syncWake } from './background-sync.ts';
import type { Channel, Locks, PageSignals, Platform, StorageHealth } from './platform.ts';
import { createWebKeys } from './web-keys.ts';

export function browserPlatform(appVersion: string): Platform {
  return {
    indexedDB: globalThis.indexedDB,
    IDBKeyRange: globalThis.IDBKeyRange,
    name: '',
    fetch: (input, init) => fetch(input, init),
    baseUrl: '',
    clock: { now: () => Date.now() },
    monotonicMs: () => performance.now(),
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    timers: { set: (run, delayMs) => setTimeout(run, delayMs), clear: (timer) => clearTimeout(timer as number) },
    idle: (run) => {
      if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 10_000 });
      else setTimeout(run, 1_000);
    },
    locks: navigator.locks === undefined ? undefined : browserLocks(navigator.locks),
    openChannel: browserChannel,
    keys: createWebKeys(crypto),
    signals: browserSignals(),
    storageHealth: browserStorageHealth(),
    localStorage: storageOf(() => localStorage),
    sessionStorage: storageOf(() => sessionStorage),
    caches: globalThis.caches,
    isWorkerActive: async () => (await navigator.serviceWorker?.getRegistration())?.active?.state === 'activated',
    registerBackgroundSync,
    appVersion,
    verifySecret: async (secret, verifier) => {
      const { argon2Verify } = await import('hash-wasm');
      return argon2Verify({ password: secret.normalize('NFC'), hash: verifier });
    },
  };
}

/** Reading the property itself throws where the browser forbids storage. */
function storageOf(read: () => Storage): Storage | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function browserLocks(locks: LockManager): Locks {
  return {
    request: async (name, signal, run) => {
      try {
        await locks.request(name, { signal }, run);
      } catch (error) {
        // Stopped while it waited for its turn.
        if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
      }
    },
  };
}

function browserChannel(name: string): Channel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target, it is bound to the origin.
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const hear = (event: MessageEvent<unknown>): void => listener(event.data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    close: () => channel.close(),
  };
}

function browserSignals(): PageSignals {
  const on = (target: EventTarget, name: string, listener: () => void): (() => void) => {
    target.addEventListener(name, listener);
    return () => target.removeEventListener(name, listener);
  };
  return {
    isVisible: () => document.visibilityState === 'visible',
    onOnline: (listener) => {
      const ends = [on(window, 'online', listener), onWorkerWake(listener)];
      return () => ends.forEach((end) => end());
    },
    onVisible: (listener) => on(document, 'visibilitychange', () => document.visibilityState === 'visible' && listener()),
    onPageHide: (listener) => on(window, 'pagehide', listener),
  };
}

/** The service worker says that the line is back, also where the window's own event was missed. */
function onWorkerWake(listener: () => void): () => void {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const hear = (event: MessageEvent<unknown>): void => {
    if ((event.data as { readonly type?: unknown } | null)?.type === syncWake) listener();
  };
  worker?.addEventListener('message', hear);
  return () => worker?.removeEventListener('message', hear);
}

function browserStorageHealth(): StorageHealth {
  const storage = navigator.storage as StorageManager | undefined;
  return {
    estimate: async () => {
      const estimate = await storage?.estimate?.();
      return { usedBytes: estimate?.usage, quotaBytes: estimate?.quota };
    },
    persisted: async () => storage?.persisted?.(),
    persist: async () => (await storage?.persist?.()) ?? false,
  };
}

interface SyncCapable {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

async function registerBackgroundSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as (ServiceWorkerRegistration & SyncCapable) | undefined;
  try {
    await registration?.sync?.register(syncTag);
  } catch (error) {
    // A bonus where the browser has it; it may refuse without permission, and nothing depends on it.
    if (!(error instanceof DOMException)) throw error;
  }
}

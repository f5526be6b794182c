/**
 * A platform for tests, the simulation and the bench: nothing of a real browser, everything given or in memory. Two platforms that share
 * `indexedDB`, `tabs` and `localStorage` are two tabs of one device; two with their own are two devices.
 */
import type { Channel, Locks, PageSignals, Platform, Timers } from './platform.ts';
import { createWebKeys } from './web-keys.ts';

export type TestPlatformOptions = Partial<Platform> &
  Pick<Platform, 'indexedDB' | 'IDBKeyRange' | 'fetch' | 'clock'> & { readonly tabs?: TestTabs | undefined };

/** What the tabs of one device share: lock and messages. */
export interface TestTabs {
  readonly locks: Locks;
  readonly openChannel: (name: string) => Channel;
}

export interface TestPlatform extends Platform {
  readonly signal: { readonly online: () => void; readonly visible: () => void; readonly pageHide: () => void };
}

export function testPlatform(options: TestPlatformOptions): TestPlatform {
  const { tabs = createTestTabs(), ...given } = options;
  const online = new Set<() => void>();
  const visible = new Set<() => void>();
  const pageHide = new Set<() => void>();
  const on = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const tell = (listeners: Set<() => void>) => () => {
    for (const listener of listeners) listener();
  };
  const signals: PageSignals = { isVisible: () => true, onOnline: on(online), onVisible: on(visible), onPageHide: on(pageHide) };
  const timers: Timers = given.timers ?? {
    set: (run, delayMs) => setTimeout(run, delayMs),
    clear: (timer) => clearTimeout(timer as number),
  };
  return {
    name: '',
    baseUrl: 'http://test',
    monotonicMs: () => given.clock.now(),
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    idle: (run) => void timers.set(run, 0),
    locks: tabs.locks,
    openChannel: tabs.openChannel,
    keys: createWebKeys(crypto),
    storageHealth: {
      estimate: () => Promise.resolve({ usedBytes: 1_000_000, quotaBytes: 1_000_000_000 }),
      persisted: () => Promise.resolve(true),
      persist: () => Promise.resolve(true),
    },
    localStorage: memoryStorage(),
    sessionStorage: memoryStorage(),
    caches: undefined,
    isWorkerActive: () => Promise.resolve(false),
    registerBackgroundSync: () => Promise.resolve(),
    appVersion: 'test',
    verifySecret: (secret, verifier) => Promise.resolve(verifier === `plain:${secret}`),
    signals,
    ...given,
    timers,
    signal: { online: tell(online), visible: tell(visible), pageHide: tell(pageHide) },
  };
}

export function createTestTabs(): TestTabs {
  let last: Promise<void> = Promise.resolve();
  const listeners = new Set<{ readonly name: string; readonly hear: (message: unknown) => void }>();
  return {
    locks: {
      request: (_name, signal, run) => {
        const turn = last.then(() => (signal.aborted ? undefined : run()));
        last = turn.then(() => undefined);
        return turn.then(() => undefined);
      },
    },
    openChannel: (name) => {
      const own = new Set<{ readonly name: string; readonly hear: (message: unknown) => void }>();
      return {
        post: (message) => {
          const copy = structuredClone(message);
          for (const other of listeners) if (other.name === name && !own.has(other)) other.hear(copy);
        },
        listen: (listener) => {
          const entry = { name, hear: listener };
          own.add(entry);
          listeners.add(entry);
          return () => {
            own.delete(entry);
            listeners.delete(entry);
          };
        },
        close: () => {
          for (const entry of own) listeners.delete(entry);
        },
      };
    },
  };
}

export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

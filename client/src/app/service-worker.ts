/** Registration of the service worker, and whether a new version waits. Nothing here reloads by itself. */
import { Workbox } from 'workbox-window';
import { report } from '../kit/report.ts';
import type { Live } from '../contract/live.ts';

export interface AppUpdate {
  readonly waiting: Live<boolean>;
  /** Lets the waiting version take over and reloads once it has. */
  readonly apply: () => void;
}

const updateCheckMs = 60 * 60_000;

export function registerServiceWorker(): AppUpdate {
  let waiting = false;
  const listeners = new Set<() => void>();
  const none: AppUpdate = { waiting: { get: () => false, subscribe: () => () => undefined }, apply: () => undefined };
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return none;

  const workbox = new Workbox('/sw.js');
  const setWaiting = () => {
    waiting = true;
    for (const listener of listeners) listener();
  };
  workbox.addEventListener('waiting', setWaiting);
  void start(workbox, setWaiting);

  return {
    waiting: {
      get: () => waiting,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    apply: () => {
      workbox.addEventListener('controlling', () => window.location.reload());
      workbox.messageSkipWaiting();
    },
  };
}

async function start(workbox: Workbox, onWaiting: () => void): Promise<void> {
  try {
    const registration = await workbox.register();
    if (registration?.waiting) onWaiting();
    // A tablet may stay open for weeks; offline the check fails and is tried again.
    setInterval(() => void workbox.update().catch((cause: unknown) => report('The check for a new version failed', cause)), updateCheckMs);
  } catch (cause) {
    report('Service worker not registered', cause);
  }
}

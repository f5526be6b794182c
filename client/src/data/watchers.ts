/** Who wants to know when the events of one dossier (or day) change, in this tab, in another one or by a pull. */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { EventLog } from './db/event-log.ts';

/** Gives what begins to watch; what that gives ends it. */
export function createWatchers(log: Pick<EventLog, 'onChanged'>): (id: DossierId, listener: () => void) => () => void {
  const watchers = new Map<DossierId, Set<() => void>>();
  log.onChanged((ids) => {
    for (const id of ids) for (const listener of watchers.get(id) ?? []) listener();
  });
  return (id, listener) => {
    const listeners = watchers.get(id) ?? new Set();
    watchers.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && watchers.get(id) === listeners) watchers.delete(id);
    };
  };
}

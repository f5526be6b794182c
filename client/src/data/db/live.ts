/** `Live` values that this layer writes. */
import type { Live } from '../../contract/live.ts';

export interface MutableLive<T> extends Live<T> {
  /** Tells the listeners unless the value is the very same. */
  readonly set: (value: T) => void;
}

export function createMutableLive<T>(initial: T): MutableLive<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

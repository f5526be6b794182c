/** A value that changes in place; the shape in which everything live reaches the screens. */

/** A value that changes in place; fits React's `useSyncExternalStore`. `get` returns the same object until it changes. */
export interface Live<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

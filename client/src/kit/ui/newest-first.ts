/** A copy in the opposite order. `toReversed` is missing in the last browsers of the oldest desks' Windows. */
export function newestFirst<T>(oldestFirst: readonly T[]): readonly T[] {
  const out: T[] = [];
  for (let i = oldestFirst.length - 1; i >= 0; i--) out.push(oldestFirst[i] as T);
  return out;
}

/** The best `limit` items of many, in order, without sorting the many: most candidates fail one comparison with the worst kept. */
export interface TopList<T> {
  /** Whether the item would be kept; asked before dearer tests. */
  readonly wants: (item: T) => boolean;
  readonly add: (item: T) => void;
  readonly items: () => readonly T[];
}

export function createTopList<T>(limit: number, compare: (a: T, b: T) => number): TopList<T> {
  const kept: T[] = [];
  const wants = (item: T): boolean => limit > 0 && (kept.length < limit || compare(item, kept[kept.length - 1] as T) < 0);
  return {
    wants,
    add: (item) => {
      if (!wants(item)) return;
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compare(kept[middle] as T, item) <= 0) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, item);
      if (kept.length > limit) kept.pop();
    },
    items: () => kept,
  };
}

/** Slot numbers kept in order of a number key (ties by slot). One insertion is a binary search and a block move; a bulk load sorts once. */
export interface SortedSlots {
  readonly slots: () => readonly number[];
  readonly add: (slot: number) => void;
  /** Must be called before the slot's key changes. */
  readonly remove: (slot: number) => void;
  readonly addMany: (slots: readonly number[]) => void;
  /** How many slots have a key below `key`. */
  readonly countBelow: (key: number) => number;
}

export function createSortedSlots(keyOf: (slot: number) => number): SortedSlots {
  let slots: number[] = [];
  const compare = (a: number, b: number): number => keyOf(a) - keyOf(b) || a - b;

  /** First place whose slot is not before (key, slot). */
  function place(key: number, slot: number): number {
    let low = 0;
    let high = slots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = slots[middle] as number;
      const difference = keyOf(other) - key || other - slot;
      if (difference < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    slots: () => slots,
    add: (slot) => {
      const last = slots.at(-1);
      if (last === undefined || compare(last, slot) < 0) slots.push(slot);
      else slots.splice(place(keyOf(slot), slot), 0, slot);
    },
    remove: (slot) => {
      const at = place(keyOf(slot), slot);
      if (slots[at] === slot) slots.splice(at, 1);
    },
    addMany: (added) => {
      if (added.length === 0) return;
      const sorted = [...added].sort(compare);
      const last = slots.at(-1);
      if (last === undefined || sorted[0] === undefined || compare(last, sorted[0]) < 0) slots = slots.concat(sorted);
      else slots = slots.concat(sorted).sort(compare);
    },
    countBelow: (key) => place(key, -1),
  };
}

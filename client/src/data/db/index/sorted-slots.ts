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
      const sorted = sortByKey(added, keyOf);
      const last = slots.at(-1);
      if (last === undefined || compare(last, sorted[0] as number) < 0) slots = slots.concat(sorted);
      else slots = sortByKey(slots.concat(sorted), keyOf);
    },
    countBelow: (key) => place(key, -1),
  };
}

/** Keys are read once, and a list that is in order already (the usual case) is not sorted. */
function sortByKey(slots: readonly number[], keyOf: (slot: number) => number): number[] {
  const n = slots.length;
  const keys = new Float64Array(n);
  let isSorted = true;
  for (let i = 0; i < n; i++) {
    keys[i] = keyOf(slots[i] as number);
    if (i > 0 && isSorted)
      isSorted =
        (keys[i - 1] as number) < (keys[i] as number) || (keys[i - 1] === keys[i] && (slots[i - 1] as number) < (slots[i] as number));
  }
  if (isSorted) return [...slots];
  return sortPacked(slots, keys) ?? sortCompared(slots, keys);
}

/** No key: rows without a due date come last. */
const farKey = Number.MAX_SAFE_INTEGER;

/** Key and slot as one number each, which the runtime sorts by itself, ten times faster; undefined where they do not fit (rows of many years). */
function sortPacked(slots: readonly number[], keys: Float64Array): number[] | undefined {
  let least = Infinity;
  let most = -Infinity;
  let width = 1;
  const far: number[] = [];
  for (let i = 0; i < slots.length; i++) {
    const key = keys[i] as number;
    width = Math.max(width, (slots[i] as number) + 1);
    if (key === farKey) {
      far.push(slots[i] as number);
      continue;
    }
    if (!Number.isInteger(key)) return undefined;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  if (far.length < slots.length && (most - least + 1) * width > Number.MAX_SAFE_INTEGER) return undefined;
  const packed = new Float64Array(slots.length - far.length);
  let n = 0;
  for (let i = 0; i < slots.length; i++) if (keys[i] !== farKey) packed[n++] = ((keys[i] as number) - least) * width + (slots[i] as number);
  packed.sort();
  const sorted = Array.from(packed, (value) => value % width);
  for (const slot of far.sort((a, b) => a - b)) sorted.push(slot);
  return sorted;
}

function sortCompared(slots: readonly number[], keys: Float64Array): number[] {
  // An ordinary array on purpose: its sort finds stretches that are in order already, a typed one's does not.
  const order = Array.from(slots, (_, i) => i);
  order.sort((a, b) => (keys[a] as number) - (keys[b] as number) || (slots[a] as number) - (slots[b] as number));
  return order.map((i) => slots[i] as number);
}

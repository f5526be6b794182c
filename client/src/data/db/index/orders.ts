/** The orders in which lists are shown: two are kept, the third is compared. */
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { RowFilter } from '../../../contract/dossier-index.ts';
import { type Rows, rowAt } from './rows.ts';
import { compareSortKeys, type PersonSortKey, personSortKey } from '@onestop/shared/text/collate.ts';
import { createSortedSlots, type SortedSlots } from './sorted-slots.ts';

export type Sort = NonNullable<RowFilter['sort']>;

export interface Orders {
  readonly byOpened: SortedSlots;
  readonly byDue: SortedSlots;
  readonly add: (slot: number) => void;
  readonly addMany: (slots: readonly number[]) => void;
  readonly remove: (slot: number) => void;
  /** Runs `swap`, which puts another row into the slot, and moves only what it changes. */
  readonly replace: (slot: number, old: DossierRow, next: DossierRow, swap: () => void) => void;
  readonly compare: (sort: Sort) => (a: number, b: number) => number;
}

export function createOrders(rows: Rows): Orders {
  const { opened } = rows;
  const byOpened = createSortedSlots((slot) => opened[slot] as number);
  const byDue = createSortedSlots((slot) => rowAt(rows, slot).dueAt ?? Number.MAX_SAFE_INTEGER);
  const both = [byOpened, byDue] as const;
  const newest = (a: number, b: number): number => (opened[b] as number) - (opened[a] as number) || b - a;
  const due = (slot: number): number => rowAt(rows, slot).dueAt ?? Infinity;
  return {
    byOpened,
    byDue,
    add: (slot) => both.forEach((order) => order.add(slot)),
    addMany: (slots) => both.forEach((order) => order.addMany(slots)),
    remove: (slot) => both.forEach((order) => order.remove(slot)),
    replace: (slot, old, next, swap) => {
      const moved = [...(old.openedAt === next.openedAt ? [] : [byOpened]), ...(old.dueAt === next.dueAt ? [] : [byDue])];
      for (const order of moved) order.remove(slot);
      swap();
      for (const order of moved) order.add(slot);
    },
    compare: (sort) => {
      if (sort === 'newest') return newest;
      if (sort === 'due') return (a, b) => due(a) - due(b) || a - b;
      const keyOf = nameKeys(rows);
      return (a, b) => compareSortKeys(keyOf(a), keyOf(b)) || newest(a, b);
    },
  };
}

/** The given name first; each is taken apart once a question. */
function nameKeys(rows: Rows): (slot: number) => PersonSortKey {
  const keys = new Map<number, PersonSortKey>();
  return (slot) => {
    let key = keys.get(slot);
    if (key === undefined) {
      key = personSortKey(rowAt(rows, slot).name ?? '');
      keys.set(slot, key);
    }
    return key;
  };
}

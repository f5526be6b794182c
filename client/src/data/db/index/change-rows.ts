/** Rows into the index and out of it; every part is kept in step. */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { steadyQueuesOf } from '@onestop/shared/register/queues.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Parts } from './parts.ts';
import { rowAt } from './rows.ts';

/** Adds or replaces rows; a row of an unchanged dossier may come again. */
export function putRows(parts: Parts, changed: readonly DossierRow[]): void {
  const { slotOf, list } = parts.rows;
  const added: number[] = [];
  // The last word on a dossier counts where it comes twice.
  const newest = changed.length === 1 ? changed : new Map(changed.map((row) => [row.id, row])).values();
  for (const row of newest) {
    const slot = slotOf.get(row.id);
    if (slot !== undefined) replaceRow(parts, slot, row);
    else {
      added.push(list.length);
      attach(parts, list.length, row);
    }
  }
  order(parts, added);
}

/** Fills the empty index; every row comes once. */
export function loadRows(parts: Parts, rows: readonly DossierRow[]): void {
  order(
    parts,
    rows.map((row, slot) => {
      attach(parts, slot, row);
      return slot;
    }),
  );
}

export function dropRows({ rows, orders, members, officers, numbers, names, tallies }: Parts, ids: readonly DossierId[]): void {
  for (const id of ids) {
    const slot = rows.slotOf.get(id);
    const row = slot === undefined ? undefined : rows.list[slot];
    if (slot === undefined || row === undefined) continue;
    tallies.remove(slot);
    orders.remove(slot);
    numbers.remove(slot, row);
    if (row.name !== undefined) names.remove(slot, row.name);
    rows.list[slot] = undefined;
    members.set(slot, []);
    officers.set(slot, undefined);
    rows.slotOf.delete(id);
  }
}

function attach({ rows, members, officers, names }: Parts, slot: number, row: DossierRow): void {
  rows.slotOf.set(row.id, slot);
  rows.list[slot] = row;
  rows.foldedNames[slot] = row.name === undefined ? '' : names.add(slot, row.name);
  rows.opened[slot] = row.openedAt;
  members.set(slot, steadyQueuesOf(row));
  officers.set(slot, row.officer);
}

function order({ orders, tallies }: Parts, added: readonly number[]): void {
  const [only] = added;
  if (only !== undefined && added.length === 1) {
    orders.add(only);
    tallies.add(only);
  } else {
    orders.addMany(added);
    tallies.addMany(added);
  }
}

function replaceRow({ rows, orders, members, officers, numbers, names, tallies }: Parts, slot: number, row: DossierRow): void {
  const old = rowAt(rows, slot);
  numbers.replace(slot, old, row);
  if (old.name !== row.name) {
    if (old.name !== undefined) names.remove(slot, old.name);
    rows.foldedNames[slot] = row.name === undefined ? '' : names.add(slot, row.name);
  }
  orders.replace(slot, old, row, () => {
    tallies.replace(slot, row, () => {
      rows.list[slot] = row;
    });
    rows.opened[slot] = row.openedAt;
  });
  members.set(slot, steadyQueuesOf(row));
  officers.set(slot, row.officer);
}

/** The rows by slot: a slot is the number by which all parts of the index speak of a dossier, given once and never to another. */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';

export interface Rows {
  readonly slotOf: Map<DossierId, number>;
  /** By slot; undefined where the dossier was dropped. */
  readonly list: (DossierRow | undefined)[];
  /** By slot, ' nguyen thi lan': beside the rows, because every typed letter is compared with it. */
  readonly foldedNames: string[];
  /** By slot, when the row was opened: beside the rows, so that comparing touches no object. */
  readonly opened: number[];
}

export function createRows(): Rows {
  return { slotOf: new Map(), list: [], foldedNames: [], opened: [] };
}

/** Of a slot that is known to be filled. */
export function rowAt({ list }: Rows, slot: number): DossierRow {
  return list[slot] as DossierRow;
}

export function rowOf({ slotOf, list }: Rows, id: DossierId): DossierRow | undefined {
  const slot = slotOf.get(id);
  return slot === undefined ? undefined : list[slot];
}

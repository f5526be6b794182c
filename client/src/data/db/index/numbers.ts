/**
 * Rows by the numbers on their papers: code, ID, phone. Built only when somebody searches by digits, or in an idle moment: a start does not wait for it.
 */
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { createDigitBuckets, type DigitBuckets } from './digit-buckets.ts';
import type { Rows } from './rows.ts';

export interface Numbers extends Pick<DigitBuckets, 'exactId' | 'candidates'> {
  readonly findByCode: (code: string) => DossierRow | undefined;
  readonly remove: (slot: number, row: DossierRow) => void;
  readonly replace: (slot: number, old: DossierRow, next: DossierRow) => void;
  /** Takes in what came since. */
  readonly warm: () => void;
}

export function createNumbers({ list }: Rows): Numbers {
  const digits = createDigitBuckets();
  const byCode = new Map<string, number>();
  /** Slots below this one are in; the others follow. */
  let warmTo = 0;

  function add(slot: number, row: DossierRow): void {
    digits.add(slot, row);
    if (row.code !== undefined) byCode.set(row.code, slot);
  }

  function remove(slot: number, row: DossierRow): void {
    if (slot >= warmTo) return;
    digits.remove(slot, row);
    if (row.code !== undefined && byCode.get(row.code) === slot) byCode.delete(row.code);
  }

  function warm(): void {
    for (; warmTo < list.length; warmTo++) {
      const row = list[warmTo];
      if (row !== undefined) add(warmTo, row);
    }
  }

  return {
    findByCode: (code) => {
      warm();
      const slot = byCode.get(code);
      return slot === undefined ? undefined : list[slot];
    },
    exactId: (idNumber) => {
      warm();
      return digits.exactId(idNumber);
    },
    candidates: (text) => {
      warm();
      return digits.candidates(text);
    },
    remove,
    replace: (slot, old, next) => {
      if (slot >= warmTo || (old.code === next.code && old.idNumber === next.idNumber && old.phone === next.phone)) return;
      remove(slot, old);
      add(slot, next);
    },
    warm,
  };
}

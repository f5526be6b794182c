/**
 * Rows by the digits an officer types: the end of a dossier code, the start or end of an ID or phone number. Buckets of four last, and four and
 * six first characters keep every look-up short without a sorted list of all numbers.
 */
import type { DossierRow } from '@onestop/shared/register/row.ts';

export interface DigitBuckets {
  readonly add: (slot: number, row: DossierRow) => void;
  readonly remove: (slot: number, row: DossierRow) => void;
  readonly exactId: (idNumber: string) => readonly number[];
  /** Slots that may match `text`; undefined where it is too short for a bucket. */
  readonly candidates: (text: string) => readonly (readonly number[])[] | undefined;
}

const endLength = 4;
const startLengths = [6, 4] as const;
/** Above this a walk from the newest row finds enough matches sooner. */
const bucketMax = 8_000;

export function createDigitBuckets(): DigitBuckets {
  const codeEnd = new Map<string, number[]>();
  const ids = new Map<string, number[]>();
  const numberEnd = new Map<string, number[]>();
  const numberStarts = startLengths.map((length) => ({ length, bucket: new Map<string, number[]>() }));

  function each(row: DossierRow, act: (bucket: Map<string, number[]>, key: string) => void): void {
    if (row.code !== undefined) act(codeEnd, row.code.slice(-endLength));
    if (row.idNumber !== undefined) act(ids, row.idNumber);
    for (const number of [row.idNumber, row.phone]) {
      if (number === undefined) continue;
      act(numberEnd, number.slice(-endLength));
      for (const { length, bucket } of numberStarts) act(bucket, number.slice(0, length));
    }
  }

  return {
    add: (slot, row) => {
      each(row, (bucket, key) => {
        const slots = bucket.get(key);
        if (slots === undefined) bucket.set(key, [slot]);
        else slots.push(slot);
      });
    },
    remove: (slot, row) => {
      each(row, (bucket, key) => {
        const slots = bucket.get(key);
        const at = slots?.indexOf(slot) ?? -1;
        if (slots !== undefined && at >= 0) slots.splice(at, 1);
      });
    },
    exactId: (idNumber) => ids.get(idNumber) ?? [],
    candidates: (text) => {
      if (text.length < endLength) return undefined;
      const end = text.slice(-endLength);
      const start = numberStarts.find(({ length }) => text.length >= length);
      const lists = [codeEnd.get(end) ?? [], numberEnd.get(end) ?? [], start?.bucket.get(text.slice(0, start.length)) ?? []];
      return lists.reduce((size, list) => size + list.length, 0) > bucketMax ? undefined : lists;
    },
  };
}

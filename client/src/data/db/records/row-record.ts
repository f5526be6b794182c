/**
 * Many list rows as one JSON text, in columns: 50,000 rows must be read back within 300 ms, and a record costs more than its size.
 * Strings that repeat (office, status, procedure, …) go through a dictionary, so that the rows in memory share them.
 * An entry also says where the dossier's events lie: own events by their seq, others by minus their ordinal.
 */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { oneByteJson } from './one-byte-json.ts';

export interface RowEntry {
  readonly id: DossierId;
  /** undefined while the event that opens the dossier is missing or not understood by this build; its events are kept all the same. */
  readonly row: DossierRow | undefined;
  /** Places of the dossier's events: own log +seq, foreign −ordinal. */
  readonly places: readonly number[];
}

type Storage = 'plain' | 'dictionary';

/** Every field of a row; the compiler names a forgotten one. */
const fields = {
  id: 'plain',
  office: 'dictionary',
  status: 'dictionary',
  step: 'dictionary',
  code: 'plain',
  book: 'dictionary',
  line: 'plain',
  procedure: 'dictionary',
  procedureVersion: 'plain',
  name: 'plain',
  birthYear: 'plain',
  idNumber: 'plain',
  address: 'dictionary',
  phone: 'plain',
  sets: 'plain',
  channel: 'dictionary',
  returnChannel: 'dictionary',
  openedAt: 'plain',
  acceptedAt: 'plain',
  forwardedAt: 'plain',
  dueAt: 'plain',
  paused: 'plain',
  finishedAt: 'plain',
  returnedAt: 'plain',
  endedAt: 'plain',
  feeVnd: 'plain',
  contradictions: 'plain',
  unknownEvents: 'plain',
  lastAt: 'plain',
} as const satisfies Record<keyof DossierRow, Storage>;

type Field = keyof DossierRow;
export const rowFields = Object.keys(fields) as readonly Field[];

type Cell = string | number | boolean | null;
interface Packed {
  readonly n: number;
  /** One array per field; a field that no row has is left out. */
  readonly c: { readonly [field: string]: readonly Cell[] };
  readonly d: { readonly [field: string]: readonly string[] };
  readonly p: readonly (readonly number[])[];
  /** Ids of entries without a row, by index. */
  readonly x?: { readonly [index: string]: DossierId } | undefined;
}

export function packRows(entries: readonly RowEntry[]): string {
  const c: Record<string, Cell[]> = {};
  const d: Record<string, string[]> = {};
  for (const field of rowFields) {
    if (!entries.some((entry) => entry.row?.[field] !== undefined)) continue;
    if (fields[field] === 'plain') {
      c[field] = entries.map((entry) => entry.row?.[field] ?? null);
      continue;
    }
    const places = new Map<string, number>();
    c[field] = entries.map((entry) => {
      const value = entry.row?.[field];
      if (value === undefined) return null;
      const text = String(value);
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return place;
    });
    d[field] = [...places.keys()];
  }
  const x: Record<string, DossierId> = {};
  entries.forEach((entry, i) => {
    if (entry.row === undefined) x[i] = entry.id;
  });
  return oneByteJson({ n: entries.length, c, d, p: entries.map((entry) => entry.places), x } satisfies Packed);
}

export function unpackRows(text: string): RowEntry[] {
  // Written by `packRows` of this or an older build into our own database; a row lacks the fields it was written without.
  const packed = JSON.parse(text) as Packed;
  const { n } = packed;
  const column = (field: Field): readonly (Cell | undefined)[] => columnOf(packed, field);
  const c = Object.fromEntries(rowFields.map((field) => [field, column(field)])) as Record<Field, readonly never[]>;
  const entries: RowEntry[] = [];
  for (let i = 0; i < n; i++) {
    const places = packed.p[i] ?? [];
    const rowless = packed.x?.[i];
    if (rowless !== undefined) {
      entries.push({ id: rowless, row: undefined, places });
      continue;
    }
    // One literal for all: 50,000 rows of one hidden class are read and kept several times cheaper than rows built field by field.
    const row: DossierRow = {
      id: c.id[i] as never,
      office: c.office[i] as never,
      status: c.status[i] as never,
      step: c.step[i],
      code: c.code[i],
      book: c.book[i],
      line: c.line[i],
      procedure: c.procedure[i],
      procedureVersion: c.procedureVersion[i],
      name: c.name[i],
      birthYear: c.birthYear[i],
      idNumber: c.idNumber[i],
      address: c.address[i],
      phone: c.phone[i],
      sets: c.sets[i],
      channel: c.channel[i],
      returnChannel: c.returnChannel[i],
      openedAt: c.openedAt[i] as never,
      acceptedAt: c.acceptedAt[i],
      forwardedAt: c.forwardedAt[i],
      dueAt: c.dueAt[i],
      paused: c.paused[i] as never,
      finishedAt: c.finishedAt[i],
      returnedAt: c.returnedAt[i],
      endedAt: c.endedAt[i],
      feeVnd: c.feeVnd[i],
      contradictions: c.contradictions[i] as never,
      unknownEvents: c.unknownEvents[i] as never,
      lastAt: c.lastAt[i] as never,
    };
    entries.push({ id: row.id, row, places });
  }
  return entries;
}

/** The values of a field, dictionary words in place of their numbers and undefined in place of null. Changes the parsed array: it is ours alone. */
function columnOf(packed: Packed, field: Field): readonly (Cell | undefined)[] {
  const cells = packed.c[field] as (Cell | undefined)[] | undefined;
  if (cells === undefined) return absent(packed.n);
  const words = packed.d[field];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null) cells[i] = undefined;
    else if (words !== undefined) cells[i] = words[cell as number];
  }
  return cells;
}

let nothing: readonly undefined[] = [];

/** One array for every field no row of a block has. */
function absent(n: number): readonly undefined[] {
  if (nothing.length < n) nothing = Array.from({ length: n }, () => undefined);
  return nothing;
}

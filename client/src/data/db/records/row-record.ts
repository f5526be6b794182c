/**
 * Many list rows as one text, in columns: 50,000 rows must be read back within 300 ms, and a record costs more than its size.
 * Strings that repeat go through a dictionary, so that the rows in memory share them. An entry also says where the dossier's events lie.
 */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Codec, Stored } from './codec.ts';
import { oneByteJson } from './one-byte-json.ts';
import type { Place } from './place.ts';
import { openRow, type OpenRow, type RowField, rowFields, rowReaders } from './row-fields.ts';

export interface RowEntry {
  readonly id: DossierId;
  /** undefined while the event that opens the dossier is missing or not understood by this build; its events are kept all the same. */
  readonly row: DossierRow | undefined;
  readonly places: readonly Place[];
}

/** A block of rows, or what one commit changed. */
export interface RowRecord extends Stored {
  readonly key: number;
}

export function rowRecord(codec: Codec, key: number, entries: readonly RowEntry[]): RowRecord {
  return { key, ...codec.write(packRows(entries)) };
}

export function entriesOf(codec: Codec, record: RowRecord): RowEntry[] {
  return unpackRows(codec.read(record));
}

type Cell = string | number | boolean | null;
interface Packed {
  readonly n: number;
  /** One array per field; a field that no row has is left out. */
  readonly c: { readonly [field: string]: readonly Cell[] };
  readonly d: { readonly [field: string]: readonly string[] };
  readonly p: readonly (readonly Place[])[];
  /** Ids of entries without a row, by index. */
  readonly x?: { readonly [index: string]: DossierId } | undefined;
}

export function packRows(entries: readonly RowEntry[]): string {
  const c: Record<string, Cell[]> = {};
  const d: Record<string, string[]> = {};
  for (const field of rowFields) {
    if (!entries.some((entry) => entry.row?.[field] !== undefined)) continue;
    if (rowReaders[field].kind === 'word') [c[field], d[field]] = packWords(entries, field);
    else c[field] = entries.map((entry) => entry.row?.[field] ?? null);
  }
  const x: Record<string, DossierId> = {};
  entries.forEach((entry, i) => {
    if (entry.row === undefined) x[i] = entry.id;
  });
  return oneByteJson({ n: entries.length, c, d, p: entries.map((entry) => entry.places), x } satisfies Packed);
}

function packWords(entries: readonly RowEntry[], field: RowField): [cells: Cell[], words: string[]] {
  const numbers = new Map<string, number>();
  const cells = entries.map((entry): Cell => {
    const value = entry.row?.[field];
    if (value === undefined) return null;
    const word = String(value);
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
  return [cells, [...numbers.keys()]];
}

export function unpackRows(text: string): RowEntry[] {
  // Written by `packRows` of this or another build into our own database: a row lacks the fields it was written without.
  const packed = JSON.parse(text) as Packed;
  const rows = Array.from({ length: packed.n }, openRow);
  for (const field of rowFields) {
    const cells = packed.c[field];
    if (cells !== undefined) readColumn(rows, cells, packed.d[field], rowReaders[field].set as (row: OpenRow, value: unknown) => void);
  }
  return rows.map((row, i) => {
    const places = packed.p[i] ?? [];
    const rowless = packed.x?.[i];
    // Packed from a complete row.
    return rowless === undefined ? { id: row.id as DossierId, row: row as DossierRow, places } : { id: rowless, row: undefined, places };
  });
}

function readColumn(
  rows: readonly OpenRow[],
  cells: readonly Cell[],
  words: readonly string[] | undefined,
  set: (row: OpenRow, value: unknown) => void,
): void {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null) continue;
    set(rows[i] as OpenRow, words === undefined ? cell : words[cell as number]);
  }
}

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
/**
 * Its cells; or the one value of all rows; or the name of an earlier column that holds the same (most dossiers were opened, accepted and last touched at once); or,
 * where few rows have one, which rows and their cells.
 */
type Column =
  | readonly Cell[]
  | Exclude<Cell, null>
  | { readonly as: RowField }
  | { readonly rows: readonly number[]; readonly of: readonly Exclude<Cell, null>[] };
interface Packed {
  readonly n: number;
  /** One column per field; a field that no row has is left out. */
  readonly c: { readonly [field: string]: Column };
  readonly d: { readonly [field: string]: readonly string[] };
  /** One place stands by itself. */
  readonly p: readonly (Place | readonly Place[])[];
  /** Ids of entries without a row, by index. */
  readonly x?: { readonly [index: string]: DossierId } | undefined;
}

export function packRows(entries: readonly RowEntry[]): string {
  const c: Record<string, Column> = {};
  const numbers = new Map<RowField, readonly Cell[]>();
  const d: Record<string, string[]> = {};
  for (const field of rowFields) {
    if (!entries.some((entry) => entry.row?.[field] !== undefined)) continue;
    const { kind } = rowReaders[field];
    let cells: readonly Cell[];
    if (kind === 'word') [cells, d[field]] = packWords(entries, field);
    else cells = entries.map((entry) => entry.row?.[field] ?? null);
    c[field] = packColumn(cells, numbers);
    if (kind === 'number' && c[field] === cells) numbers.set(field, cells);
  }
  const x: Record<string, DossierId> = {};
  entries.forEach((entry, i) => {
    if (entry.row === undefined) x[i] = entry.id;
  });
  const p = entries.map(({ places }) => (places.length === 1 ? (places[0] as Place) : places));
  return oneByteJson({ n: entries.length, c, d, p, x } satisfies Packed);
}

/** `numbers`: columns before this one that were written as cells. */
function packColumn(cells: readonly Cell[], numbers: ReadonlyMap<RowField, readonly Cell[]>): Column {
  const first = cells[0] ?? null;
  if (first !== null && cells.every((cell) => cell === first)) return first;
  for (const [field, before] of numbers) if (cells.every((cell, i) => cell === before[i])) return { as: field };
  const rows = cells.flatMap((cell, i) => (cell === null ? [] : [i]));
  // "null," takes five characters, a row's number about four.
  return rows.length * 2 < cells.length ? { rows, of: cells.filter((cell) => cell !== null) } : cells;
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
    const column = packed.c[field];
    if (column !== undefined) readColumn(rows, packed, column, packed.d[field], rowReaders[field].set as SetField);
  }
  return rows.map((row, i) => {
    const at = packed.p[i] ?? [];
    const places = typeof at === 'number' ? [at] : at;
    const rowless = packed.x?.[i];
    // Packed from a complete row.
    return rowless === undefined ? { id: row.id as DossierId, row: row as DossierRow, places } : { id: rowless, row: undefined, places };
  });
}

type SetField = (row: OpenRow, value: unknown) => void;

function readColumn(rows: readonly OpenRow[], packed: Packed, column: Column, words: readonly string[] | undefined, set: SetField): void {
  if (typeof column !== 'object') {
    const value = words === undefined ? column : words[column as number];
    for (const row of rows) set(row, value);
    return;
  }
  if ('rows' in column) {
    for (let i = 0; i < column.rows.length; i++) {
      const cell = column.of[i];
      set(rows[column.rows[i] as number] as OpenRow, words === undefined ? cell : words[cell as number]);
    }
    return;
  }
  // What a column is the same as was written as cells.
  const cells = ('as' in column ? packed.c[column.as] : column) as readonly Cell[];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null) continue;
    set(rows[i] as OpenRow, words === undefined ? cell : words[cell as number]);
  }
}

/** What can be wrong with a catalogue file, as plain data with its line; the sentences are the server's (`texts/catalogue-file.ts`), for screen and console alike. */
import type { TableProblem } from '../../table/table.ts';
import type { Column } from './columns.ts';

export const cellProblemCodes = [
  /** Nothing in a cell that needs something. */
  'cell/missing',
  /** Longer than a printed paper could bear; `hint` is the most. */
  'cell/too-long',
  /** A word that is none of those that may stand there; `hint` lists them. */
  'cell/word',
  'cell/number',
  'cell/money',
  'cell/date',
  /** A day count of Excel; `hint` is the date it would be. */
  'cell/date-as-number',
  /** `#REF!`, `#N/A`. */
  'cell/error',
  /** Letters of TCVN3 or VNI, which only a special font shows as Vietnamese. */
  'cell/legacy-letters',
  'cell/merged',
  /** Excel read the code as a number and dropped its last zeros; `hint` is what it likely was. */
  'code/shortened',
  /** The dot went away; `hint` is what it likely was. */
  'code/no-dot',
  /** `hint`: the line where the same code stands first. */
  'code/twice',
  'key/characters',
  'limit/unit-missing',
  'limit/amount-missing',
  'limit/same-day-amount',
  'limit/extension-incomplete',
  'paper/name-missing',
  /** Several papers in one cell, and another cell with another number of lines; `hint` is how many are needed. */
  'paper/lines',
  'fee/incomplete',
  /** The row repeats a procedure and says something else than its first row, in `hint`. */
  'row/differs',
  /** A paper or fee before any procedure. */
  'row/no-procedure',
] as const;
export type CellProblemCode = (typeof cellProblemCodes)[number];

export interface CellProblem {
  readonly code: CellProblemCode;
  readonly line: number;
  readonly column?: Column | undefined;
  /** As it stands in the cell, shortened. */
  readonly what?: string | undefined;
  readonly hint?: string | undefined;
}

export type CatalogueFileProblem =
  | TableProblem
  | CellProblem
  /** No row that looks like our headers; `found` are the cells of the first row. */
  | { readonly code: 'header/none'; readonly found: readonly string[] }
  | { readonly code: 'header/missing'; readonly line: number; readonly columns: readonly Column[]; readonly found: readonly string[] }
  | { readonly code: 'header/twice'; readonly line: number; readonly column: Column }
  | { readonly code: 'file/no-procedures' }
  | { readonly code: 'json/unreadable' }
  | { readonly code: 'json/no-list' }
  /** A member of the n-th procedure (from 1) that does not fit; `path` as in the file. */
  | { readonly code: 'json/invalid'; readonly at: number; readonly key: string; readonly path: string }
  | { readonly code: 'json/twice'; readonly at: number; readonly key: string; readonly first: number };

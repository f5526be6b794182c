/**
 * A table somebody keeps in a spreadsheet: rows of cells as text, each with the line number that person sees. What cannot be read is a problem with its
 * place, never a guess. The folder knows nothing of what the table is about.
 */
export interface TableRow {
  /** As the spreadsheet or the text editor counts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** Ranges of cells drawn as one: `A3:A5`. Only the first of them holds the text. */
  readonly merged: readonly string[];
}

export type TableProblem =
  | { readonly code: 'table/empty' }
  | { readonly code: 'table/too-large' }
  /** Bytes that are neither UTF-8 nor UTF-16; `guess` names what they look like. */
  | { readonly code: 'table/encoding'; readonly guess: 'WINDOWS_1258' | 'LEGACY' }
  /** A workbook of Excel 97–2003, or one locked with a password. */
  | { readonly code: 'table/old-workbook' }
  /** Begins like a workbook and is none, or is broken. */
  | { readonly code: 'table/not-a-workbook' }
  /** A quotation mark is opened in that line and never closed. */
  | { readonly code: 'table/open-quote'; readonly line: number };

/** Ten times what a district's whole catalogue takes. */
export const tableBytesMax = 6 * 1_048_576;
/** A small file may unpack to a huge one. */
export const unpackedBytesMax = 96 * 1_048_576;
export const tableRowsMax = 60_000;
export const tableColumnsMax = 200;

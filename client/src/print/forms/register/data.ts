/** The lines of "Sổ theo dõi hồ sơ" for a period, from the rows of the index, in the order of book and line (domain §2.7). */
import { instantToCivil } from '@onestop/shared/kernel/instant.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Period } from './period.ts';

export interface RegisterBook {
  readonly book: string;
  readonly rows: readonly DossierRow[];
}

/** Only dossiers that have a register line; drafts and guided intakes have none. */
export function registerBooks(rows: readonly DossierRow[], { from, to }: Pick<Period, 'from' | 'to'>): readonly RegisterBook[] {
  const books = new Map<string, DossierRow[]>();
  for (const row of rows) {
    if (row.book === undefined || row.line === undefined || row.acceptedAt === undefined) continue;
    const { date } = instantToCivil(row.acceptedAt);
    if (date < from || date > to) continue;
    const list = books.get(row.book);
    if (list) list.push(row);
    else books.set(row.book, [row]);
  }
  return [...books.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([book, list]) => ({ book, rows: list.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }));
}

/** What the closing line of a book says of the period. */
export interface BookFacts {
  readonly first: number;
  readonly last: number;
  readonly dossiers: number;
  /** Numbers that are burnt, in order. */
  readonly voided: readonly number[];
  /** Numbers between first and last that this device has no dossier of: another device's work is still to come. */
  readonly missing: readonly number[];
}

export function bookFacts({ rows }: RegisterBook): BookFacts {
  const lines = rows.flatMap(({ line }) => line ?? []);
  const [first = 0, last = 0] = [lines[0], lines.at(-1)];
  const known = new Set(lines);
  const missing: number[] = [];
  for (let line = first; line <= last; line++) if (!known.has(line)) missing.push(line);
  const voided = rows.flatMap((row) => (row.status === 'VOID' && row.line !== undefined ? [row.line] : []));
  return { first, last, dossiers: rows.length, voided, missing };
}

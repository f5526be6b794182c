/**
 * The narrow waist between the one body of statements and the two databases: run a statement, read rows, and the three places where the
 * dialects differ.
 */
import { type SQL, sql } from 'drizzle-orm';
import { must } from '@onestop/shared/kernel/assert.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface SqlRunner {
  readonly all: (query: SQL) => Promise<readonly Row[]>;
  readonly run: (query: SQL) => Promise<void>;
  /** Many rows into one table, the fastest way the database has. Answers how many were written. */
  readonly insertRows: (insert: RowsInsert) => Promise<number>;
}

export interface RowsInsert {
  readonly table: string;
  readonly columns: readonly (readonly [name: string, type: 'text' | 'integer'])[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** `on conflict …`, where rows may be there already. */
  readonly conflict?: string | undefined;
}

export interface Dialect {
  /** Row lock at the end of a SELECT; nothing on SQLite, where the writer is alone. */
  readonly forUpdate: SQL;
  /** The same, but others may hold it too. */
  readonly forShare: SQL;
  /** A list of rows, sent as one JSON parameter, as table `t` with a column `value` (a JSON array): one bind instead of thousands. */
  readonly rows: (rows: readonly (readonly unknown[])[]) => SQL;
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column}: text expected`);
  return value;
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column}: number expected`);
  return value;
}

export function textOrUndefined(row: Row, column: string): string | undefined {
  return row[column] === null || row[column] === undefined ? undefined : textOf(row, column);
}

export function numberOrUndefined(row: Row, column: string): number | undefined {
  return row[column] === null || row[column] === undefined ? undefined : numberOf(row, column);
}

/** The one number of `select count(*) as n`. */
export function countOf(rows: readonly Row[]): number {
  return numberOf(must(rows[0], 'a count is one row'), 'n');
}

/** What stands between the brackets of `in (…)`. */
export function listOf(values: readonly (string | number)[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
}

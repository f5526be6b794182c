/**
 * The store on one SQLite file through libsql: WAL, an fsync at every commit (`synchronous=FULL`), one writer at a time by an in-process
 * queue. The writer keeps one connection of its own, so its settings hold for every transaction; readers have theirs.
 */
import { fileURLToPath } from 'node:url';
import { type Client, type InStatement, type ResultSet, createClient } from '@libsql/client';
import { type LibSQLDatabase, drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { type SQL, sql } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { createReads } from './reads.ts';
import type { Dialect, Row, RowsInsert, SqlRunner } from './sql-runner.ts';
import type { Hint, Store, Tx } from './store.ts';
import { createTx } from './tx.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations/sqlite', import.meta.url));
const busyTimeoutMs = 10_000;

const sqliteDialect: Dialect = {
  forUpdate: sql``,
  rows: (rows) => sql`json_each(${JSON.stringify(rows)}) as t`,
};

/** `file` is a path; a missing file is created and migrated. */
export async function createSqliteStore(file: string): Promise<Store> {
  const url = `file:${file}`;
  const writerClient = createClient({ url, concurrency: 1, timeout: busyTimeoutMs });
  const opened: Client[] = [writerClient];
  try {
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'wal_autocheckpoint = 16000',
      'cache_size = -65536',
      'temp_store = MEMORY',
    ]) {
      await writerClient.execute(`PRAGMA ${pragma}`);
    }
    await migrateUnderLock(drizzle(writerClient));
    // One connection for readers too: calls into the library are synchronous, more connections would not run at the same time.
    const readerClient = createClient({ url, concurrency: 1, timeout: busyTimeoutMs });
    opened.push(readerClient);
    await readerClient.execute('PRAGMA query_only = ON');
    await readerClient.execute('PRAGMA cache_size = -32768');
    return assemble(writerClient, readerClient);
  } catch (cause) {
    for (const client of opened) client.close();
    throw cause;
  }
}

function assemble(writer: Client, reader: Client): Store {
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(hint: Hint) => void>();
  const write = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
    const turn = queue.then(() => runTransaction(writer, run));
    // The next writer waits for this one, whatever becomes of it; the caller sees the failure.
    queue = turn.then(ignore, ignore);
    return turn;
  };
  return {
    ...createReads(runnerOf(reader), sqliteDialect),
    write,
    publishHint: (hint) => {
      for (const listener of listeners) listener(hint);
      return Promise.resolve();
    },
    onHint: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await queue;
      writer.close();
      reader.close();
    },
  };
}

async function runTransaction<T>(client: Client, run: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = await client.transaction('write');
  try {
    const value = await run(createTx(runnerOf(transaction), sqliteDialect));
    await transaction.commit();
    return value;
  } finally {
    // Rolls back what was not committed.
    transaction.close();
  }
}

function ignore(): void {}

/** Two processes starting on one file: the loser of the race finds the work done at its second try. */
async function migrateUnderLock(db: LibSQLDatabase): Promise<void> {
  try {
    await migrate(db, { migrationsFolder });
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await migrate(db, { migrationsFolder });
  }
}

const builder = new SQLiteAsyncDialect();

interface Executor {
  readonly execute: (statement: InStatement) => Promise<ResultSet>;
}

/** Statements go straight to the driver: the query builder's own session costs more than the statement on the hot path. */
function runnerOf(db: Executor): SqlRunner {
  const execute = (query: SQL): Promise<ResultSet> => {
    const { sql: text, params } = builder.sqlToQuery(query);
    // Only strings, numbers and null are ever given to the statements of this folder.
    return db.execute({ sql: text, args: params as (string | number | null)[] });
  };
  return {
    all: async (query) => (await execute(query)).rows as unknown as readonly Row[],
    run: async (query) => {
      await execute(query);
    },
    insertRows: (insert) => insertRows(db, insert),
  };
}

/** Values in chunks: measured a third faster than one JSON parameter. */
const chunkRowsMax = 400;

async function insertRows(db: Executor, { table, columns, rows, conflict = '' }: RowsInsert): Promise<number> {
  const head = `insert into ${table} (${columns.map(([name]) => name).join(', ')}) values `;
  const row = `(${columns.map(() => '?').join(',')})`;
  let written = 0;
  for (let from = 0; from < rows.length; from += chunkRowsMax) {
    const chunk = rows.slice(from, from + chunkRowsMax);
    const result = await db.execute({ sql: `${head}${Array(chunk.length).fill(row).join(',')} ${conflict}`, args: chunk.flat() });
    written += result.rowsAffected;
  }
  return written;
}

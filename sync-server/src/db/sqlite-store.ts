/**
 * The store on one SQLite file through libsql: WAL, an fsync at every commit (`synchronous=FULL`), one writer at a time by an in-process
 * queue. The writer keeps one connection of its own, so its settings hold for every transaction; readers have theirs.
 */
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { createReads } from './reads.ts';
import type { Dialect } from './sql-runner.ts';
import { openSqlite, type SqliteConnection } from './sqlite-connection.ts';
import type { Hint, Store, Tx } from './store.ts';
import { createTx } from './tx.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations/sqlite', import.meta.url));
const busyTimeoutMs = 10_000;

const sqliteDialect: Dialect = {
  forUpdate: sql``,
  forShare: sql``,
  rows: (rows) => sql`json_each(${JSON.stringify(rows)}) as t`,
};

/** `file` is a path; a missing file is created and migrated. */
export async function createSqliteStore(file: string): Promise<Store> {
  const writer = openSqlite(file, busyTimeoutMs);
  const opened: { readonly close: () => void }[] = [writer];
  try {
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'wal_autocheckpoint = 16000',
      'cache_size = -65536',
      'temp_store = MEMORY',
    ]) {
      writer.exec(`PRAGMA ${pragma}`);
    }
    await migrateUnderLock(file);
    // One connection for readers too: calls into the library are synchronous, more connections would not run at the same time.
    const reader = openSqlite(file, busyTimeoutMs);
    opened.push(reader);
    reader.exec('PRAGMA query_only = ON');
    reader.exec('PRAGMA cache_size = -32768');
    return assemble(writer, reader);
  } catch (cause) {
    for (const connection of opened) connection.close();
    throw cause;
  }
}

function assemble(writer: SqliteConnection, reader: SqliteConnection): Store {
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(hint: Hint) => void>();
  const write = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
    const turn = queue.then(() => runTransaction(writer, run));
    // The next writer waits for this one, whatever becomes of it; the caller sees the failure.
    queue = turn.then(ignore, ignore);
    return turn;
  };
  return {
    ...createReads(reader, sqliteDialect),
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

async function runTransaction<T>(writer: SqliteConnection, run: (tx: Tx) => Promise<T>): Promise<T> {
  writer.exec('BEGIN IMMEDIATE');
  try {
    const value = await run(createTx(writer, sqliteDialect));
    writer.exec('COMMIT');
    return value;
  } finally {
    if (writer.inTransaction()) writer.exec('ROLLBACK');
  }
}

function ignore(): void {}

/** Two processes starting on one file: the loser of the race finds the work done at its second try. */
async function migrateUnderLock(file: string): Promise<void> {
  const client = createClient({ url: `file:${file}`, concurrency: 1, timeout: busyTimeoutMs });
  const db = drizzle(client);
  try {
    await migrate(db, { migrationsFolder });
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await migrate(db, { migrationsFolder });
  } finally {
    client.close();
  }
}

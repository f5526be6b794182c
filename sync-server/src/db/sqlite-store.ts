/**
 * The store on one SQLite file through libsql: WAL, an fsync at every commit (`synchronous=FULL`), one writer at a time by an in-process
 * queue. The writer keeps one connection of its own, so its settings hold for every transaction; readers have theirs.
 */
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { type LibSQLDatabase, drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { sql } from 'drizzle-orm';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { createReads } from './reads.ts';
import type { Dialect, Row, SqlRunner } from './sql-runner.ts';
import type { Store, Tx } from './store.ts';
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
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 4000', 'cache_size = -65536', 'temp_store = MEMORY']) {
      await writerClient.execute(`PRAGMA ${pragma}`);
    }
    const writer = drizzle(writerClient);
    await migrateUnderLock(writer);
    // One connection for readers too: calls into the library are synchronous, more connections would not run at the same time.
    const readerClient = createClient({ url, concurrency: 1, timeout: busyTimeoutMs });
    opened.push(readerClient);
    await readerClient.execute('PRAGMA query_only = ON');
    await readerClient.execute('PRAGMA cache_size = -32768');
    return assemble(writer, drizzle(readerClient), opened);
  } catch (cause) {
    for (const client of opened) client.close();
    throw cause;
  }
}

function assemble(writer: LibSQLDatabase, reader: LibSQLDatabase, clients: readonly Client[]): Store {
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(offices: readonly OfficeId[]) => void>();
  const write = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
    const turn = queue.then(() => writer.transaction((tx) => run(createTx(runnerOf(tx), sqliteDialect))));
    // The next writer waits for this one, whatever becomes of it; the caller sees the failure.
    queue = turn.then(ignore, ignore);
    return turn;
  };
  return {
    ...createReads(runnerOf(reader), sqliteDialect),
    write,
    publishHint: (offices) => {
      for (const listener of listeners) listener(offices);
      return Promise.resolve();
    },
    onHint: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await queue;
      for (const client of clients) client.close();
    },
  };
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

function runnerOf(db: Pick<LibSQLDatabase, 'all' | 'run'>): SqlRunner {
  return {
    all: (query) => db.all<Row>(query),
    run: async (query) => {
      await db.run(query);
    },
  };
}

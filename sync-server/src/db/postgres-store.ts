/**
 * The store on PostgreSQL through node-postgres. Many processes may share one database: heads and feed counters are row locks, taken in one order;
 * a transaction that lost a deadlock or a serialisation conflict is run again from the start. Hints travel by LISTEN/NOTIFY on a connection of their own.
 */
import { fileURLToPath } from 'node:url';
import { type NodePgDatabase, drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { sql } from 'drizzle-orm';
import { Client, Pool, types } from 'pg';
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { createReads } from './reads.ts';
import type { Dialect, Row, RowsInsert, SqlRunner } from './sql-runner.ts';
import type { Hint, Store } from './store.ts';
import { createTx } from './tx.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations/pg', import.meta.url));
const migrationLock = 0x6d6f7463;
/** Held by everybody who has the database open, shared; a restore needs it alone (`keeping/postgres-database.ts`). */
export const restoreLock = 0x6d6f7464;
const writeTriesMax = 8;
const hintChannel = 'motcua_hint';
const hintReconnectMs = 1_000;

const postgresDialect: Dialect = {
  forUpdate: sql`for update`,
  forShare: sql`for share`,
  rows: (rows) => sql`jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as t(value)`,
};

export interface PostgresStoreOptions {
  readonly url: string;
  readonly poolMax?: number | undefined;
  /** Told about lost background connections. */
  readonly onProblem?: ((problem: unknown) => void) | undefined;
}

export async function createPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, poolMax = 10, onProblem = () => undefined } = options;
  // All whole numbers stored here are below 2^53: 64-bit columns come back as numbers, as from SQLite.
  types.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({ connectionString: url, max: poolMax, connectionTimeoutMillis: 5_000 });
  pool.on('error', onProblem);
  const db = drizzle(pool);
  const hints = createHints(url, onProblem);
  try {
    await migrateUnderLock(pool, () => hints.start());
  } catch (cause) {
    await pool.end();
    throw cause;
  }
  return {
    ...createReads(runnerOf(db), postgresDialect),
    write: async (run) => {
      for (let tries = 1; ; tries++) {
        try {
          return await db.transaction((tx) => run(createTx(runnerOf(tx), postgresDialect)));
        } catch (cause) {
          if (tries >= writeTriesMax || !isWorthAnotherTry(cause)) throw cause;
          await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** tries * (0.5 + Math.random())));
        }
      }
    },
    publishHint: async ({ offices, ...rest }) => {
      // A payload may have at most 8,000 bytes.
      for (let i = 0; i < offices.length; i += 100) {
        const hint: Hint = { offices: offices.slice(i, i + 100), ...rest };
        await db.execute(sql`select pg_notify(${hintChannel}, ${JSON.stringify(hint)})`);
      }
    },
    onHint: hints.listen,
    close: async () => {
      await hints.stop();
      await pool.end();
    },
  };
}

/** `holdOn` takes the shared lock over on a connection that stays. */
async function migrateUnderLock(pool: Pool, holdOn: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    // Waits for the end of a restore.
    await client.query('select pg_advisory_lock_shared($1)', [restoreLock]);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder, migrationsSchema: 'public', migrationsTable: 'motcua_migrations' });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    await holdOn();
    await client.query('select pg_advisory_unlock_shared($1)', [restoreLock]);
  } finally {
    client.release();
  }
}

/** Deadlock and serialisation failure, wherever in the chain of causes the driver's code is. */
function isWorthAnotherTry(problem: unknown): boolean {
  for (let at: unknown = problem; at instanceof Error; at = at.cause) {
    const code = (at as { readonly code?: unknown }).code;
    if (code === '40001' || code === '40P01') return true;
  }
  return false;
}

function runnerOf(db: Pick<NodePgDatabase, 'execute'>): SqlRunner {
  return {
    all: async (query) => (await db.execute(query)).rows as readonly Row[],
    run: async (query) => {
      await db.execute(query);
    },
    insertRows: (insert) => insertRows(db, insert),
  };
}

async function insertRows(db: Pick<NodePgDatabase, 'execute'>, { table, columns, rows, conflict = '' }: RowsInsert): Promise<number> {
  if (rows.length === 0) return 0;
  const names = sql.raw(columns.map(([name]) => name).join(', '));
  const values = sql.raw(columns.map(([, type], i) => (type === 'text' ? `t.value->>${i}` : `cast(t.value->>${i} as bigint)`)).join(', '));
  const result = await db.execute(
    sql`insert into ${sql.raw(table)} (${names}) select ${values} from ${postgresDialect.rows(rows)} ${sql.raw(conflict)}`,
  );
  return result.rowCount ?? 0;
}

/** Undefined for what no server process of ours sent: the channel is open to everybody who may connect. */
function readHint(payload: string): Hint | undefined {
  try {
    const { offices, by, isAdministration } = JSON.parse(payload) as { readonly [member in keyof Hint]?: unknown };
    if (!Array.isArray(offices)) return undefined;
    return {
      offices: offices as OfficeId[],
      by: typeof by === 'string' ? (by as DeviceId) : undefined,
      isAdministration: isAdministration === true,
    };
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof TypeError) return undefined;
    throw fault;
  }
}

interface Hints {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly listen: Store['onHint'];
}

function createHints(url: string, onProblem: (problem: unknown) => void): Hints {
  const listeners = new Set<(hint: Hint) => void>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const again = (problem: unknown): void => {
    if (stopped || timer !== undefined) return;
    onProblem(problem);
    client = undefined;
    timer = setTimeout(() => {
      timer = undefined;
      void start();
    }, hintReconnectMs);
  };
  const start = async (): Promise<void> => {
    const next = new Client({ connectionString: url });
    next.on('error', again);
    next.on('end', () => again(new Error('The hint connection ended')));
    next.on('notification', (message) => {
      const hint = readHint(message.payload ?? '');
      if (hint === undefined) return;
      for (const listener of listeners) listener(hint);
    });
    try {
      await next.connect();
      await next.query('select pg_advisory_lock_shared($1)', [restoreLock]);
      await next.query(`listen ${hintChannel}`);
      client = next;
    } catch (problem) {
      again(problem);
    }
  };
  return {
    start,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

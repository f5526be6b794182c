/**
 * What lies where the configuration points, without making or changing anything: opening a store makes the file and brings its tables up to this build, and a
 * mistyped DATA_DIR would be a new empty district. The newest step of the tables that was taken there is compared with the newest this build knows.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import type { Config } from '../config.ts';
import { newestMigration } from './newest-migration.ts';
import { sqliteFileName } from './open-store.ts';
import { numberOrUndefined } from './sql-runner.ts';
import { openSqlite } from './sqlite-connection.ts';

export type DatabaseState =
  /** No file. A PostgreSQL database that is not there is a fault instead: its server says so. */
  | 'ABSENT'
  /** Nothing of ours in it. */
  | 'EMPTY'
  | 'OLDER'
  | 'CURRENT'
  /** Made by a newer build: this one would misread it. */
  | 'NEWER';

const busyTimeoutMs = 10_000;
const connectMsMax = 5_000;

/** Throws what the driver throws where the file is no database or the server does not answer. */
export function lookAtDatabase(config: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<DatabaseState> {
  return config.databaseUrl === undefined ? lookAtFile(join(config.dataDir, sqliteFileName)) : lookAtServer(config.databaseUrl);
}

async function lookAtFile(file: string): Promise<DatabaseState> {
  if (!existsSync(file)) return 'ABSENT';
  const db = openSqlite(file, busyTimeoutMs);
  try {
    db.exec('PRAGMA query_only = ON');
    const tables = await db.all(sql`select name from sqlite_master where name = '__drizzle_migrations'`);
    if (tables.length === 0) return 'EMPTY';
    const [row] = await db.all(sql`select cast(max(created_at) as integer) as step from __drizzle_migrations`);
    return compare(row && numberOrUndefined(row, 'step'), 'sqlite');
  } finally {
    db.close();
  }
}

async function lookAtServer(url: string): Promise<DatabaseState> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectMsMax });
  // A line that breaks meanwhile fails the query under way too; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ readonly found: string | null }>(`select to_regclass('public.motcua_migrations') as found`);
    if ((rows[0]?.found ?? undefined) === undefined) return 'EMPTY';
    const steps = await client.query<{ readonly step: string | null }>('select max(created_at)::text as step from motcua_migrations');
    const step = steps.rows[0]?.step ?? undefined;
    return compare(step === undefined ? undefined : Number(step), 'postgresql');
  } finally {
    await client.end();
  }
}

function compare(step: number | undefined, folder: 'sqlite' | 'postgresql'): DatabaseState {
  if (step === undefined) return 'EMPTY';
  const newest = newestMigration(folder);
  if (step > newest) return 'NEWER';
  return step === newest ? 'CURRENT' : 'OLDER';
}

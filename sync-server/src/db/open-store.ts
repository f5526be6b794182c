/** Which database: PostgreSQL where an address is given, else one SQLite file in the data folder. */
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { makeFolder } from '../make-folder.ts';
import { createPostgresStore } from './postgres-store.ts';
import { createSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

export const sqliteFileName = 'motcua.db';

export async function openStore(config: Pick<Config, 'dataDir' | 'databaseUrl'>, onProblem: (problem: unknown) => void): Promise<Store> {
  if (config.databaseUrl !== undefined) return createPostgresStore({ url: config.databaseUrl, onProblem });
  await makeFolder(config.dataDir);
  return createSqliteStore(join(config.dataDir, sqliteFileName));
}

/** Where the data lies, without a password. */
export function describeDatabase(config: Pick<Config, 'dataDir' | 'databaseUrl'>): string {
  if (config.databaseUrl === undefined) return join(config.dataDir, sqliteFileName);
  const url = new URL(config.databaseUrl);
  url.password = '';
  return url.toString();
}

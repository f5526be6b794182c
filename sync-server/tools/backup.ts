/**
 * `node sync-server/tools/backup.ts <target file>`: a consistent copy of the SQLite file while the server runs, checked after writing. PostgreSQL
 * has its own tools (`pg_dump`); this one says so.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClient } from '@libsql/client';
import { parseConfig } from '../src/config.ts';
import { sqliteFileName } from '../src/db/open-store.ts';
import { toolTexts as texts } from '../src/texts/tools.ts';

const target = process.argv[2];
const config = parseConfig(process.env);
const problem = findProblem();
if (problem !== undefined || !config.ok || target === undefined) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else {
  await backUp(join(config.value.dataDir, sqliteFileName), resolve(target));
}

function findProblem(): string | undefined {
  if (!config.ok) return config.error.join('\n');
  if (config.value.databaseUrl !== undefined) return texts.backupPostgres;
  if (target === undefined) return texts.backupUsage;
  if (existsSync(target)) return texts.backupExists(target);
  const source = join(config.value.dataDir, sqliteFileName);
  return existsSync(source) ? undefined : texts.backupNoSource(source);
}

async function backUp(source: string, copy: string): Promise<void> {
  const from = createClient({ url: `file:${source}` });
  await from.execute({ sql: 'VACUUM INTO ?', args: [copy] });
  from.close();
  const check = createClient({ url: `file:${copy}` });
  const integrity = await check.execute('PRAGMA integrity_check');
  const events = await check.execute('SELECT count(*) AS n FROM events');
  check.close();
  const verdict = String(integrity.rows[0]?.[0]);
  if (verdict !== 'ok') throw new Error(`The copy is damaged: ${verdict}`);
  process.stdout.write(`${texts.backupDone(copy, Number(events.rows[0]?.[0]))}\n`);
}

/** `backup <file>`: a consistent copy of the SQLite file while the server runs, checked after writing. PostgreSQL has its own tools (`pg_dump`); this one says so. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { sqliteFileName } from '../../src/db/open-store.ts';
import { backupTexts as texts } from '../../src/texts/commands/backup.ts';
import { type Command, CommandProblem } from '../command.ts';

export const backup: Command = {
  name: 'backup',
  help: texts.help,
  places: [texts.file],
  needed: 1,
  options: {},
  run: async ({ config, given, path, district }) => {
    if (config.databaseUrl !== undefined) throw new CommandProblem(texts.postgres);
    const target = path(given[0] ?? '');
    if (existsSync(target)) throw new CommandProblem(texts.exists(target));
    await district();
    return backUp(join(config.dataDir, sqliteFileName), target);
  },
};

async function backUp(source: string, copy: string): Promise<string> {
  const from = createClient({ url: `file:${source}` });
  await from.execute({ sql: 'VACUUM INTO ?', args: [copy] });
  from.close();
  const check = createClient({ url: `file:${copy}` });
  const integrity = await check.execute('PRAGMA integrity_check');
  const events = await check.execute('SELECT count(*) AS n FROM events');
  check.close();
  if (String(integrity.rows[0]?.[0]) !== 'ok') throw new CommandProblem(texts.damaged(copy));
  return texts.done(copy, Number(events.rows[0]?.[0]));
}

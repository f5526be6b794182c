/** The store contract on a SQLite file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createSqliteStore } from '@onestop/sync-server/db/sqlite-store.ts';
import { describeStore } from './store.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-sqlite-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStore('SQLite', () => {
  const file = join(folder, `${files++}.db`);
  return Promise.resolve({ open: () => createSqliteStore(file) });
});

/** The server's own daily backup: when it is due, once for all processes of a database, tried again after a failure, never more than is kept. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { createLog } from '@onestop/sync-server/compose.ts';
import { sqliteFileName } from '@onestop/sync-server/db/open-store.ts';
import { createPostgresStore } from '@onestop/sync-server/db/postgres-store.ts';
import { createSqliteStore } from '@onestop/sync-server/db/sqlite-store.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { type BackupPlan, backUpIfDue, lastBackupAt } from '@onestop/sync-server/keeping/schedule.ts';
import { startPostgres } from '../support/postgres.ts';

const postgres = await startPostgres();
const base = mkdtempSync(join(tmpdir(), 'motcua-schedule-'));
afterAll(async () => {
  rmSync(base, { recursive: true, force: true });
  await postgres?.stop();
});

function planIn(folder: string): BackupPlan {
  return { folder, minuteOfDay: 90, keep: { daily: 2, weekly: 0 } };
}

/** Turns of one process whose clock the test sets. */
function processOn(store: Store, dataDir: string, databaseUrl: string | undefined, plan: BackupPlan) {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const at = (time: string) =>
    backUpIfDue({ store, log, clock: { now: () => Date.parse(`${time}+07:00`) } }, { dataDir, databaseUrl }, plan);
  return { at, lines };
}

describe('the daily backup', () => {
  it('[O146] is made at its hour, at once where the hour was missed, tried again after a failure, and old ones go', async () => {
    const dataDir = mkdtempSync(join(base, 'data-'));
    const folder = join(base, 'backups');
    mkdirSync(folder);
    // What is not ours is never touched.
    writeFileSync(join(folder, 'motcua-2020-01-01-013000.db'), 'somebody else’s');
    const store = await createSqliteStore(join(dataDir, sqliteFileName));
    const { at, lines } = processOn(store, dataDir, undefined, planIn(folder));
    const made = () => readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(await at('2026-11-26T00:10:00')).toBe('done');
    expect(await at('2026-11-26T01:29:00')).toBe('not-due');
    expect(await at('2026-11-26T01:30:00')).toBe('done');
    expect(await at('2026-11-26T23:59:00')).toBe('not-due');
    // The earlier one of the same day went.
    expect(made()).toEqual(['motcua-2026-11-26-013000.json']);

    rmSync(folder, { recursive: true });
    expect(await at('2026-11-27T01:30:10')).toBe('failed');
    expect(lines.at(-1)).toContain(folder);
    expect(await lastBackupAt(store)).toBe(Date.parse('2026-11-26T01:30:00+07:00'));
    mkdirSync(folder);
    expect(await at('2026-11-27T01:40:00')).toBe('not-due');
    expect(await at('2026-11-27T01:46:00')).toBe('done');
    expect(await lastBackupAt(store)).toBe(Date.parse('2026-11-27T01:46:00+07:00'));
    for (const day of [28, 29, 30]) expect(await at(`2026-11-${day}T01:30:00`)).toBe('done');
    expect(made()).toEqual(['motcua-2026-11-29-013000.json', 'motcua-2026-11-30-013000.json']);
    // A clock that was put back asks for nothing.
    expect(await at('2026-11-29T12:00:00')).toBe('not-due');
    // A process that died over it does not hold the day for ever.
    const claimedAt = Date.parse('2026-12-01T01:30:00+07:00');
    await store.write((tx) => tx.putSetting('backup', JSON.stringify({ day: '2026-11-30', claimedAt })));
    expect(await at('2026-12-01T02:30:00')).toBe('not-due');
    expect(await at('2026-12-01T04:30:00')).toBe('done');
    await store.close();
  });

  it.skipIf(postgres === undefined)('[O146] several processes on one PostgreSQL make one backup a day', async () => {
    const url = await must(postgres, 'a server').createDatabase();
    const folder = mkdtempSync(join(base, 'shared-'));
    const stores = [await createPostgresStore({ url }), await createPostgresStore({ url }), await createPostgresStore({ url })];
    const processes = stores.map((store) => processOn(store, '', url, planIn(folder)));
    for (const day of [26, 27]) {
      const turns = await Promise.all(processes.map(({ at }, i) => at(`2026-11-${day}T01:30:${String(i).padStart(2, '0')}`)));
      expect(turns.toSorted()).toEqual(['done', 'not-due', 'not-due']);
    }
    expect(readdirSync(folder)).toHaveLength(4);
    // Whose clock is behind takes the claim of another for one, not for a clock that was put back.
    const claimedAt = Date.parse('2026-11-28T01:30:09+07:00');
    await must(stores[0], 'a store').write((tx) => tx.putSetting('backup', JSON.stringify({ day: '2026-11-27', claimedAt })));
    expect(await must(processes[1], 'a process').at('2026-11-28T01:30:00')).toBe('not-due');
    for (const store of stores) await store.close();
  });
});

/**
 * Backup → loss → restore → devices send again, on both databases, with the real server process: the copy is made beside it, the restore is refused while it
 * runs, and what was there before stays. Wrong files and folders end in a sentence and change nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { type Database, backUpAs, backUpInto } from '@onestop/sync-server/keeping/backup.ts';
import { manifestPath } from '@onestop/sync-server/keeping/backup-files.ts';
import { KeepingProblem } from '@onestop/sync-server/keeping/problem.ts';
import { rehearse } from '@onestop/sync-server/keeping/rehearse.ts';
import { restore } from '@onestop/sync-server/keeping/restore.ts';
import { startPostgres } from '../support/postgres.ts';
import { type ServerProcess, communeCodes, createServerProcess } from '../support/server-process.ts';
import { writeDrafts } from '../support/test-acts.ts';
import { type TestDevice, enrol } from '../support/test-device.ts';

const postgres = await startPostgres();
afterAll(() => postgres?.stop());
const now = Date.parse('2026-11-26T01:30:00+07:00');
const day = 86_400_000;

/** The sentence with which it was refused. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  const fault = await work.then(
    () => undefined,
    (problem: unknown) => problem,
  );
  expect(fault).toBeInstanceOf(KeepingProblem);
  return (fault as KeepingProblem).message;
}

describe.each([
  ['SQLite', '.db', () => Promise.resolve(undefined), true],
  ['PostgreSQL', '.dump', () => must(postgres, 'a server').createDatabase(), postgres !== undefined],
] as const)('keeping on %s', (_name, extension, createDatabase, isAvailable) => {
  let server: ServerProcess;
  let device: TestDevice;
  let folder: string;
  let database: Database;
  let first: string;

  beforeAll(async () => {
    if (!isAvailable) return;
    const databaseUrl = await createDatabase();
    server = await createServerProcess(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl });
    database = { dataDir: server.dataDir, databaseUrl };
    folder = mkdtempSync(join(tmpdir(), 'motcua-keeping-'));
    await server.start();
    device = await enrol((path, init) => fetch(server.origin + path, init), must(communeCodes(server.output())[0], 'a code'));
    await device.settle();
    writeDrafts(device, 30);
    await device.settle();
  }, 120_000);
  afterAll(async () => {
    if (!isAvailable) return;
    await server.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it.runIf(isAvailable)(
    '[O141] a backup beside the running server is whole, checked and says what is in it; nothing is written over',
    async () => {
      const kept = await backUpInto(database, folder, now, undefined);
      first = kept.path;
      expect(first).toBe(join(folder, `motcua-2026-11-26-013000${extension}`));
      const manifest = JSON.parse(readFileSync(manifestPath(first), 'utf8')) as Record<string, unknown>;
      expect(manifest).toMatchObject({ format: 1, at: '2026-11-26T01:30:00.000+07:00', counts: { events: 30, dossiers: 30 } });
      expect(manifest['schema']).toBeGreaterThan(0);
      expect(readdirSync(folder)).toHaveLength(2);
      const before = readFileSync(first);
      expect(await refusalOf(backUpInto(database, folder, now, undefined))).toContain(first);
      expect(readFileSync(first).equals(before)).toBe(true);
      expect(readdirSync(folder)).toHaveLength(2);
    },
  );

  it.runIf(isAvailable)(
    '[O142] a folder that is not there, is a file or may not be written is named; nothing half-written stays',
    async () => {
      const missing = join(folder, 'not-mounted');
      expect(await refusalOf(backUpInto(database, missing, now, undefined))).toContain(missing);
      expect(existsSync(missing)).toBe(false);
      const file = join(folder, 'a-file');
      writeFileSync(file, '');
      expect(await refusalOf(backUpInto(database, file, now, undefined))).toContain(file);
      rmSync(file);
      // Nobody may make a file there, not even the system's administrator.
      expect(await refusalOf(backUpInto(database, '/proc/self', now, undefined))).toContain('/proc/self');
      const nowhere: Database =
        database.databaseUrl === undefined
          ? { ...database, dataDir: missing }
          : { ...database, databaseUrl: await must(postgres, 'a server').createDatabase() };
      const names = readdirSync(folder);
      await refusalOf(backUpAs(nowhere, join(folder, `x${extension}`), now));
      expect(readdirSync(folder)).toEqual(names);
    },
  );

  it.runIf(isAvailable)(
    '[O143] restoring is refused while a server runs; the damaged, the foreign and the newer are refused; nothing changes',
    async () => {
      writeDrafts(device, 20);
      await device.settle();
      expect(await refusalOf(restore(database, first, now))).toContain('systemctl stop motcua');
      const damaged = join(folder, `damaged${extension}`);
      const bytes = readFileSync(first);
      bytes.fill(0x41, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 2_000);
      writeFileSync(damaged, bytes);
      // By the check sum of the manifest: a page whose text alone is damaged is a sound page to SQLite.
      writeFileSync(manifestPath(damaged), readFileSync(manifestPath(first)));
      expect(await refusalOf(restore(database, damaged, now))).toContain(damaged);
      expect(await refusalOf(rehearse(database, damaged))).toContain(damaged);
      const cut = join(folder, `cut${extension}`);
      writeFileSync(cut, readFileSync(first).subarray(0, 5_000));
      await refusalOf(restore(database, cut, now));
      await refusalOf(restore(database, join(folder, 'missing.db'), now));
      const foreign = join(folder, extension === '.db' ? 'other.dump' : 'other.db');
      writeFileSync(foreign, readFileSync(first));
      await refusalOf(restore(database, foreign, now));
      const newer = join(folder, `newer${extension}`);
      await backUpAs(database, newer, now);
      const manifest = JSON.parse(readFileSync(manifestPath(newer), 'utf8')) as { schema: number };
      writeFileSync(manifestPath(newer), JSON.stringify({ ...manifest, schema: manifest.schema * 2 }));
      if (extension === '.dump') await refusalOf(restore(database, newer, now));
      expect((await device.settle()).headSeq).toBe(50);
    },
  );

  it.runIf(isAvailable)(
    '[O144] a restore puts the backup in place, keeps what was there and ends in counts; the device sends again by itself',
    async () => {
      await server.stop();
      const restored = await restore(database, first, now + day);
      expect(restored.counts).toMatchObject({ events: 30, dossiers: 30 });
      expect(must(restored.keptAs, 'the old one')).toContain('before');
      await server.start();
      // What the backup lacks is asked for, and the log is whole again.
      const asked = await device.send(device.request());
      expect(asked.answer?.outcome.kind).toBe('RESEND');
      device.take(must(asked.answer, 'an answer'));
      expect(device.ackedSeq).toBe(30);
      expect((await device.settle()).headSeq).toBe(50);
      expect(await keptEvents(must(restored.keptAs, 'the old one'))).toBe(50);
    },
  );

  it.runIf(isAvailable)('[O145] a rehearsal beside the running server verifies every chain and leaves nothing behind', async () => {
    const again = await backUpInto(database, folder, now + day, undefined);
    const places = await placesOfRehearsals();
    const verified = await rehearse(database, again.path);
    expect(verified).toMatchObject({ broken: [], counts: { events: 50, dossiers: 50 } });
    expect(await placesOfRehearsals()).toEqual(places);
    // A second round: what the first restore left beside it is in no backup.
    await server.stop();
    expect((await restore(database, again.path, now + 2 * day)).counts.events).toBe(50);
    await server.start();
    expect((await device.settle()).headSeq).toBe(50);
  });

  it.runIf(isAvailable)(
    '[O155] the same by the technician’s commands: a restore asks for --yes, a rehearsal takes the newest',
    // Seven processes, each of which reads the whole program: on a busy machine that takes longer than a test usually may.
    { timeout: 240_000 },
    async () => {
      const env = { DATA_DIR: database.dataDir, BACKUP_DIR: folder, ...(database.databaseUrl && { DATABASE_URL: database.databaseUrl }) };
      const admin = (...words: readonly string[]) => {
        const tool = resolve(import.meta.dirname, '../../sync-server/tools/admin.ts');
        const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...words], {
          encoding: 'utf8',
          env: { PATH: process.env['PATH'] ?? '', ...env },
        });
        return [status, `${stdout}${stderr}`] as const;
      };
      const [code, said] = admin('backup', join(folder, `by-hand${extension}`));
      expect([code, said]).toEqual([0, expect.stringContaining('50 sự kiện')]);
      expect(admin('restore', join(folder, `by-hand${extension}`))).toEqual([1, expect.stringContaining('--yes')]);
      expect(admin('restore', join(folder, `by-hand${extension}`), '--yes')).toEqual([1, expect.stringContaining('systemctl stop')]);
      expect(admin('rehearse')).toEqual([0, expect.stringContaining('mọi chuỗi nhật ký nguyên vẹn')]);
      await server.stop();
      expect(admin('restore', join(folder, `by-hand${extension}`), '--yes')).toEqual([0, expect.stringMatching(/50 sự kiện[^]*before/)]);
      expect(admin('restore', join(folder, 'none'), '--yes')).toEqual([1, expect.stringContaining('none')]);
      await server.start();
      expect((await device.settle()).headSeq).toBe(50);
    },
  );

  it.runIf(isAvailable)('[O145] a backup whose manifest is right and whose log is not does not pass the rehearsal', async () => {
    await server.stop();
    await spoil("update events set body = replace(body, 'DossierDrafted', 'DossierDraftee') where seq = 7");
    const spoilt = await backUpInto(database, folder, now + 3 * day, undefined);
    expect(await refusalOf(rehearse(database, spoilt.path))).toContain(device.id);
  });

  async function keptEvents(keptAs: string): Promise<number> {
    if (database.databaseUrl === undefined) {
      const { checkSqlite } = await import('@onestop/sync-server/keeping/sqlite-files.ts');
      return checkSqlite(keptAs).counts.events;
    }
    return Number((await query(`select count(*) as n from ${keptAs}.events`))[0]?.['n']);
  }

  async function placesOfRehearsals(): Promise<readonly unknown[]> {
    if (database.databaseUrl === undefined) return readdirSync(tmpdir()).filter((name) => name.startsWith('motcua-rehearsal-'));
    return query("select datname from pg_database where datname like 'motcua_rehearsal%'");
  }

  async function spoil(statement: string): Promise<void> {
    if (database.databaseUrl !== undefined) return void (await query(statement));
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(join(database.dataDir, 'motcua.db'));
    db.exec(statement);
    db.close();
  }

  async function query(statement: string): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ connectionString: must(database.databaseUrl, 'an address') });
    await client.connect();
    try {
      return (await client.query(statement)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }
});

/**
 * A district loses its database and goes on, by the technician's commands alone, on both databases: backup and rehearsal beside the running server, more work of
 * the devices, the loss, the restore; the product's own clients over real HTTP then bring back by themselves what the backup lacks.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Client as PostgresClient } from 'pg';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { type Client, createClient } from '@onestop/client/data/compose.ts';
import { testPlatform } from '@onestop/client/ports/test-platform.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { intakeFor } from '../support/builders.ts';
import { startPostgres } from '../support/postgres.ts';
import { type ServerProcess, communeCodes, createServerProcess } from '../support/server-process.ts';
import { type Environment, databasesUnder, problemsOf, runAdmin } from '../support/technician.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motcua-loss-'));
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});
/** Also on a machine that does much else; devices try again by themselves after at most 15 seconds. */
const patience = { timeout: 90_000, interval: 50 };

describe.each(databasesUnder(folder, postgres))('a district that loses its database, on $name', { timeout: 240_000 }, (databases) => {
  let server: ServerProcess | undefined;
  const desks: Client[] = [];
  afterEach(async () => {
    for (const desk of desks.splice(0)) desk.close();
    await server?.dispose();
    server = undefined;
  });

  it('[O160] backup, rehearsal, loss and restore by command; the devices bring back by themselves what the backup lacks, once', async () => {
    const empty = await databases.makeEmpty();
    server = await createServerProcess(empty);
    await server.start();
    const [first = '', second = ''] = communeCodes(server.output());
    const counter = await newDesk(server.origin, first, 'lan');
    const tablet = await newDesk(server.origin, second, 'lan');
    const centreCode = must(/Máy trung tâm: ([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(server.output())?.[1], 'a code');
    const centre = await newDesk(server.origin, centreCode, 'minh');
    const ids = [await accept(counter), await accept(counter), await accept(tablet)];
    await everywhere(desks, ids);

    const backups = mkdtempSync(join(folder, 'backups-'));
    const env: Environment = { ...empty, BACKUP_DIR: backups };
    expect(problemsOf(await runAdmin(env, ['backup']), 0, '3 hồ sơ', '3 thiết bị')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['rehearse']), 0, 'mọi chuỗi nhật ký nguyên vẹn')).toEqual([]);
    const name = readdirSync(backups).find((each) => !each.endsWith('.json')) ?? '';

    ids.push(await accept(counter), await accept(tablet), await accept(tablet));
    await everywhere(desks, ids);
    await server.kill();
    await lose(empty);
    // What is done while nobody answers.
    ids.push(await accept(counter));

    expect(problemsOf(await runAdmin(env, ['restore', join(backups, name)]), 1, '--yes')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['restore', join(backups, name), '--yes']), 0, '3 hồ sơ')).toEqual([]);
    await server.start();
    await everywhere(desks, ids);

    expect(problemsOf(await runAdmin(env, ['verify']), 0, '7')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['refused']), 0)).toEqual([]);
    const again = join(backups, `after${name.slice(name.lastIndexOf('.'))}`);
    expect(problemsOf(await runAdmin(env, ['backup', again]), 0, '7 sự kiện, 7 hồ sơ, 3 thiết bị')).toEqual([]);
    for (const desk of desks) {
      expect(desk.log.index.size()).toBe(7);
      expect(await desk.log.verify()).toBeUndefined();
    }
    expect(new Set(ids.map((id) => centre.log.index.get(id)?.code)).size).toBe(7);
  });

  it('[O161] a database of an older build is backed up before its upgrade, and the backup opens with this one', async () => {
    const env = await databases.makeEmpty();
    const engine = env['DATABASE_URL'] === undefined ? 'sqlite' : 'pg';
    await execute(env, firstMigration(engine));
    const backups = mkdtempSync(join(folder, 'older-'));
    const file = join(backups, engine === 'sqlite' ? 'older.db' : 'older.dump');
    // Everything but a backup would have to change it first.
    expect(problemsOf(await runAdmin(env, ['verify']), 1, 'npm start')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['backup', file]), 0, '0 sự kiện')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['rehearse', file]), 0, 'mở được bằng phiên bản này')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['verify']), 1, 'npm start')).toEqual([]);
  });

  it('[O162] a restore also takes the place of a damaged database, and keeps what was left of it', async () => {
    const { env } = await databases.make();
    const backups = mkdtempSync(join(folder, 'damaged-'));
    const isSqlite = env['DATABASE_URL'] === undefined;
    const file = join(backups, isSqlite ? 'whole.db' : 'whole.dump');
    expect(problemsOf(await runAdmin(env, ['backup', file]), 0)).toEqual([]);
    for (const end of isSqlite ? ['', '-wal'] : [])
      writeFileSync(join(env['DATA_DIR'] ?? '', `motcua.db${end}`), 'what a failing disk left of it '.repeat(500));
    if (!isSqlite) await execute(env, ['drop table events cascade']);
    const damaged = await runAdmin(env, ['verify']);
    expect([damaged.code, damaged.sentence]).toEqual([1, expect.stringMatching(/[.!]$/)]);
    expect(problemsOf(await runAdmin(env, ['restore', file, '--yes']), 0, 'before')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['verify']), 0)).toEqual([]);
  });

  async function newDesk(origin: string, code: string, login: string): Promise<Client> {
    const opened = await createClient(
      testPlatform({
        indexedDB: new IDBFactory(),
        IDBKeyRange,
        clock: { now: () => Date.now() },
        monotonicMs: () => performance.now(),
        baseUrl: origin,
        fetch: (input, init) => fetch(new URL(String(input), origin), init),
        verifySecret: (secret) => Promise.resolve(secret === '2580'),
      }),
    );
    if (!opened.ok) throw new Error(opened.error.code);
    const desk = opened.value;
    desks.push(desk);
    expect(await desk.services.device.enrol(code)).toMatchObject({ ok: true });
    await vi.waitUntil(() => desk.services.reference.get() !== undefined && desk.log.state.get().leases.length > 0, patience);
    expect(await desk.services.session.signIn(login, '2580')).toMatchObject({ ok: true });
    return desk;
  }
});

async function accept(desk: Client): Promise<DossierId> {
  const procedure = must(
    desk.services.reference.get()?.procedures.find(({ level, documents }) => level === 'commune' && documents.length > 0),
    'a procedure',
  );
  const done = await desk.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedure) } });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.dossier;
}

/** Nothing is asked of the devices: they send and fetch on their own. */
async function everywhere(desks: readonly Client[], ids: readonly DossierId[]): Promise<void> {
  await vi.waitUntil(
    () =>
      desks.every((desk) => desk.services.sync.status.get().pendingEvents === 0 && ids.every((id) => desk.log.index.get(id) !== undefined)),
    patience,
  );
}

/** A hand that deleted the wrong file leaves the journal of a killed server; in PostgreSQL the schema with everything in it goes. */
async function lose({ DATA_DIR: data, DATABASE_URL: url }: Environment): Promise<void> {
  if (url === undefined) return rmSync(join(data ?? '', 'motcua.db'));
  await execute({ DATABASE_URL: url }, ['drop schema public cascade']);
}

async function execute({ DATA_DIR: data, DATABASE_URL: url }: Environment, statements: readonly string[]): Promise<void> {
  if (url === undefined) {
    const db = new DatabaseSync(join(data ?? '', 'motcua.db'));
    for (const statement of statements) db.exec(statement);
    return db.close();
  }
  const client = new PostgresClient({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** As the first build that ever was made its tables, with its line in the list of migrations. */
function firstMigration(engine: 'sqlite' | 'pg'): readonly string[] {
  const migrations = resolve(import.meta.dirname, '../../sync-server/src/db/migrations', engine);
  const { entries } = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as {
    readonly entries: readonly { readonly tag: string; readonly when: number }[];
  };
  const { tag, when } = must(entries[0], 'a migration');
  const table = engine === 'sqlite' ? '__drizzle_migrations' : 'motcua_migrations';
  const id = engine === 'sqlite' ? 'id integer primary key' : 'id serial primary key';
  const tables = readFileSync(join(migrations, `${tag}.sql`), 'utf8').split('--> statement-breakpoint');
  return [
    ...tables,
    `create table ${table} (${id}, hash text not null, created_at bigint)`,
    `insert into ${table} (hash, created_at) values ('first', ${when})`,
  ];
}

/** The frame of the technician's commands, on SQLite and PostgreSQL: what is listed, what is refused, and that nothing is made where no district is. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { communeId } from '../support/builders.ts';
import { startPostgres } from '../support/postgres.ts';
import { freePort } from '../support/server-process.ts';
import { type Environment, databasesUnder, problemsOf, runAdmin } from '../support/technician.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motcua-admin-'));
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const commandNames = [
  'new-administrator',
  'issue-code',
  'devices',
  'refused',
  'verify',
  'rebuild',
  'backup',
  'rehearse',
  'restore',
  'export',
  'open-parcel',
];

async function execute(env: Environment, statement: string): Promise<void> {
  if (env['DATABASE_URL'] === undefined) {
    const client = createClient({ url: `file:${join(env['DATA_DIR'] ?? '', 'motcua.db')}` });
    await client.execute(statement);
    return client.close();
  }
  const client = new Client({ connectionString: env['DATABASE_URL'] });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** What lies in a place that should be empty. */
async function tracesIn({ DATA_DIR: data, DATABASE_URL: url }: Environment): Promise<readonly string[]> {
  if (url === undefined) return readdirSync(data ?? '');
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ readonly name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
  await client.end();
  return rows.map(({ name }) => name);
}

describe('the command line', () => {
  it('[O31] alone it lists every command with a line of help, and each explains itself', async () => {
    const listed = await runAdmin({}, []);
    expect(listed.code).toBe(0);
    expect(commandNames.filter((name) => !new RegExp(`^  ${name} +\\S`, 'm').test(listed.out))).toEqual([]);
    for (const name of commandNames) {
      const help = await runAdmin({}, [name, '--help']);
      expect([help.code, help.out]).toEqual([0, expect.stringContaining(`npm run admin -- ${name}`)]);
      const line = new RegExp(`^  ${name} +(\\S.*)$`, 'm').exec(listed.out)?.[1] ?? '';
      expect(help.out).toContain(line.trim());
    }
  });

  it('[O32] an unknown command, an unknown option, too few and too many words are wrong usage: the help, a sentence, exit code 2', async () => {
    expect(problemsOf(await runAdmin({}, ['isue-code']), 2, 'isue-code', ...commandNames)).toEqual([]);
    expect(problemsOf(await runAdmin({}, ['refused', '--since', 'x']), 2, '--since', 'npm run admin -- refused')).toEqual([]);
    expect(problemsOf(await runAdmin({}, ['issue-code', '09529']), 2, 'npm run admin -- issue-code')).toEqual([]);
    expect(problemsOf(await runAdmin({}, ['issue-code', '09529', ' ']), 2, 'npm run admin -- issue-code')).toEqual([]);
    expect(problemsOf(await runAdmin({}, ['refused', 'all']), 2, '"all"')).toEqual([]);
    expect(problemsOf(await runAdmin({ PORT: 'x' }, ['refused']), 1, 'PORT')).toEqual([]);
  });
});

describe.each(databasesUnder(folder, postgres))('a technician’s command on $name', ({ make, makeEmpty }) => {
  it('[O33] where no district is nothing is made: a sentence, exit code 1, and the place stays as it was', async () => {
    const env = await makeEmpty();
    for (const words of [['refused'], ['rebuild'], ['issue-code', '09529', 'Máy 1']])
      expect(problemsOf(await runAdmin(env, words), 1, 'npm start')).toEqual([]);
    expect(await tracesIn(env)).toEqual([]);
  });

  it('[O34] a database of a newer build, or of an older one, is left alone', async () => {
    const { env } = await make();
    const table = env['DATABASE_URL'] === undefined ? '__drizzle_migrations' : 'motcua_migrations';
    expect((await runAdmin(env, ['refused'])).code).toBe(0);
    await execute(env, `update ${table} set created_at = created_at + 1`);
    expect(problemsOf(await runAdmin(env, ['refused']), 1, 'mới hơn')).toEqual([]);
    await execute(env, `update ${table} set created_at = created_at - 2`);
    expect(problemsOf(await runAdmin(env, ['refused']), 1, 'npm start')).toEqual([]);
  });

  it('[O36] issue-code takes the office by code or by name, typed in any manner, and names the offices where it knows none', async () => {
    const { env, open } = await make();
    const issued = await runAdmin(env, ['issue-code', communeId, 'Máy tính quầy 2']);
    expect(problemsOf(issued, 0, 'Máy tính quầy 2')).toEqual([]);
    expect(issued.out).toMatch(/^.*: [A-Z0-9]{5}-[A-Z0-9]{5}$/m);
    expect(problemsOf(await runAdmin(env, ['issue-code', 'XA BINH DINH', 'Máy 2']), 0)).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['issue-code', 'bình định', 'Máy 3']), 0)).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['issue-code', 'Bình Đinhh', 'Máy 4']), 1, communeId, 'Bình Đinhh')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['issue-code', communeId, 'x'.repeat(81)]), 2, '80')).toEqual([]);
    const store = await open();
    const codes = await store.listEnrolCodes();
    expect(codes.map(({ office, deviceName }) => `${office} ${deviceName}`).sort()).toEqual(
      ['Máy 2', 'Máy 3', 'Máy tính quầy 2'].map((name) => `${communeId} ${name}`),
    );
    expect((await store.listAudit({ limit: 10 })).filter(({ what }) => what === 'device/code-issued')).toHaveLength(3);
    await store.close();
  });

  it('[O37] refused and rebuild end in a sentence on a district without a single event', async () => {
    const { env } = await make();
    expect(problemsOf(await runAdmin(env, ['refused']), 0)).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['rebuild']), 0, '0')).toEqual([]);
  });

  it('[O37] a fault that nobody foresaw is one sentence with the command’s name, and no stack', async () => {
    const { env } = await make();
    await execute(env, `drop table devices${env['DATABASE_URL'] === undefined ? '' : ' cascade'}`);
    expect(problemsOf(await runAdmin(env, ['devices']), 1, 'devices')).toEqual([]);
  });
});

describe('a technician’s command and a database that cannot be opened', () => {
  it('[O33] a data folder that is not there is not made', async () => {
    const missing = join(folder, 'missing');
    expect(problemsOf(await runAdmin({ DATA_DIR: missing }, ['refused']), 1, missing)).toEqual([]);
    expect(existsSync(missing)).toBe(false);
  });

  it('[O35] is a sentence that names the place and hides the password, never a stack', async () => {
    const port = await freePort();
    const gone = await runAdmin({ DATABASE_URL: `postgresql://someone:topsecret@127.0.0.1:${port}/motcua` }, ['refused']);
    expect(problemsOf(gone, 1, 'ECONNREFUSED')).toEqual([]);
    expect(gone.err).not.toContain('topsecret');
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(damaged, 'motcua.db'), 'this is not a database, and it is long enough to look like one. '.repeat(100));
    expect(problemsOf(await runAdmin({ DATA_DIR: damaged }, ['rebuild']), 1, damaged)).toEqual([]);
  });

  it.skipIf(postgres === undefined)('[O35] a PostgreSQL without the database is a sentence too', async () => {
    const url = new URL((await postgres?.createDatabase()) ?? '');
    url.pathname = '/nowhere';
    expect(problemsOf(await runAdmin({ DATABASE_URL: url.toString() }, ['rebuild']), 1, 'nowhere')).toEqual([]);
  });
});

/** The technician's commands that recover, look and take along, on SQLite and PostgreSQL, with wrong input too. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createClient } from '@libsql/client';
import { must } from '@onestop/shared/kernel/assert.ts';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { centreId, communeId, staff } from '../support/builders.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Environment, type TestDistrict, databasesUnder, problemsOf, runAdmin } from '../support/technician.ts';
import { accept } from '../support/test-acts.ts';
import { type TestDevice, postJson } from '../support/test-device.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motcua-commands-'));
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const passphrase = 'bốn con trâu qua sông';
const typedTwice = `${passphrase}\n${passphrase}\n`;

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

/** Two devices of the commune, the first with three dossiers. */
async function withWork(district: TestDistrict): Promise<TestDevice> {
  const server = await district.serve();
  const desk = await server.newDevice(communeId);
  await desk.settle();
  for (const id of ['d00000000001', 'd00000000002', 'd00000000003']) accept(desk, id);
  await desk.settle();
  await server.newDevice(communeId);
  await server.close();
  return desk;
}

describe.each(databasesUnder(folder, postgres))('commands on $name', { timeout: 120_000 }, ({ make }) => {
  it('[O47] new-administrator makes one and arms one again; he signs in, and the trail has it', async () => {
    const district = await make();
    const made = await runAdmin(district.env, ['new-administrator', 'QuanTri', 'Nguyễn Văn Kỹ'], typedTwice);
    expect(problemsOf(made, 0, 'Nguyễn Văn Kỹ', 'quantri')).toEqual([]);
    expect(`${made.out}${made.err}`).not.toContain(passphrase);
    expect(
      problemsOf(await runAdmin(district.env, ['new-administrator', staff.centre.login], typedTwice), 0, staff.centre.fullName),
    ).toEqual([]);
    const server = await district.serve();
    const device = await server.newDevice(centreId);
    for (const login of ['quantri', staff.centre.login]) {
      const session = await postJson(server.fetch, '/api/session', { login, secret: passphrase }, device.token);
      expect([session.status, await session.json()]).toEqual([
        200,
        expect.objectContaining({ roles: expect.arrayContaining(['district_admin']) }),
      ]);
    }
    const trail = await server.store.listAudit({ limit: 20, what: ['staff/added', 'staff/changed', 'staff/secret-reset'] });
    expect(trail.filter(({ reason }) => reason?.includes('new-administrator')).map(({ target }) => target)).toEqual(
      expect.arrayContaining([`${centreId}-quantri`, staff.centre.id]),
    );
    await server.close();
  });

  it('[O47] a weak or mistyped passphrase, an unknown login without a name and a place that is no centre change nothing', async () => {
    const { env, open } = await make();
    const before = await open();
    const version = await before.referenceCursor();
    const refuse = async (exit: number, words: readonly string[], input: string): Promise<readonly string[]> =>
      problemsOf(await runAdmin(env, ['new-administrator', ...words], input), exit);
    expect(await refuse(1, ['kythuat', 'Nguyễn Văn Kỹ'], '2580\n2580\n')).toEqual([]);
    expect(await refuse(1, ['kythuat', 'Nguyễn Văn Kỹ'], '123456789012\n123456789012\n')).toEqual([]);
    expect(await refuse(1, ['kythuat', 'Nguyễn Văn Kỹ'], `${passphrase}\n${passphrase}!\n`)).toEqual([]);
    expect(await refuse(1, ['kythuat', 'Nguyễn Văn Kỹ'], '')).toEqual([]);
    expect(await refuse(2, ['kythuat'], typedTwice)).toEqual([]);
    expect(await refuse(2, ['kỹ thuật', 'Nguyễn Văn Kỹ'], typedTwice)).toEqual([]);
    expect(await refuse(1, ['kythuat', 'Nguyễn Văn Kỹ', '--office', communeId], typedTwice)).toEqual([]);
    expect(await refuse(2, ['kythuat', 'Nguyễn Văn Kỹ', '--title'], typedTwice)).toEqual([]);
    expect(await before.referenceCursor()).toEqual(version);
    await before.close();
  });

  it('[O48] devices lists all or those of one office', async () => {
    const district = await make();
    expect(problemsOf(await runAdmin(district.env, ['devices']), 0, 'issue-code')).toEqual([]);
    const desk = await withWork(district);
    const listed = await runAdmin(district.env, ['devices']);
    expect(problemsOf(listed, 0)).toEqual([]);
    const [, line = ''] = listed.out.split('\n');
    expect(line.split('\t')).toHaveLength(8);
    expect(listed.out).toContain(desk.id);
    expect((await runAdmin(district.env, ['devices', '--office', 'binh dinh'])).out).toContain(desk.id);
    expect((await runAdmin(district.env, ['devices', '--office', centreId])).out).not.toContain(desk.id);
    expect(problemsOf(await runAdmin(district.env, ['devices', '--office', 'Hà Nội']), 1, 'Hà Nội', communeId)).toEqual([]);
  });

  it('[O49] verify finds a whole log whole, and names a changed, an unreadable, a missing, a cut and a stray event', async () => {
    const district = await make();
    const { env } = district;
    const desk = await withWork(district);
    expect(problemsOf(await runAdmin(env, ['verify']), 0, '2 ', '3 ')).toEqual([]);
    const verify = async (...words: readonly string[]): Promise<readonly string[]> =>
      problemsOf(await runAdmin(env, ['verify']), 1, ...words);
    await execute(env, `update events set body = replace(body, '"version":1', '"version":2') where seq = 2`);
    expect(await verify(desk.id, '1–3')).toEqual([]);
    await execute(env, `update events set body = replace(body, '"version":2', '"version":1') where seq = 2`);
    expect((await runAdmin(env, ['verify'])).code).toBe(0);
    await execute(env, `insert into events (device, seq, dossier, verdict, body) values ('nobody', 1, 'd1', 0, '{}')`);
    expect(await verify('1 ')).toEqual([]);
    await execute(env, `delete from events where device = 'nobody'`);
    await execute(env, `update events set body = 'x' || body where seq = 3`);
    expect(await verify(desk.id, ' 3 ')).toEqual([]);
    await execute(env, `delete from events where seq = 3`);
    expect(await verify(desk.id, ' 2 ')).toEqual([]);
    await execute(env, `delete from events where seq = 1`);
    expect(await verify(desk.id, ' 1 ')).toEqual([]);
  });

  it('[O50] export has everything but secrets with counts and a checksum that hold, and writes over nothing', async () => {
    const district = await make();
    const desk = await withWork(district);
    const file = join(mkdtempSync(join(folder, 'export-')), 'huyen.jsonl.gz');
    expect(problemsOf(await runAdmin(district.env, ['export', file]), 0, file)).toEqual([]);
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    const lines = text.trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { readonly type: string; readonly value: unknown });
    const { counts, sha256 } = must(rows.at(-1), 'an end') as unknown as {
      readonly counts: Record<string, number>;
      readonly sha256: string;
    };
    expect(sha256).toBe(
      createHash('sha256')
        .update(`${lines.slice(0, -1).join('\n')}\n`)
        .digest('hex'),
    );
    for (const [type, count] of Object.entries(counts))
      expect([type, rows.filter((row) => row.type === type).length]).toEqual([type, count]);
    expect(rows.filter(({ type }) => type === 'event').map(({ value }) => value)).toEqual(desk.log);
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['header', 'office', 'officer', 'procedure', 'device', 'event', 'audit']));
    for (const secret of ['argon2', 'verifier', 'tokenHash']) expect(text).not.toContain(secret);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(problemsOf(await runAdmin(district.env, ['export', file]), 1, file)).toEqual([]);
    const other = join(folder, 'other.jsonl.gz');
    writeFileSync(`${other}.part`, 'of another export');
    expect(problemsOf(await runAdmin(district.env, ['export', other]), 1, `${other}.part`)).toEqual([]);
    expect(readFileSync(`${other}.part`, 'utf8')).toBe('of another export');
    const nowhere = join(folder, 'no such folder', 'x.gz');
    expect(problemsOf(await runAdmin(district.env, ['export', nowhere]), 1, nowhere)).toEqual([]);
    expect(existsSync(nowhere)).toBe(false);
    rmSync(`${other}.part`);
  });
});

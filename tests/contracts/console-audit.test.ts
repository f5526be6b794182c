/** What the technician does at the console stands in the record of administration, on SQLite and PostgreSQL: nobody does anything unseen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditKind } from '@onestop/shared/reference/audit.ts';
import { communeId, procedures } from '../support/builders.ts';
import { startPostgres } from '../support/postgres.ts';
import { databasesUnder, problemsOf, runAdmin } from '../support/technician.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motcua-console-'));
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const catalogue = join(folder, 'danh-muc.csv');
const year = join(folder, '2028.txt');
writeFileSync(catalogue, `Mã,Tên thủ tục,Lĩnh vực,Cấp\n${procedures.threeDays.code},Tên mới,Chứng thực,xã\n`);
writeFileSync(year, 'nghỉ 01/05/2028 Quốc tế lao động\n');
const passphrase = 'một cụm mật khẩu dài\n'.repeat(2);

const acts: readonly (readonly [words: readonly string[], kind: AuditKind, input?: string])[] = [
  [['issue-code', communeId, 'Máy 2'], 'device/code-issued'],
  [['new-administrator', 'quantri', 'Nguyễn Văn A'], 'staff/added', passphrase],
  [['new-administrator', 'hung'], 'staff/secret-reset', passphrase],
  [['import-catalogue', catalogue], 'procedure/added'],
  [['take-over-catalogue', 'xa'], 'catalogue/imported'],
  [['add-year', '2028', year, '--source', 'TB 12'], 'calendar/changed'],
];

describe.each(databasesUnder(folder, postgres))('the console on $name', ({ make }) => {
  it('[O171] each act is an entry without officer or device, which is how the page knows that it was done at the server', async () => {
    const { env, open } = await make();
    const read = async (at = 0) => {
      const store = await open();
      const entries = (await store.listAudit({ limit: 500 })).filter(({ id }) => id > at);
      await store.close();
      return entries;
    };
    let last = Math.max(...(await read()).map(({ id }) => id));
    for (const [words, kind, input] of acts) {
      expect(problemsOf(await runAdmin(env, words, input), 0)).toEqual([]);
      const entries = await read(last);
      expect(
        entries.map(({ what }) => what),
        words[0],
      ).toContain(kind);
      expect(entries.filter(({ actor, device }) => actor !== undefined || device !== undefined)).toEqual([]);
      last = Math.max(last, ...entries.map(({ id }) => id));
    }
  });

  it('[O171] a restore stands in the record of what was restored, with the name of the backup', async () => {
    const { env, open } = await make();
    const backup = join(folder, env['DATABASE_URL'] === undefined ? 'truoc.db' : 'truoc-pg.dump');
    expect(problemsOf(await runAdmin(env, ['backup', backup]), 0)).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['restore', backup, '--yes']), 0)).toEqual([]);
    const store = await open();
    const [newest] = await store.listAudit({ limit: 1 });
    await store.close();
    expect(newest).toMatchObject({ what: 'database/restored', detail: backup.split('/').at(-1) });
    expect([newest?.actor, newest?.device]).toEqual([undefined, undefined]);
  });
});

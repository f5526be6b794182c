/** Catalogue and calendar from the technician's console, on SQLite and PostgreSQL. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { storedProcedures } from '@onestop/sync-server/log/reference-admin.ts';
import { reference } from '../support/builders.ts';
import { startPostgres } from '../support/postgres.ts';
import { databasesUnder, problemsOf, runAdmin } from '../support/technician.ts';
import { workbook } from '../support/workbook.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motcua-admin-catalogue-'));
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const head = ['Mã', 'Tên thủ tục', 'Lĩnh vực', 'Cấp'];

function file(name: string, content: string | Uint8Array): string {
  const at = join(folder, name);
  writeFileSync(at, content);
  return at;
}

describe.each(databasesUnder(folder, postgres))('on $name', ({ make }) => {
  it('[O39] the shipped catalogue is taken over by level, and once', async () => {
    const { env } = await make();
    expect(problemsOf(await runAdmin(env, ['take-over-catalogue', 'thon']), 2, 'thon')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['take-over-catalogue', 'huyen']), 0, 'Đã thêm 244 thủ tục')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['take-over-catalogue', 'huyen']), 0, 'không thêm gì')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['take-over-catalogue']), 0, 'Đã thêm')).toEqual([]);
  });

  it('[O39] a catalogue file is checked, tried and published', async () => {
    const { env, open } = await make();
    const known = must(reference.procedures[0], 'a procedure');
    const good = file(
      'moi.xlsx',
      workbook([head, [known.code ?? '', 'Tên mới', 'Hộ tịch', 'xã'], ['9.000001', 'Thủ tục mới', 'Hộ tịch', 'xã']]),
    );
    const bad = file('sai.xlsx', workbook([head, ['1.00119', 'A', 'B', 'thôn']]));
    const names = async () => {
      const store = await open();
      const procedures = storedProcedures(await store.referenceParts());
      await store.close();
      return procedures.map((one) => `${one.key}@${one.version}`);
    };
    const before = await names();
    expect(
      problemsOf(
        await runAdmin(env, ['import-catalogue', bad]),
        1,
        'Dòng 2, cột “Mã thủ tục”',
        'Dòng 2, cột “Cấp thực hiện”',
        'Tệp có 2 chỗ cần sửa',
      ),
    ).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['import-catalogue', join(folder, 'khong-co.csv')]), 1, 'Không đọc được tệp')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['import-catalogue', good, '--effective', '31/12/2099']), 2, 'không phải ngày có thật')).toEqual(
      [],
    );
    expect(problemsOf(await runAdmin(env, ['import-catalogue', good, '--effective', '2020-01-01']), 2, 'đã qua')).toEqual([]);
    expect(
      problemsOf(await runAdmin(env, ['import-catalogue', good, '--dry-run']), 0, '+ 9.000001', `~ ${known.key}`, 'chưa ghi gì'),
    ).toEqual([]);
    expect(await names()).toEqual(before);
    expect(
      problemsOf(await runAdmin(env, ['import-catalogue', good, '--effective', '2099-12-31']), 0, '1 mới, 1 thay đổi', '2099-12-31'),
    ).toEqual([]);
    expect(await names()).toEqual(expect.arrayContaining([...before, `${known.key}@2`, '9.000001@1']));
  });

  it('[O39] a year is entered from lines, from JSON or typed; what is wrong is told and the calendar stays', async () => {
    const { env } = await make();
    const lines = file('2028.txt', '3/1 Nghỉ bù\nlàm 8/1 Làm bù\n');
    expect(problemsOf(await runAdmin(env, ['add-year', '28', lines]), 2, '28')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['add-year', '2028', lines]), 2, '--source')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['add-year', '2029', lines, '--source', 'TB']), 1, 'hải nhập năm 2028 trước')).toEqual([]);
    expect(
      problemsOf(
        await runAdmin(env, ['add-year', '2028', '--source', 'TB'], '8/1 Nghỉ\n\n'),
        1,
        'vốn không phải ngày làm việc',
        'lịch không thay đổi',
      ),
    ).toEqual([]);
    expect(
      problemsOf(await runAdmin(env, ['add-year', '2028', lines, '--source', 'TB 12', '--provisional']), 0, 'năm 2028 (2 ngày, tạm tính)'),
    ).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['add-year', '2028', '--source', 'TB 13'], '3/1 Nghỉ bù\n\n'), 0, '(1 ngày)')).toEqual([]);
    const json = { year: 2028, source: 'TB 14', confirmed: true, days: [{ date: '2028-01-03', kind: 'OFF', name: 'Nghỉ bù' }] };
    expect(problemsOf(await runAdmin(env, ['add-year', '2028', file('2028.json', JSON.stringify(json))]), 0, '(1 ngày)')).toEqual([]);
    expect(problemsOf(await runAdmin(env, ['add-year', '2028', file('hong.json', '{"year":')]), 1, 'không phải lịch năm 2028')).toEqual([]);
  });
});

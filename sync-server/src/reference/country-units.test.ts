/** The lists of the country's units, and files of units. */
import { describe, expect, test } from 'vitest';
import { readUnitFile } from '@onestop/shared/reference/unit-file.ts';
import { readUnitLines } from '@onestop/shared/reference/unit-list.ts';
import { workbook } from '../../../tests/support/workbook.ts';
import { unitProblemText } from '../texts/unit-file.ts';
import { createCountryUnits } from './country-units.ts';

const units = createCountryUnits();
const [before, since] = [units('BEFORE_2025_07'), units('SINCE_2025_07')];
const count = (list: typeof before) =>
  (['PROVINCE', 'DISTRICT', 'COMMUNE'] as const).map((kind) => list.all.filter((one) => one.kind === kind).length);

describe('[C67] the country’s units', () => {
  test('all of them, each with what it lies in', () => {
    expect(count(before)).toEqual([63, 705, 10_599]);
    expect(count(since)).toEqual([34, 0, 3_321]);
    for (const list of [before, since]) {
      expect(new Set(list.all.map(({ code, kind }) => `${kind} ${code}`)).size).toBe(list.all.length);
      expect(list.all.filter(({ name }) => name !== name.normalize('NFC'))).toEqual([]);
      expect(list.all.filter(({ kind, parent }) => kind !== 'PROVINCE' && list.find(parent ?? '') === undefined)).toEqual([]);
    }
  });

  test('one code, two units: An Thịnh before, Trung Kênh since', () => {
    expect(before.find('09499')).toMatchObject({ name: 'Xã An Thịnh', above: ['Huyện Lương Tài', 'Tỉnh Bắc Ninh'] });
    expect(since.find('09499')).toMatchObject({ name: 'Xã Trung Kênh', above: ['Tỉnh Bắc Ninh'] });
    expect(before.communesOf('264').map(({ code }) => code)).toEqual([
      '09496',
      '09499',
      '09502',
      '09505',
      '09508',
      '09511',
      '09514',
      '09517',
      '09520',
      '09523',
      '09526',
      '09529',
      '09532',
      '09535',
    ]);
    expect(since.communesOf('24')).toHaveLength(99);
    expect(before.communesOf('27').length).toBeGreaterThan(100);
  });

  test.each([
    ['luong tai', '264'],
    ['Lương Tài', '264'],
    ['huyen luong tai bac ninh', '264'],
    ['binh dinh luong tai', '09529'],
    ['09529', '09529'],
    ['264', '264'],
    ['bac ninh', '27'],
    ['ha noi', '01'],
  ])('before 1/7/2025 "%s" finds %s first', (query, code) => {
    expect(before.search(query)[0]?.code).toBe(code);
  });

  test('only of a kind, only within a unit, nothing for nonsense', () => {
    expect(since.search('luong tai', { kind: 'COMMUNE' })[0]).toMatchObject({ code: '09496', parent: '24' });
    expect(before.search('binh dinh', { kind: 'COMMUNE', within: '27' }).every(({ above }) => above.includes('Tỉnh Bắc Ninh'))).toBe(true);
    expect(before.search('qwxz')).toEqual([]);
    expect(readUnitLines('27 Tỉnh Bắc Ninh\n2x4 Huyện')).toEqual({ ok: false, error: 2 });
  });
});

describe('[C68] a list of units as a file', () => {
  const head = ['Mã', 'Tên', 'Cấp', 'Mã cấp trên'];
  test('is read whole', () => {
    const file = workbook([
      head,
      ['27', 'Tỉnh Bắc Ninh', 'Tỉnh'],
      ['264', 'Huyện Lương Tài', 'Huyện', '27'],
      ['09529', 'Xã Bình Định', '', '264'],
    ]);
    expect(readUnitFile(file)).toEqual({
      ok: true,
      value: [
        { code: '27', name: 'Tỉnh Bắc Ninh', kind: 'PROVINCE' },
        { code: '264', name: 'Huyện Lương Tài', kind: 'DISTRICT', parent: '27' },
        { code: '09529', name: 'Xã Bình Định', kind: 'COMMUNE', parent: '264' },
      ],
    });
  });

  test.each<readonly [string, Uint8Array, readonly string[]]>([
    ['other columns', workbook([['A', 'B']]), ['Không thấy dòng tiêu đề']],
    ['no rows', workbook([head]), ['Tệp không có đơn vị nào']],
    ['no zip', new TextEncoder().encode('PK?'), ['Tệp không phải bảng tính']],
    [
      'a zero lost',
      workbook([head, ['264', 'Huyện Lương Tài', 'Huyện', '27'], [{ number: 9529 }, 'Xã Bình Định', 'Xã', '264']]),
      ['Dòng 3, cột “Mã”: có “9529”', 'Dòng 2, cột “Mã cấp trên”: không có đơn vị 27'],
    ],
    [
      'a kind nobody knows, a name missing, twice',
      workbook([head, ['27', 'Tỉnh Bắc Ninh', 'bang'], ['01', ''], ['01', 'A', 'tỉnh'], ['01', 'B', 'tỉnh']]),
      ['Dòng 2, cột “Cấp”: có “bang”', 'Dòng 3, cột “Tên”: còn trống', 'Dòng 5: mã 01 đã có ở dòng 4'],
    ],
  ])('%s', (_name, file, sentences) => {
    const read = readUnitFile(file);
    const said = read.ok ? [] : read.error.map(unitProblemText);
    expect(said).toHaveLength(sentences.length);
    for (const [i, sentence] of sentences.entries()) expect(said[i]).toContain(sentence);
  });
});

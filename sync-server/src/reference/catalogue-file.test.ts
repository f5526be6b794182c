/** The reader of catalogue files: the catalogue the product ships there and back, lists as districts have them, and every kind of broken file with its sentence. */
import { describe, expect, test } from 'vitest';
import type { CatalogueEntry } from '@onestop/shared/catalogue/file/entry.ts';
import { completeEntries, planCatalogue } from '@onestop/shared/catalogue/file/plan.ts';
import { catalogueRows } from '@onestop/shared/catalogue/file/write-rows.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { readCatalogueFile } from '@onestop/shared/reference/catalogue-file.ts';
import { writeCsv } from '@onestop/shared/table/csv.ts';
import { tableBytesMax } from '@onestop/shared/table/table.ts';
import { type SheetCell, workbook } from '../../../tests/support/workbook.ts';
import { catalogueProblemText } from '../texts/catalogue-file.ts';
import { starterCatalogue } from './starter-catalogue.ts';

const shipped = starterCatalogue();
const effective = '2026-12-01' as PlainDate;
const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const head = ['Mã TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực', 'Cấp'];
const birth = ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'Xã'];

function read(file: Uint8Array): readonly CatalogueEntry[] {
  const result = readCatalogueFile(file);
  if (!result.ok) throw new Error(result.error.map(catalogueProblemText).join('\n'));
  return result.value.entries;
}

function said(file: Uint8Array): readonly string[] {
  const result = readCatalogueFile(file);
  return result.ok ? [] : result.error.map(catalogueProblemText);
}

describe('[C60] a file of the catalogue that comes back changes nothing', () => {
  const rows = catalogueRows(shipped);
  test.each<readonly [string, Uint8Array]>([
    ['CSV', bytes(writeCsv(rows))],
    ['CSV in UTF-16 without a mark', utf16(writeCsv(rows).slice(1))],
    ['XLSX', workbook(rows)],
    ['JSON', bytes(JSON.stringify(shipped))],
  ])('%s', (_name, file) => {
    const plan = planCatalogue(shipped, read(file), { effective, endMissing: true });
    expect([plan.added, plan.changed, plan.missing, plan.unchanged]).toEqual([[], [], [], shipped.length]);
    expect(plan.next).toEqual(shipped);
  });
});

describe('[C61] lists as districts have them', () => {
  const one = { key: '1.001193', code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', level: 'commune' };
  test.each<readonly [string, Uint8Array]>([
    ['semicolons, old line ends of a Mac left out', bytes(`${head.join(';')}\r\n${birth.join(';')}\r\n`)],
    ['tabs', bytes(`${head.join('\t')}\n${birth.join('\t')}`)],
    ['headers in English', bytes('CODE,Procedure name,field,Level\n1.001193,Đăng ký khai sinh,Hộ tịch,commune')],
    [
      'headers without marks, a title above, unknown columns',
      bytes('DANH MUC,,,,\nSTT,MA TTHC,TEN TTHC,LINH VUC,CAP THUC HIEN\n1,1.001193.000.00.00.H05,Đăng ký khai sinh,Hộ tịch,Cấp xã'),
    ],
    ['a decomposed text', bytes(`${head.join(',')}\n${birth.join(',')}`.normalize('NFD'))],
    ['a hidden sheet before it, a merged title above', workbook([['Danh mục'], head, birth], { merged: ['A1:D1'], hiddenFirst: true })],
  ])('%s', (_name, file) => {
    expect(read(file)).toMatchObject([one]);
  });

  test('one paper a row, one paper a line, fee items, a limit in words, a longer time, a date of the sheet', () => {
    const titles = [
      ...head,
      'Thời hạn',
      'Giấy tờ',
      'Ban sao',
      'Tên khoản thu',
      'Đơn giá',
      'Ngày hiệu lực',
      'Kéo dài đến',
      'Đơn vị kéo dài',
      'Trường hợp kéo dài',
    ];
    const [first, second] = read(
      workbook([
        titles,
        [
          ...birth,
          '05 ngày làm việc',
          'Tờ khai',
          '',
          'Phí bản sao',
          '8.000 đ',
          { number: 46_357, date: true },
          '10',
          'ngày làm việc',
          'phải xác minh',
        ],
        ['', '', '', '', '', 'Giấy chứng sinh', '1', 'Lệ phí', { number: 5000 }],
        ['2.000815', 'Chứng thực bản sao', 'Chứng thực', 'xã', 'Trong ngày', '- Bản chính\n- Bản cần chứng thực', '', 'Không thu'],
      ]),
    );
    expect(first).toMatchObject({
      timeLimit: {
        text: '05 ngày làm việc',
        unit: 'workingDays',
        amount: 5,
        extended: { amount: 10, unit: 'workingDays', ground: 'phải xác minh' },
      },
      documents: [
        { name: 'Tờ khai', copies: 0, required: true },
        { name: 'Giấy chứng sinh', copies: 1 },
      ],
      fee: {
        items: [
          { kind: 'PHI', unitVnd: 8000, unit: 'CASE' },
          { kind: 'LE_PHI', unitVnd: 5000 },
        ],
      },
      validFrom: '2026-12-01',
      provenance: { code: 'CHECK', limit: 'CHECK', papers: 'CHECK', fee: 'CHECK' },
    });
    expect(second).toMatchObject({
      timeLimit: { unit: 'sameDay', amount: null },
      documents: [{ name: 'Bản chính' }, { name: 'Bản cần chứng thực' }],
      fee: { items: [] },
    });
  });
});

describe('[C62] a file that cannot be taken is told with its line, its column and what to do', () => {
  const list = (...rows: readonly (readonly (string | SheetCell)[])[]) =>
    workbook([[...head, 'Hiệu lực từ', 'Số thời hạn', 'Đơn vị thời hạn'], ...rows]);
  test.each<readonly [string, Uint8Array, readonly string[]]>([
    ['empty', bytes(''), ['Tệp trống.']],
    ['only empty rows', bytes('\n,,,\n'), ['Tệp trống.']],
    ['too large', new Uint8Array(tableBytesMax + 1), ['Tệp lớn quá 6 MB']],
    ['a workbook that is no zip', bytes('PK not a zip at all'), ['Tệp không phải bảng tính .xlsx']],
    ['a zip that is cut', workbook([head, birth]).slice(0, 300), ['Tệp không phải bảng tính .xlsx']],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), ['Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu.']],
    ['TCVN3', new Uint8Array(Buffer.from('M\u00b7,T\u00aan thñ tôc,LÜnh vùc\n', 'latin1')), ['Tệp không theo Unicode (có lẽ TCVN3, VNI']],
    [
      'Windows-1258',
      new Uint8Array(Buffer.from('Ma\u00de,Th\u00fa tu\u00f2c,Li\u00denh vu\u00f2c\n', 'latin1')),
      ['Tệp không theo Unicode (có lẽ Windows-1258)'],
    ],
    [
      'letters of TCVN3 in a workbook',
      list(['1.001193', '\u00a7¨ng ký khai sinh', 'Hộ tịch', 'xã']),
      ['Dòng 2, cột “Tên thủ tục”: có “§¨ng ký khai sinh”: chữ theo bảng mã cũ'],
    ],
    [
      'other columns',
      bytes('STT,Họ tên,Ngày sinh\n1,A,2\n'),
      [
        'Không thấy dòng tiêu đề. Cần ít nhất các cột: “Tên thủ tục”, “Lĩnh vực”, “Cấp thực hiện”. Dòng đầu của tệp: STT | Họ tên | Ngày sinh',
      ],
    ],
    ['a column missing', bytes('Mã,Tên thủ tục,Lĩnh vực\n1.001193,A,B\n'), ['Dòng 1: thiếu cột “Cấp thực hiện”']],
    ['a column twice', bytes('Mã,Tên thủ tục,Tên,Lĩnh vực,Cấp\n'), ['Dòng 1: cột “Tên thủ tục” có hai lần']],
    ['no rows', bytes(`${head.join(',')}\n`), ['Tệp không có thủ tục nào']],
    ['an open quote', bytes(`${head.join(',')}\n1.001193,"Đăng ký,Hộ tịch,xã\n`), ['Dòng 2: dấu ngoặc kép']],
    ['merged cells', workbook([head, birth, ['', '', '', '']], { merged: ['B2:B3'] }), ['Dòng 2: các ô B2:B3 bị gộp. Bỏ gộp ô']],
    ['a code twice', list(birth, ['2.000815', 'B', 'C', 'xã'], birth), ['Dòng 4, cột “Mã thủ tục”: “1.001193” đã có ở dòng 2']],
    [
      'a code as a number',
      list([{ number: 2.00081 }, 'B', 'C', 'xã'], [{ number: 1_001_193 }, 'D', 'E', 'xã']),
      [
        'Dòng 2, cột “Mã thủ tục”: có “2.00081”: bảng tính coi mã là số và bỏ số 0 cuối (có lẽ là 2.000810)',
        'Dòng 3, cột “Mã thủ tục”: có “1001193”, thiếu dấu chấm (có lẽ là 1.001193)',
      ],
    ],
    [
      'a date as a number',
      list([...birth, { number: 46_357 }]),
      ['Dòng 2, cột “Hiệu lực từ”: có số “46357”: bảng tính đã đổi ngày thành số (có lẽ là 01/12/2026)'],
    ],
    ['no such day', list([...birth, '31/02/2026']), ['Dòng 2, cột “Hiệu lực từ”: có “31/02/2026”, không phải ngày có thật']],
    [
      'words that mean nothing',
      list(['1.001193', 'A', 'B', 'thôn', '', '5', 'tuần']),
      [
        'Dòng 2, cột “Cấp thực hiện”: có “thôn”, không hiểu. Chỉ dùng: Xã, Huyện, Tỉnh',
        'Dòng 2, cột “Đơn vị thời hạn”: có “tuần”, không hiểu.',
      ],
    ],
    ['a limit without a unit', list([...birth, '', '5']), ['Dòng 2, cột “Đơn vị thời hạn”: còn trống dù có số']],
    ['a formula that broke', list(['1.001193', '#REF!', 'B', 'xã']), ['Dòng 2, cột “Tên thủ tục”: có lỗi công thức “#REF!”']],
    [
      'cells left empty',
      list(['1.001193', '', 'B', '']),
      ['Dòng 2, cột “Tên thủ tục”: còn trống', 'Dòng 2, cột “Cấp thực hiện”: còn trống'],
    ],
    [
      'a paper of no procedure',
      workbook([
        [...head, 'Giấy tờ'],
        ['', '', '', '', 'Tờ khai'],
      ]),
      ['Dòng 2: dòng này không thuộc thủ tục nào'],
    ],
    [
      'a repeated procedure that says something else',
      workbook([
        [...head, 'Giấy tờ'],
        [...birth, 'A'],
        ['1.001193', 'Đăng ký khai sinh', 'Chứng thực', 'Xã', 'B'],
      ]),
      ['Dòng 3, cột “Lĩnh vực”: ghi “Chứng thực”, khác dòng đầu'],
    ],
    [
      'papers and forms that do not pair',
      workbook([
        [...head, 'Giấy tờ', 'Mẫu'],
        [...birth, 'A\nB\nC', 'X\nY'],
      ]),
      ['Dòng 2, cột “Mẫu đơn, tờ khai”: phải để trống hoặc có đúng 3 dòng'],
    ],
    ['broken JSON', bytes('[{"key":'), ['Tệp JSON hỏng']],
    ['JSON of something else', bytes('{"a":1}'), ['Tệp JSON phải là một danh sách thủ tục']],
    [
      'JSON with a member missing',
      bytes(JSON.stringify([{ ...shipped[0], level: 'village' }])),
      ['Thủ tục thứ 1 (1.001193): mục “level” thiếu hoặc sai'],
    ],
    ['JSON with one twice', bytes(JSON.stringify([shipped[0], shipped[0]])), ['Thủ tục thứ 2: “1.001193” đã có ở thứ 1']],
  ])('%s', (_name, file, sentences) => {
    const found = said(file);
    expect(found).toHaveLength(sentences.length);
    for (const [i, sentence] of sentences.entries()) expect(found[i]).toContain(sentence);
  });
});

describe('[C63] publishing: what is new, changed, the same, missing', () => {
  const [first, second, third] = shipped.slice(0, 3) as [(typeof shipped)[0], (typeof shipped)[0], (typeof shipped)[0]];
  const given: readonly CatalogueEntry[] = [
    { ...first, name: 'Tên mới' },
    second,
    { ...first, key: 'moi', code: null, validFrom: undefined },
  ];
  const stored = [first, second, third];

  test('a changed one is a new version from the day of effect; what the file lacks stays, or ends the day before where the file is the whole', () => {
    const kept = planCatalogue(stored, given, { effective, endMissing: false });
    expect(kept).toMatchObject({
      added: [{ key: 'moi' }],
      changed: [{ key: first.key, members: ['name'] }],
      unchanged: 1,
      missing: [{ key: third.key }],
    });
    expect(kept.next.filter((one) => one.key === first.key)).toEqual([
      { ...first, validTo: '2026-11-30' },
      { ...first, name: 'Tên mới', version: 2, validFrom: effective },
    ]);
    expect(kept.next.find((one) => one.key === third.key)).toEqual(third);
    expect(kept.next.find((one) => one.key === 'moi')?.validFrom).toBe(effective);
    const ended = planCatalogue(stored, given, { effective, endMissing: true });
    expect(ended.next.find((one) => one.key === third.key)?.validTo).toBe('2026-11-30');
  });

  test('what a file does not speak of stays: a list of names takes nobody’s papers away; source and sureness only where nothing changed', () => {
    const file = readCatalogueFile(
      workbook([head, [first.code ?? '', 'Tên mới', first.field, 'xã'], [second.code ?? '', second.name, second.field, 'xã']]),
    );
    if (!file.ok) throw new Error('unreadable');
    const { changed, unchanged, next } = planCatalogue(stored, completeEntries(stored, file.value), { effective, endMissing: false });
    expect([changed, unchanged]).toEqual([[{ key: first.key, name: 'Tên mới', members: ['name', 'provenance'] }], 1]);
    expect(next.find((one) => one.version === 2)).toMatchObject({
      documents: first.documents,
      fee: first.fee,
      timeLimit: first.timeLimit,
      provenance: { ...first.provenance, text: 'Theo danh mục của đơn vị, nhập từ tệp', code: 'CHECK' },
    });
  });

  test('what had ended and comes back is a new version, not the old one opened again', () => {
    const { next } = planCatalogue([{ ...first, validTo: '2026-06-30' as PlainDate }], [first], { effective, endMissing: false });
    expect(next.map((one) => [one.version, one.validFrom, one.validTo])).toEqual([
      [1, '2015-01-01', '2026-06-30'],
      [2, effective, undefined],
    ]);
  });
});

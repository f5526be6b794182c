import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { formatCivilDate, parseCivilDate } from './civil-date-input.ts';
import { comparePeople, sortByPerson } from './collate.ts';
import { foldSlowly, foldVietnamese, nfc, toneKey } from './fold.ts';
import { parseMoney } from './money-input.ts';
import { maskIdNumber, maskPhone } from './mask.ts';
import { checkIdNumber, parsePersonalId } from './personal-id.ts';
import { formatPhone, parsePhone } from './phone.ts';
import { looseKey, matchesTokens, searchKey, searchTokens } from './search-key.ts';
import { parseTaxCode } from './tax-code.ts';

describe('[X1] folding', () => {
  test.each([
    ['Nguyễn Thị Thùy Dương', 'nguyen thi thuy duong'],
    ['ĐẶNG ĐÌNH  ĐỨC ', 'dang dinh duc'],
    ['Phú Hoà', 'phu hoa'],
    ['Phú Hòa', 'phu hoa'],
    ['Trừng Xá'.normalize('NFD'), 'trung xa'],
    ['\u00a0 Ưu  tiên\t', 'uu tien'],
    ['', ''],
    ['   ', ''],
    ['東京 Đồ', '東京 do'],
  ])('%s → %s', (text, folded) => expect(foldVietnamese(text)).toBe(folded));

  test('the fast road answers as the slow one, for any text and both Unicode forms', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aăâeêioôơuưyđĐẶựỡỹÁÈ xbz0\t|ßİœ\u0301\u0323😀') });
    fc.assert(
      fc.property(letters, (text) => void expect(foldVietnamese(text)).toBe(foldSlowly(text))),
      { seed: 1, numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void expect(foldVietnamese(text)).toBe(foldSlowly(text))),
      { seed: 2, numRuns: 2000 },
    );
    fc.assert(
      fc.property(letters, (text) => void expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text.normalize('NFC')))),
      { seed: 3 },
    );
  });

  test('tone placement is levelled only where both spellings exist', () => {
    expect(toneKey('Phú Hoà')).toBe(toneKey('Phú Hòa'));
    expect(toneKey('Thuý')).toBe(toneKey('Thúy'));
    expect(toneKey('Hoè')).toBe(toneKey('hòe'));
    expect(toneKey('hoàn quý')).toBe('hoàn quý');
    expect(toneKey('Hoa')).not.toBe(toneKey('Hoà'));
    expect(nfc(' Bắc  Ninh '.normalize('NFD'))).toBe('Bắc Ninh');
  });
});

test('[X2] people sort by given name, then family and middle names, in Vietnamese order', () => {
  const people = ['Trần Văn Đức', 'Nguyễn Văn Dũng', 'Lê Thị An', 'Nguyễn Thị An', 'Phạm Ánh', 'Đỗ Văn An', 'Nguyễn Văn Ân', 'Dũng'];
  expect(sortByPerson(people, (name) => name)).toEqual([
    'Đỗ Văn An',
    'Lê Thị An',
    'Nguyễn Thị An',
    'Phạm Ánh',
    'Nguyễn Văn Ân',
    'Dũng',
    'Nguyễn Văn Dũng',
    'Trần Văn Đức',
  ]);
  const tones = ['mạ', 'má', 'mã', 'mả', 'mà', 'ma'];
  expect([...tones].sort(comparePeople)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ']);
});

test('[X3] every typed word begins some word of the text', () => {
  const key = searchKey('Nguyễn Thị Thùy Dương');
  expect(matchesTokens(key, searchTokens('duong ngu'))).toBe(true);
  expect(matchesTokens(key, searchTokens('uong'))).toBe(false);
  expect(matchesTokens(key, searchTokens(''))).toBe(true);
  expect(matchesTokens(looseKey(searchKey('Lý Mỹ')), searchTokens('li mi'))).toBe(true);
});

test('[X4] masks', () => {
  expect(maskIdNumber('027190001234')).toBe('027•••••1234');
  expect(maskIdNumber('125123456')).toBe('••••••456');
  expect(maskIdNumber('12')).toBe('•2');
  expect(maskPhone('0987654321')).toBe('•••••••321');
});

describe('[X5] numbers of identity papers', () => {
  test('structure of a personal number', () => {
    expect(parsePersonalId('037153000257')).toEqual({
      ok: true,
      value: { number: '037153000257', provinceCode: '037', province: 'Ninh Bình', abroad: false, sex: 'FEMALE', birthYear: 1953 },
    });
    expect(parsePersonalId('027 205 001 234')).toMatchObject({ value: { province: 'Bắc Ninh', sex: 'MALE', birthYear: 2005 } });
    expect(parsePersonalId('02719000123')).toEqual({ ok: false, error: { code: 'id/length', found: 11, expected: [12] } });
    expect(parsePersonalId('02719000123x')).toMatchObject({ error: { code: 'id/not-digits' } });
    expect(parsePersonalId(' ')).toMatchObject({ error: { code: 'id/empty' } });
  });

  test('what differs from the declaration warns', () => {
    const warnings = (number: string, declared: object) => {
      const result = checkIdNumber('CCCD', number, declared);
      return result.ok ? result.value.warnings.map((one) => one.code) : result.error.code;
    };
    expect(warnings('027090001234', { birthDate: '1990-02-05', sex: 'MALE' })).toEqual([]);
    expect(warnings('027190001234', { birthDate: '1991', sex: 'MALE' })).toEqual(['id/sex-differs', 'id/birth-year-differs']);
    expect(warnings('003090001234', {})).toEqual(['id/province-unknown']);
    expect(warnings('120090001234', {})).toEqual([]);
  });

  test('other papers', () => {
    expect(checkIdNumber('CMND', '125 123 456')).toMatchObject({ value: { number: '125123456', warnings: [] } });
    expect(checkIdNumber('CMND', '1251234567')).toMatchObject({ error: { code: 'id/length', expected: [9, 12] } });
    expect(checkIdNumber('PASSPORT', 'c1234567')).toMatchObject({ value: { number: 'C1234567', warnings: [] } });
    expect(checkIdNumber('PASSPORT', 'X-77')).toMatchObject({ value: { warnings: [{ code: 'id/passport-shape' }] } });
  });
});

test.each([
  ['0100233488', '0100233488'],
  ['0314409058-002', '0314409058-002'],
  ['0314409058002', '0314409058-002'],
  ['0100112437', '0100112437'],
  ['0312687878-001', '0312687878-001'],
  ['027190001234', '027190001234'],
  ['0100233480', 'tax/check-digit'],
  ['0312687878-000', 'tax/branch'],
  ['0100000000', 'tax/format'],
  ['12345', 'tax/format'],
])('[X6] tax code %s → %s', (text, expected) => {
  const result = parseTaxCode(text);
  expect(result.ok ? result.value.code : result.error.code).toBe(expected);
});

test.each([
  ['0987 654 321', '0987654321'],
  ['+84987654321', '0987654321'],
  ['0084 987654321', '0987654321'],
  ['84987654321', '0987654321'],
  ['01687654321', '0387654321'],
  ['01201234567', '0701234567'],
  ['01991234567', '0591234567'],
  ['0222 3867 123', '02223867123'],
  ['+84 222 3867123', '02223867123'],
  ['0241867123', 'phone/length'],
  ['01111234567', 'phone/prefix'],
  ['0187654321', 'phone/prefix'],
  ['098765432', 'phone/length'],
  ['không có', 'phone/not-digits'],
  ['', 'phone/empty'],
])('[X7] phone %s → %s', (text, expected) => {
  const result = parsePhone(text);
  expect(result.ok ? result.value.number : result.error.code).toBe(expected);
});

test('[X7] written form', () => {
  expect(formatPhone('0987654321')).toBe('0987 654 321');
  expect(formatPhone('02223867123')).toBe('0222 3867 123');
  expect(formatPhone('02438671234')).toBe('024 3867 1234');
});

test.each([
  ['5/2/1990', '1990-02-05'],
  ['05021990', '1990-02-05'],
  ['5-2-90', '1990-02-05'],
  ['5.2.26', '2026-02-05'],
  ['050290', '1990-02-05'],
  ['1990-2-5', '1990-02-05'],
  ['5 2 1990', '1990-02-05'],
  ['1990', '1990'],
  ['2/1990', '1990-02'],
  ['29/02/2000', '2000-02-29'],
  ['31/02/1990', 'date/impossible'],
  ['29021900', 'date/impossible'],
  ['5/13/1990', 'date/impossible'],
  ['5/0/1990', 'date/impossible'],
  ['24/11/2026', 'date/future'],
  ['2027', 'date/future'],
  ['mai', 'date/format'],
  ['5/2', 'date/format'],
  [' ', 'date/empty'],
])('[X8] date typed %s → %s', (typed, expected) => {
  const result = parseCivilDate(typed, { today: '2026-11-23' as PlainDate, partial: true });
  expect(result.ok ? result.value.text : result.error.code).toBe(expected);
});

test('[X8] without a reference day or where a full date is needed', () => {
  expect(parseCivilDate('5/2/90')).toMatchObject({ error: { code: 'date/two-digit-year' } });
  expect(parseCivilDate('1990')).toMatchObject({ error: { code: 'date/incomplete' } });
  expect(parseCivilDate('5/2/2030')).toEqual({ ok: true, value: { text: '2030-02-05', date: '2030-02-05' } });
  expect(['1990-02-05', '1990-02', '1990'].map(formatCivilDate)).toEqual(['05/02/1990', '02/1990', '1990']);
});

test.each([
  ['00/00/1960', '1960'],
  ['00001960', '1960'],
  ['0/0/1960', '1960'],
  ['00/05/1960', '1960-05'],
  ['00051960', '1960-05'],
  ['00/1960', '1960'],
  ['05/00/1960', 'date/impossible'],
  ['00/13/1960', 'date/impossible'],
])('[X80] case I4: zeros for what old papers do not say: %s → %s', (typed, expected) => {
  const result = parseCivilDate(typed, { today: '2026-11-26' as PlainDate, partial: true });
  expect(result.ok ? result.value.text : result.error.code).toBe(expected);
  expect(parseCivilDate(typed, { today: '2026-11-26' as PlainDate }).ok).toBe(false);
});

test.each([
  ['27/11/26', 'date/future'],
  ['271126', 'date/future'],
  ['01/12/26', 'date/future'],
  ['26/11/26', '2026-11-26 2026'],
  ['01/01/01', '2001-01-01 2001'],
  ['01/01/27', '1927-01-01 1927'],
  ['5.2.90', '1990-02-05 1990'],
  ['05/02/1990', '1990-02-05 undefined'],
])(
  '[X81] case I5: a two-digit year is read as the past, a later day of this year as the future, and what was read is told: %s → %s',
  (typed, expected) => {
    const result = parseCivilDate(typed, { today: '2026-11-26' as PlainDate, partial: true });
    expect(result.ok ? `${result.value.text} ${result.value.readYear}` : result.error.code).toBe(expected);
  },
);

test.each([
  ['15/12/26', '2026-12-15'],
  ['26/11/2026', '2026-11-26'],
  ['25/11/2026', 'date/past'],
  ['15/12/25', 'date/past'],
  ['31/11/2026', 'date/impossible'],
])('[X82] a day to come: %s → %s', (typed, expected) => {
  const result = parseCivilDate(typed, { earliest: '2026-11-26' as PlainDate });
  expect(result.ok ? result.value.text : result.error.code).toBe(expected);
});

test.each([
  ['15.000,00', 15_000],
  ['15,000.00', 15_000],
  ['15.000,0', 15_000],
  ['15000,00', 15_000],
  ['15 000,00 đ', 15_000],
  ['15.000', 15_000],
  ['15,000', 15_000],
  ['15\u00a0000 đồng', 15_000],
  ['1.500.000 VNĐ', 1_500_000],
  ['1.500.000,00', 1_500_000],
  ['0', 0],
  ['', undefined],
  ['15.000,50', 'wrong'],
  ['15,00', 'wrong'],
  ['15.00', 'wrong'],
  ['1.5000', 'wrong'],
  ['15.000.00', 'wrong'],
  ['15.000,000', 'wrong'],
  ['15,000,00', 'wrong'],
  ['1.500 000', 'wrong'],
  ['-15.000', 'wrong'],
  ['15k', 'wrong'],
  ['đồng', 'wrong'],
])('[X83] case I1: money "%s" → %s', (typed, expected) => {
  expect(parseMoney(typed)).toBe(expected);
});

test.each(['0314409058–002', '0314409058—002', '0314409058\u2011002', '0314409058\u2212002', '0314409058 - 002', '0314409058\u200b-002'])(
  '[X84] case I3: a tax code with whatever dash: %s',
  (typed) => {
    expect(parseTaxCode(typed)).toMatchObject({ ok: true, value: { code: '0314409058-002' } });
  },
);

test('[X84] numbers of papers and phones with dashes and characters that nobody sees', () => {
  expect(parsePhone('0987–654–321\u200b')).toMatchObject({ value: { number: '0987654321' } });
  expect(checkIdNumber('CCCD', '027-190-001-234')).toMatchObject({ value: { number: '027190001234' } });
  expect(checkIdNumber('OTHER', 'GXN-12/2026')).toMatchObject({ value: { number: 'GXN-12/2026' } });
  expect(parseCivilDate('05–02–1990')).toMatchObject({ value: { text: '1990-02-05' } });
});

test.each([
  ['\u00D0ỗ Văn \u00D0ạt', 'do van dat'],
  ['\u0189ỗ Văn \u0189ạt', 'do van dat'],
  ['\u00F0ỗ \u0256ạt', 'do dat'],
  ['Y \u0243ăn', 'y ban'],
])('[X85] case F5: letters that only look like Đ fold like it: %s', (name, folded) => {
  expect(foldVietnamese(name)).toBe(folded);
  expect(foldSlowly(name)).toBe(folded);
  expect(searchTokens(name).join(' ')).toBe(folded);
});

test('[X86] D stands before Đ, and what only looks like Đ stands with it', () => {
  const names = ['Đạt', '\u00D0an', 'Dũng', 'Đức', 'Dạ', 'Em'].map((given) => `Nguyễn Văn ${given}`);
  expect(sortByPerson(names, (name) => name).map((name) => name.split(' ')[2])).toEqual(['Dạ', 'Dũng', '\u00D0an', 'Đạt', 'Đức', 'Em']);
});

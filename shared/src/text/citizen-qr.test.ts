import { describe, expect, test } from 'vitest';
import { looksLikeCitizenQr, parseCitizenQr } from './citizen-qr.ts';

const card = '027090001234|125123456|Nguyễn Văn An|05021990|Nam|Thôn A, An Thịnh, Lương Tài, Bắc Ninh|15042021';

function outcome(text: string): unknown {
  const result = parseCitizenQr(text);
  if (result.ok) return result.value;
  return 'damage' in result.error ? `${result.error.code} ${result.error.damage}` : result.error.code;
}

describe('[X9] identity card QR', () => {
  test('seven fields', () => {
    expect(outcome(card)).toEqual({
      idNumber: '027090001234',
      oldIdNumber: '125123456',
      fullName: 'Nguyễn Văn An',
      birthDate: '1990-02-05',
      sex: 'MALE',
      address: 'Thôn A, An Thịnh, Lương Tài, Bắc Ninh',
      issuedOn: '2021-04-15',
      unread: [],
      doubts: [],
    });
  });

  test.each([
    ['carriage return and line feed', `${card}\r\n`],
    ['a trailing separator', `${card}|`],
    ['more fields, as on the 2024 card', `${card}|Nguyễn Văn Cha|Trần Thị Mẹ||x`],
    ['NFD text', card.normalize('NFD')],
    ['a byte order mark and spaces', `\uFEFF ${card.replaceAll('|', ' | ')}`],
  ])('tolerates %s', (_, text) =>
    expect(outcome(text)).toMatchObject({ idNumber: '027090001234', fullName: 'Nguyễn Văn An', issuedOn: '2021-04-15' }),
  );

  test('an empty old number, six fields, partial birth dates', () => {
    expect(outcome('027190001234||Trần Thị Bưởi|00021990|Nữ|Lâm Thao, Lương Tài, Bắc Ninh')).toEqual({
      idNumber: '027190001234',
      oldIdNumber: undefined,
      fullName: 'Trần Thị Bưởi',
      birthDate: '1990-02',
      sex: 'FEMALE',
      address: 'Lâm Thao, Lương Tài, Bắc Ninh',
      issuedOn: undefined,
      unread: ['issuedOn'],
      doubts: [],
    });
    expect(outcome(card.replace('05021990', '1990'))).toMatchObject({ birthDate: '1990' });
    expect(outcome(card.replace('05021990', '00001990'))).toMatchObject({ birthDate: '1990' });
  });

  test.each([
    ['', 'qr/empty'],
    ['https://example.vn/abc', 'qr/not-a-card'],
    ['027090001234|125123456|', 'qr/too-few-fields'],
    [card.replace('027090001234', '02709000123'), 'qr/id-number'],
    [card.replace('027090001234', '02709000123O'), 'qr/id-number'],
    [card.replace('Nguyễn Văn An', ''), 'qr/name-missing'],
  ])('refuses %s as %s', (text, code) => expect(outcome(text)).toBe(code));
});

describe('[X10] a keyboard with an input method', () => {
  test.each([
    ['VNI strokes', '027090001234|125123456|Nguye64n Va8n An|05021990|Nam|Tho6n A, An Thi5nh, Lu7o7ng Ta2i, Ba81c Ninh|15042021', 'VNI'],
    ['VNI strokes in the sex', card.replace('|Nam|', '|Nu74|'), 'VNI'],
    ['VNI only in the address', '027090001234||Le An|05021990|Nam|Tho6n 3, An Thi5nh|15042021', 'VNI'],
    [
      'Telex strokes',
      '027090001234|125123456|Nguyeexn Vawn An|05021990|Nam|Thoon A, An Thijnh, Luwowng Taif, Bawcs Ninh|15042021',
      'TELEX',
    ],
    ['Telex strokes in the sex', card.replace('|Nam|', '|Nuwx|'), 'TELEX'],
    ['doubled vowels', card.replace('Nguyễn', 'Nguyêễn'), 'TELEX'],
    ['doubled vowels in the address', card.replace('Thôn', 'Thôon'), 'TELEX'],
    ['| typed as \\', card.replaceAll('|', '\\'), 'SEPARATOR'],
    ['| typed as ~', card.replaceAll('|', '~'), 'SEPARATOR'],
    ['| swallowed', card.replaceAll('|', ''), 'SEPARATOR'],
    ['letters lost', card.replace('Nguyễn', 'Nguy?n'), 'CHARACTERS'],
    ['replacement characters', card.replace('Nguyễn', 'Nguy\uFFFDn'), 'CHARACTERS'],
  ])('%s', (_, text, damage) => expect(outcome(text)).toBe(`qr/keyboard-method ${damage}`));

  test.each([
    'Nguyễn Thị Thùy Dương',
    'Quách Thị Oanh',
    'Huỳnh Khuỷu',
    'Phạm Xoong',
    'Y Blăm Êban',
    "H'Wơn Niê",
    'Michael Nguyễn',
    'Vũ Đoòng',
    'Lê Hoo',
  ])('leaves the real name %s alone', (name) => {
    expect(outcome(card.replace('Nguyễn Văn An', name))).toMatchObject({ fullName: name });
    expect(outcome(card.replace('Nguyễn Văn An', name.toUpperCase()))).toMatchObject({ fullName: name.toUpperCase() });
  });

  test('leaves real addresses alone', () => {
    for (const address of [
      'Số 12A2, KĐT Foresa, Xuân Phương, Hà Nội',
      'Thôn 3, Ea Ktur, Cư Kuin, Đắk Lắk',
      'Tổ 5B, Thứa, Lương Tài, Bắc Ninh',
      'P302 CT1, Royal City, Hà Nội',
    ]) {
      expect(outcome(card.replace('Thôn A, An Thịnh, Lương Tài, Bắc Ninh', address))).toMatchObject({ address });
    }
  });
});

test('[X9] what is a card, also a damaged one, and what is not', () => {
  expect([card, `]Q1${card}`, `\u0002${card}\u0003`, card.replaceAll('|', '~'), card.slice(0, 30)].map(looksLikeCitizenQr)).toEqual(
    Array.from({ length: 5 }, () => true),
  );
  for (const text of ['Nguyễn Văn An', '027090001234', '027090001234|', '000.12.31.H05-261126-0001', 'Thôn 12 nhà 027, số 0912345678'])
    expect(looksLikeCitizenQr(text), text).toBe(false);
});

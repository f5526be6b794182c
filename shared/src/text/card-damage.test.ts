/** Cards as scanners, keyboards and code pages leave them; rules X60–X64 in tests/rules/catalogue.md. Nobody in here is real. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citizenQrText, randomPerson } from '../../../tests/support/people.ts';
import { drawFrom } from '../../../tests/support/sample-dossiers.ts';
import { type CitizenCard, parseCitizenQr } from './citizen-qr.ts';
import { nfc } from './fold.ts';
import { checkIdNumber } from './personal-id.ts';

const place = 'Thôn A, An Thịnh, Lương Tài, Bắc Ninh';
const cardOf = (name: string, address = place) => `027160001234||${name}|03051960|Nam|${address}|15042021`;
const card = cardOf('Nguyễn Văn Bưởi');

function read(text: string): CitizenCard {
  const result = parseCitizenQr(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
function damage(text: string): string | undefined {
  const result = parseCitizenQr(text);
  if (result.ok) return undefined;
  return result.error.code === 'qr/keyboard-method' ? result.error.damage : result.error.code;
}
const isSilent = (one: CitizenCard) => one.unread.length === 0 && one.doubts.length === 0;
/** What the officer is told, in short: taken without a word, with one, or refused. */
function outcome(text: string): string {
  const result = parseCitizenQr(text);
  if (!result.ok) return 'refused';
  return isSilent(result.value) ? 'taken' : 'asked';
}

const bytes = (text: string) => new TextEncoder().encode(text);
const readAs = (label: string) => (text: string) => new TextDecoder(label).decode(bytes(text));
const readAsLatin1 = (text: string) => [...bytes(text)].map((byte) => String.fromCharCode(byte)).join('');
const turn = (letter: string) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase());
const capsLock = (text: string) => text.replace(/\p{L}/gu, turn);
const capsLockOnKeys = (text: string) => text.replace(/[A-Za-z]/g, turn);
const dropMarked = (text: string) => text.replace(/\P{ASCII}/gu, '');
const dropMarks = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

const telexTones = ['\u0301', 's', '\u0300', 'f', '\u0309', 'r', '\u0303', 'x', '\u0323', 'j'];
const vniTones = ['\u0301', '1', '\u0300', '2', '\u0309', '3', '\u0303', '4', '\u0323', '5'];
/** The strokes of a word; the tone after its vowel or at the end of the word, as engines and scanners write them. */
function strokes(tones: readonly string[], hat: (base: string) => string, horn: string, breve: string, bar: string, toneLast: boolean) {
  return (word: string): string => {
    let last = '';
    let out = '';
    for (const letter of word.normalize('NFC')) {
      const [base = '', ...marks] = [...letter.normalize('NFD')];
      out += base === 'đ' || base === 'Đ' ? (base === 'đ' ? 'd' : 'D') + bar : base;
      for (const mark of marks) {
        const tone = tones.indexOf(mark);
        if (tone >= 0 && toneLast) last = tones[tone + 1] ?? '';
        else if (tone >= 0) out += tones[tone + 1];
        else out += mark === '\u0302' ? hat(base) : mark === '\u031B' ? horn : breve;
      }
    }
    return out + last;
  };
}
const methods = [false, true].flatMap((toneLast) => [
  strokes(telexTones, (base) => base.toLowerCase(), 'w', 'w', 'd', toneLast),
  strokes(vniTones, () => '6', '7', '8', '9', toneLast),
]);
/** Strokes in the words that are chosen; the others came through. */
const leaveStrokes = (text: string, method: (word: string) => string, isLeft: (index: number) => boolean) => {
  let index = 0;
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => (isLeft(index++) ? method(word) : word));
};

const people = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((seed) => {
  const person = randomPerson(drawFrom(seed));
  return { person, text: citizenQrText({ ...person, idNumber: person.idNumber.padStart(12, '0').slice(-12) }) };
});

describe('a good card', () => {
  const framings = [
    (text: string) => text,
    (text: string) => `]Q1${text}`,
    (text: string) => `]d2${text}\r\n`,
    (text: string) => `P01${text}\t`,
    (text: string) => `\u0002${text}\u0003`,
    (text: string) => `\u0001\u0002]Q3${text}\u0003\u0004`,
    (text: string) => `\uFEFF${text}\u0004\r`,
    (text: string) => text.normalize('NFD'),
  ];
  test('[X60] is taken whole and without a word, whatever frames it and whatever cannot be seen in it', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...framings),
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('\u200B', '\u200D', '\u00AD', '\u2060', '\uFEFF', '\u202A')),
          {
            maxLength: 4,
          },
        ),
        ({ person, text }, frame, seeds) => {
          const strewn = seeds.reduce((all, [at, character]) => {
            const index = Math.floor(at * all.length);
            return all.slice(0, index) + character + all.slice(index);
          }, text);
          const taken = read(frame(strewn));
          expect(taken).toMatchObject({ fullName: person.fullName, address: person.address, birthDate: person.birthDate, sex: person.sex });
          expect(isSilent(taken)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  test.each([
    ['case S6', `]Q1${card}`],
    ['case S13: STX and ETX', `\u0002${card}\u0003`],
    ['case S13: EOT', `${card}\u0004`],
    ['case S17: without the field of the old number', card.replace('||', '|')],
  ])('[X60] %s', (_, text) => {
    expect(read(text)).toMatchObject({ idNumber: '027160001234', fullName: 'Nguyễn Văn Bưởi', address: place, issuedOn: '2021-04-15' });
    expect(outcome(text)).toBe('taken');
  });

  test('[X60] case S14: what cannot be seen is dropped; where it stood for a space there is one', () => {
    const hidden = ['Nguyễn\u200BVăn\u200BAn', 'Nguyễn\u00A0Văn\u00AD An', 'NGUYỄN\u200BVĂN\u200BAN', 'Ngu\u200Byễn Văn\u2060 An\uFEFF'];
    expect(hidden.map((name) => read(cardOf(name)).fullName)).toEqual(['Nguyễn Văn An', 'Nguyễn Văn An', 'NGUYỄN VĂN AN', 'Nguyễn Văn An']);
    expect(hidden.map(nfc)).toEqual(['Nguyễn Văn An', 'Nguyễn Văn An', 'NGUYỄN VĂN AN', 'Nguyễn Văn An']);
    expect(checkIdNumber('CCCD', '027\u200B160\u00AD001234')).toMatchObject({ ok: true, value: { number: '027160001234' } });
  });

  test.each([
    'Alexander James Cooper',
    'Nguyễn McDonald',
    'José García',
    'Nguyen Thi Hoa',
    'Y Ƀlăm Êban',
    'H’Bŭč Kpă',
    "H'Wơn Niê",
    'Rơ Châm H’Nhung',
    'Ng Thị Hà',
    'Kpă Y Lêh',
    'Nguyễn thị Hoa',
    'ĐẶNG THÙY DƯƠNG',
  ])('[X61] case S5: %s with a Vietnamese address is taken without a word', (name) => {
    expect(read(cardOf(name)).fullName).toBe(name);
    expect(outcome(cardOf(name))).toBe('taken');
  });

  test.each([
    ['Li Wei', '12 Main Street, London'],
    ['Li Wei', 'Blk 5 Moor Road, Room 12, Singapore'],
    ['Max Müller', place],
    ['Lee Boon Rees', place],
    ['Phạm Xoong', place],
    ['Le An', 'Kon Tum, Kon Tum'],
  ])('[X61] case S5: %s of %s is taken, with a word to compare', (name, address) => {
    expect(read(cardOf(name, address))).toMatchObject({ fullName: name, address });
    expect(outcome(cardOf(name, address))).toBe('asked');
  });

  test('[X61] addresses as they are written are taken without a word', () => {
    for (const address of [
      'Số 12A2, KĐT Foresa, Xuân Phương, Hà Nội',
      'Lô A1, Khu2, TDP3, TT. Thứa, Lương Tài',
      'P302 CT1, Royal City, 72A Nguyễn Trãi – Hà Nội',
      'TỔ 5B, KP 3, P. TÂN BIÊN, TP BIÊN HÒA, ĐỒNG NAI',
      'Tổ5, Xóm2, XÃ Phú Hòa',
      'Buôn Krông B, Ea Tu, Đắk Lắk',
    ])
      expect(outcome(cardOf('Nguyễn Văn An', address)), address).toBe('taken');
  });
});

describe('a damaged card', () => {
  test.each([
    ['letters with marks dropped', dropMarked],
    ['marks dropped', dropMarks],
    ['letters with marks as ?', (text: string) => text.replace(/\P{ASCII}/gu, '?')],
    ['only what code page 1252 has', (text: string) => text.replace(/[\u0100-\uFFFF]/g, '')],
    ['UTF-8 as Windows-1252', readAs('windows-1252')],
    ['UTF-8 as Windows-1258', readAs('windows-1258')],
    ['UTF-8 as Latin-1', readAsLatin1],
    ['UTF-8 as Latin-1, control characters swallowed', (text: string) => readAsLatin1(text).replace(/[\u0080-\u009F]/g, '')],
  ])('[X62] is never taken silently: %s', (_, spoil) => {
    fc.assert(
      fc.property(people, ({ text }) => {
        // An address always has letters with marks, so every card is spoilt.
        expect(outcome(spoil(text)), spoil(text)).not.toBe('taken');
      }),
      { numRuns: 300 },
    );
  });

  test('[X62] is never taken silently: strokes of Telex or VNI left in all or some of its words', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...methods),
        fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 6 }),
        ({ text }, method, left) => {
          // Words without marks are the same in every method.
          const some = leaveStrokes(text, method, (index) => left.includes(index));
          const all = leaveStrokes(text, method, () => true);
          expect(outcome(some) === 'taken', some).toBe(some === text);
          expect(outcome(all), all).toBe('refused');
        },
      ),
      { numRuns: 600 },
    );
  });

  test.each([
    ['all letters', capsLock],
    ['keys only, letters sent by code come through', capsLockOnKeys],
  ])('[X63] case S3: Caps Lock over %s is put right', (_, spoil) => {
    fc.assert(
      fc.property(people, fc.boolean(), ({ person, text }, capitals) => {
        const printed = capitals ? text.replace(person.fullName, person.fullName.toUpperCase()) : text;
        expect(read(spoil(printed))).toEqual(read(printed));
      }),
      { numRuns: 200 },
    );
    expect(read(spoil(card))).toMatchObject({ fullName: 'Nguyễn Văn Bưởi', address: place, sex: 'MALE' });
  });

  test.each([
    ['case S1: letters never came', dropMarked(card), 'LETTERS'],
    ['case S2: UTF-8 as Windows-1252', readAs('windows-1252')(card), 'CHARACTERS'],
    ['case S2: a control character inside the name', card.replace('Văn', 'V\u0008ăn'), 'CHARACTERS'],
    ['case S2: code page 1258 shown as 1252', cardOf('NguyêÞn Vãn BýõÒi', 'Thôn A, An Thiònh, Lýõng Tài'), 'CHARACTERS'],
    ['case S2: code page 1258 shown as 1252, two tones in one word', cardOf('Lýõng Vãn An'), 'CHARACTERS'],
    ['case S2: only à and a space without break', cardOf('HoÃ\u00A0ng HÃ\u00A0'), 'CHARACTERS'],
    ['case S2: TCVN3', cardOf('NguyÔn V¨n An'), 'CHARACTERS'],
    ['case S4: VNI in the address', cardOf('Nguyễn Vawn Bưởi', 'Tho6n A, An Thi5nh, Lương Tài'), 'VNI'],
    ['case S4: Telex in name and address', cardOf('Nguyễn Vawn Bưởi', 'Thoon A, An Thịnh, Lương Tài'), 'TELEX'],
    ['digits through a French layout', `àéè&_àààé"'|||Bưởi|àà|Nam`, 'SEPARATOR'],
    ['digits through the Vietnamese layout', 'đâ\u0303ă\u0309|x', 'SEPARATOR'],
    ['case S9: a health insurance card', 'DN4270012345678|4e677579e1bb856e|03/05/1960|1|4c61|27-001|', 'qr/not-a-card'],
  ])('[X62] %s is refused with its cause', (_, text, cause) => expect(damage(text)).toBe(cause));

  test('[X62] case S4: the one word that Telex missed is named', () => {
    expect(read(cardOf('Nguyễn Vawn Bưởi')).doubts).toEqual([{ kind: 'word', word: 'Vawn' }]);
    expect(read(cardOf('Nguyễn Văn Bưởi', 'Thôn A, An Thinhj, Lương Tài')).doubts).toEqual([{ kind: 'word', word: 'Thinhj' }]);
  });
});

describe('a card with a field that cannot be read', () => {
  test.each([
    ['case S16: a date without zeros is read', card.replace('03051960', '1/5/1960'), [], { birthDate: '1960-05-01' }],
    ['an impossible date of birth', card.replace('03051960', '31021960'), ['birthDate'], { fullName: 'Nguyễn Văn Bưởi', address: place }],
    ['no date of birth', card.replace('03051960', ''), ['birthDate'], { birthDate: undefined }],
    ['a sex that is none', card.replace('|Nam|', '|Nm|'), ['sex'], { sex: undefined }],
    ['no address', card.replace(place, ''), ['address'], { fullName: 'Nguyễn Văn Bưởi' }],
    ['no date of issue', card.replace('|15042021', ''), ['issuedOn'], { address: place }],
    ['an old number that is none', card.replace('||', '|12512345|'), ['oldIdNumber'], { oldIdNumber: undefined }],
  ])('[X64] is taken, and the officer is asked for that field: %s', (_, text, unread, rest) => {
    expect(read(text)).toMatchObject({ idNumber: '027160001234', ...rest });
    expect(read(text).unread).toEqual(unread);
  });
});

/**
 * Vietnamese text for comparing and searching (domain §7.5). `nfc` is the stored form. `foldVietnamese` is the search form: no marks, đ → d,
 * lower case, single spaces; tone placement (hoà/hòa) and Unicode form (NFC/NFD) fall together. `toneKey` keeps the marks and only levels
 * tone placement, for comparing catalogue names. A person's name is never rewritten by any of these.
 */

import { dropInvisible } from './invisible.ts';

const marks = /[\u0300-\u036f]/g;
/** Đ, and the Icelandic and African letters that look like it and come from old fonts and foreign keyboards: Ð, Ɖ. */
const strokedD = /[đĐ\u00D0\u00F0\u0189\u0256]/g;
const strokedB = /[\u0180\u0243]/g;

export function nfc(text: string): string {
  return dropInvisible(text).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * 50,000 names are folded when the application starts, so each character is a table look-up; only text with characters beyond the table
 * takes the slow road, and both roads give the same answer (tested).
 */
export function foldVietnamese(text: string): string {
  let out = '';
  let space = true;
  for (let i = 0; i < text.length; i++) {
    const folded = foldedByCode[text.charCodeAt(i)];
    if (folded === undefined) return foldSlowly(text);
    if (folded === ' ') {
      if (!space) out += ' ';
      space = true;
    } else if (folded !== '') {
      out += folded;
      space = false;
    }
  }
  return space && out !== '' ? out.slice(0, -1) : out;
}

export function foldSlowly(text: string): string {
  return dropInvisible(text)
    .normalize('NFD')
    .replace(marks, '')
    .replace(strokedD, 'd')
    .replace(strokedB, 'b')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Characters of Latin text with Vietnamese letters, spaces and combining marks → folded; '' = dropped, undefined = the slow road. */
const foldedByCode: readonly (string | undefined)[] = buildTable();

function buildTable(): (string | undefined)[] {
  const table: (string | undefined)[] = Array.from({ length: 0x1f00 }, () => undefined);
  const fill = (from: number, to: number) => {
    for (let code = from; code <= to; code++) {
      const char = String.fromCharCode(code);
      const folded = /\s/.test(char) ? ' ' : foldSlowly(char);
      if (folded.length <= 1) table[code] = folded;
    }
  };
  fill(0x00, 0x24f);
  fill(0x1e00, 0x1eff);
  for (let code = 0x300; code <= 0x36f; code++) table[code] = '';
  return table;
}

const newStyleToOld: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['o', 'òóỏõọ', 'a', 'àáảãạ'],
      ['o', 'òóỏõọ', 'e', 'èéẻẽẹ'],
      ['u', 'ùúủũụ', 'y', 'ỳýỷỹỵ'],
    ] as const
  ).flatMap(([first, firstToned, second, secondToned]) =>
    [...secondToned].map((toned, tone) => [`${first}${toned}`, `${[...firstToned][tone]}${second}`]),
  ),
);

/** Comparable with marks: `Phú Hoà` = `Phú Hòa`, `Thuý` = `Thúy`; `hoàn` and `quý` have one spelling only and are left. */
export function toneKey(text: string): string {
  return nfc(text)
    .toLowerCase()
    .replace(/(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, (pair) => newStyleToOld[pair] ?? pair);
}

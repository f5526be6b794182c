/** Turns what an officer typed into a test of one row and, where the text is rare enough, a short list of candidates. */
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { looseKey } from '@onestop/shared/text/search-key.ts';
import { isSlipOf } from '@onestop/shared/text/slip.ts';
import type { DigitBuckets } from './digit-buckets.ts';
import type { NamePostings } from './name-postings.ts';

export interface TextQuery {
  readonly matches: (row: DossierRow, foldedName: string) => boolean;
  /** undefined: too common to list; the caller walks its order and stops early. */
  readonly candidates: readonly (readonly number[])[] | undefined;
}

export interface SearchParts {
  readonly names: NamePostings;
  readonly digits: Pick<DigitBuckets, 'candidates'>;
  readonly foldWord: (word: string) => string;
}

/** Above this many postings a walk from the newest row finds enough matches sooner. */
const postingsMax = 8_000;

/** undefined where nothing was typed. `near` reads names past i for y and one slipped letter; numbers are never loosened. */
export function matchesOf(text: string | undefined, parts: SearchParts, near = false): TextQuery | undefined {
  const words = wordsTyped(text ?? '');
  if (words.length === 0) return undefined;
  const nameTokens: string[] = [];
  const digitTokens: string[] = [];
  for (const word of words) {
    if (/\d/.test(word)) digitTokens.push(word.toUpperCase());
    else
      nameTokens.push(
        ...word
          .split(/['’ʼ–-]+/)
          .map(parts.foldWord)
          .filter((token) => token !== ''),
      );
  }
  if (near) return nearQuery(nameTokens, digitTokens, parts);
  const needles = nameTokens.map((token) => ' ' + token);
  const matchesNumbers = numbersTest(digitTokens);
  const matches = (row: DossierRow, foldedName: string): boolean => {
    for (const needle of needles) if (!foldedName.includes(needle)) return false;
    return matchesNumbers(row, foldedName);
  };
  return { matches, candidates: candidatesOf(nameTokens, digitTokens, parts) };
}

function numbersTest(digitTokens: readonly string[]): (row: DossierRow, foldedName: string) => boolean {
  const numbers = digitTokens.map((token) => ({ token, needle: ` ${token.toLowerCase()}`, year: yearOf(token) }));
  return (row, foldedName) =>
    numbers.every(
      ({ token, needle, year }) =>
        matchesDigits(row, token) || foldedName.includes(needle) || (year !== undefined && row.birthYear === year),
    );
}

/** "Lí Thị Mĩ" for "Lý Thị Mỹ", "Nguyne" for "Nguyen": tried where nothing is found as typed, and told as what it is. */
function nearQuery(nameTokens: readonly string[], digitTokens: readonly string[], { names }: SearchParts): TextQuery | undefined {
  if (nameTokens.length === 0) return undefined;
  const meant = nameTokens.map((typed) => {
    const loose = looseKey(typed);
    return names.tokensWhere((token) => looseKey(token).startsWith(loose) || isSlipOf(loose, looseKey(token)));
  });
  const sizes = meant.map((tokens) => tokens.reduce((sum, token) => sum + names.slotsOf(token).length, 0));
  const rarest = meant[sizes.indexOf(Math.min(...sizes))] ?? [];
  const matchesNumbers = numbersTest(digitTokens);
  return {
    matches: (row, foldedName) => {
      const whole = `${foldedName} `;
      return meant.every((tokens) => tokens.some((token) => whole.includes(` ${token} `))) && matchesNumbers(row, foldedName);
    },
    candidates: rarest.map((token) => names.slotsOf(token)),
  };
}

/**
 * Words without what stands around them. A telephone or ID number typed in groups ("0987 654 321", "027.170.001.111", "+84 987…") is one word, and the short
 * code as the lists show it ("…261126-0001", "LT-0001") is the end of a code.
 */
function wordsTyped(text: string): readonly string[] {
  const words = text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}]+$/gu, '').replace(/^(?:\p{L}{1,5}…|\p{Lu}{1,5}-(?=\d))/u, ''))
    .filter((word) => word !== '');
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    let digits = '';
    let end = at;
    while (end < words.length && /^\+?[\d.]+$/.test(words[end] ?? '')) digits += (words[end++] ?? '').replace(/\D/g, '');
    if (digits.length >= numberDigitsMin && digits.length <= numberDigitsMax) {
      joined.push(words[at]?.startsWith('+84') ? `0${digits.slice(2)}` : digits);
      at = end - 1;
    } else joined.push(words[at] ?? '');
  }
  return joined;
}

/** A telephone number without its zero; an ID number, or a telephone number with the country before it. */
const numberDigitsMin = 9;
const numberDigitsMax = 12;

/** "Lựu 1970": a number that may be a year of birth. */
function yearOf(token: string): number | undefined {
  return /^(?:19|20)\d\d$/.test(token) ? Number(token) : undefined;
}

function candidatesOf(
  nameTokens: readonly string[],
  digitTokens: readonly string[],
  parts: SearchParts,
): readonly (readonly number[])[] | undefined {
  for (const token of digitTokens) {
    // Born in a year are too many to list.
    const lists = yearOf(token) === undefined ? parts.digits.candidates(token) : undefined;
    if (lists !== undefined) return [...lists, ...parts.names.slotsOfPrefix(token.toLowerCase())];
  }
  let best: string | undefined;
  let bestCount = postingsMax;
  for (const token of nameTokens) {
    const count = parts.names.countPrefix(token);
    if (count < bestCount) {
      best = token;
      bestCount = count;
    }
  }
  return best === undefined ? undefined : parts.names.slotsOfPrefix(best);
}

/** `token` in upper case. End of the code (or the whole of it), start or end of the ID and phone number. */
export function matchesDigits(row: DossierRow, token: string): boolean {
  if (row.code !== undefined && row.code.endsWith(token)) return true;
  for (const number of [row.idNumber, row.phone]) {
    if (number !== undefined && (number.endsWith(token) || number.startsWith(token))) return true;
  }
  return false;
}

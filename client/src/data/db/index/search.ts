/** Turns what an officer typed into a test of one row and, where the text is rare enough, a short list of candidates. */
import type { DossierRow } from '@onestop/shared/register/row.ts';
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

/** undefined where nothing was typed. */
export function matchesOf(text: string | undefined, parts: SearchParts): TextQuery | undefined {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const nameTokens: string[] = [];
  const digitTokens: string[] = [];
  for (const word of words) {
    if (/\d/.test(word)) digitTokens.push(word.toUpperCase());
    else {
      const token = parts.foldWord(word);
      if (token !== '') nameTokens.push(token);
    }
  }
  const needles = nameTokens.map((token) => ' ' + token);
  const matches = (row: DossierRow, foldedName: string): boolean => {
    for (const needle of needles) if (!foldedName.includes(needle)) return false;
    for (const token of digitTokens) if (!matchesDigits(row, token)) return false;
    return true;
  };
  return { matches, candidates: candidatesOf(nameTokens, digitTokens, parts) };
}

function candidatesOf(
  nameTokens: readonly string[],
  digitTokens: readonly string[],
  parts: SearchParts,
): readonly (readonly number[])[] | undefined {
  for (const token of digitTokens) {
    const lists = parts.digits.candidates(token);
    if (lists !== undefined) return lists;
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

/** Search of names and titles by typed words: every word of the query must begin some word of the text, in any order, marks ignored. */
import { foldVietnamese } from './fold.ts';

/** Folded text with a leading space, so that a word's beginning is found by `includes(' ' + word)`. */
export function searchKey(text: string): string {
  return ` ${foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()}`;
}

export function searchTokens(text: string): readonly string[] {
  const key = searchKey(text).trim();
  return key === '' ? [] : key.split(' ');
}

export function matchesTokens(key: string, tokens: readonly string[]): boolean {
  for (const token of tokens) if (!key.includes(` ${token}`)) return false;
  return true;
}

/** i/y are separate spellings (Lý/Lí, Mỹ/Mĩ); they fall together only in a second, loose search. */
export function looseKey(key: string): string {
  return key.replaceAll('y', 'i');
}

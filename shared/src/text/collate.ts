/** Order of names as Vietnamese lists have it: by given name (last word), then family and middle names (domain §7.4). The locale is explicit, so every machine sorts alike. */
import { nfc } from './fold.ts';

const collator = new Intl.Collator('vi');

export interface PersonSortKey {
  readonly given: string;
  readonly rest: string;
}

/** What only looks like Đ is sorted as Đ. `rest` is family name first: "Nguyễn Thị Thùy Dương" → "Dương", "Nguyễn Thị Thùy". */
export function personSortKey(fullName: string): PersonSortKey {
  const name = nfc(fullName)
    .replace(/[\u00D0\u0189]/g, '\u0110')
    .replace(/[\u00F0\u0256]/g, '\u0111');
  const cut = name.lastIndexOf(' ');
  return cut < 0 ? { given: name, rest: '' } : { given: name.slice(cut + 1), rest: name.slice(0, cut) };
}

export function compareSortKeys(a: PersonSortKey, b: PersonSortKey): number {
  return collator.compare(a.given, b.given) || collator.compare(a.rest, b.rest);
}

export function comparePeople(a: string, b: string): number {
  return compareSortKeys(personSortKey(a), personSortKey(b));
}

/** Titles, places, fields of procedures. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}

/** A sorted copy; each key is made once. */
export function sortByPerson<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: personSortKey(nameOf(item)) }))
    .sort((a, b) => compareSortKeys(a.key, b.key))
    .map(({ item }) => item);
}

/** A name typed in small letters, as it is written: "nguyễn thị thu hà" → "Nguyễn Thị Thu Hà". Offered, never done: names stay as declared (domain §7.3). */

/** Undefined where the name has a capital already, or is not a name of several words. */
export function offeredNameCase(name: string): string | undefined {
  const typed = name.trim();
  if (!/\s/.test(typed) || typed !== typed.toLocaleLowerCase('vi') || !/\p{L}/u.test(typed)) return undefined;
  return typed.replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}

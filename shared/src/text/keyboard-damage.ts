/**
 * A scanner that works as a keyboard types through the computer's input method. With Telex or VNI switched on, or with another keyboard
 * layout, Vietnamese text and separators arrive damaged (domain §7.1). These tests are for text known to come from an identity card, where the
 * officer is to be told what to switch off instead of storing a wrong name.
 */
import { foldVietnamese, nfc } from './fold.ts';

export type KeyboardDamage =
  /** `Nguyeexn`, `Nuwx`, `Thôôn`. */
  | 'TELEX'
  /** `Nguye64n`, `Nu74`. */
  | 'VNI'
  /** `|` came as another character or not at all. */
  | 'SEPARATOR'
  /** Letters replaced by `?` or U+FFFD. */
  | 'CHARACTERS';

export interface CardTexts {
  readonly name: string;
  readonly sex: string;
  readonly address: string;
}

export function findKeyboardDamage({ name, sex, address }: CardTexts): KeyboardDamage | undefined {
  if (/[?\uFFFD]/.test(name + sex)) return 'CHARACTERS';
  const sexDamage = damageOfSex(sex);
  if (sexDamage !== undefined) return sexDamage;
  if (/\p{L}[0-9]|[0-9]\p{L}/u.test(name)) return 'VNI';
  const nameWords = words(name);
  const addressWords = words(address);
  if ([...nameWords, ...addressWords].some(isDoubled)) return 'TELEX';
  // A foreign name may look like one Telex word; a whole card without a single mark and with such words does not exist.
  const marked = /\P{ASCII}/u.test(nfc(`${name} ${address}`));
  const suspects = (list: readonly string[], test: (word: string) => boolean) => list.filter(test).length;
  if (!marked && suspects(addressWords, isVni) > 0) return 'VNI';
  const telex = suspects(nameWords, isTelex) * 2 + suspects(addressWords, isTelex);
  return telex >= (marked ? 5 : 2) ? 'TELEX' : undefined;
}

/** Only `Nam` and `Nữ` are printed, so anything near them names the input method exactly. */
function damageOfSex(sex: string): KeyboardDamage | undefined {
  const typed = nfc(sex).toLowerCase();
  if (/^n[uưứữ]?[wưx]+[xw]*$/.test(typed) && typed !== 'nữ') return 'TELEX';
  if (/^n[uưũ](?=\d)[1-8]{1,2}$/.test(typed)) return 'VNI';
  return undefined;
}

function words(text: string): string[] {
  return nfc(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A marked vowel beside its own base vowel: `nguyêễn`, `thôôn`. Only `oo` before ng/c is real (Đoòng). */
function isDoubled(word: string): boolean {
  const base = foldVietnamese(word);
  if (base.length !== word.length) return false;
  for (let i = 1; i < word.length; i++) {
    if (base[i] !== base[i - 1] || !/[aeo]/.test(base[i] ?? '')) continue;
    if (word[i] === base[i] && word[i - 1] === base[i - 1]) continue;
    if (base[i] === 'o' && /^(ng|c)/.test(base.slice(i + 1))) continue;
    return true;
  }
  return false;
}

/** Plain ASCII that no Vietnamese syllable looks like but Telex key strokes do: `thij`, `nguyeexn`, `vawn`, `ddinhj`. */
function isTelex(word: string): boolean {
  if (!/^[a-z]+$/.test(word) || !/[aeiouyw]/.test(word)) return false;
  return /w/.test(word) || word.startsWith('dd') || /(?:aa|ee|oo)/.test(word) || /[aeiouy][a-z]*[sfrxj](?:ng|nh|ch|[cmnpt])?$/.test(word);
}

/** `thi5`, `nguye64n`, `d9inh5`; but `thôn 3`, `2a` and `k3` are plain addresses. */
function isVni(word: string): boolean {
  return /^[a-z]*[aeiouyd][1-9]{1,2}[a-z]+[1-9]?$/.test(word) || /^[a-z]{2,}[aeiouy][a-z]*[1-9]{1,2}$/.test(word);
}

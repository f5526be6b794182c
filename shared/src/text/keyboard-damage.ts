/**
 * Whether the words of an identity card came through whole (domain §7.1). A scanner that works as a keyboard types through the computer's input method, its
 * layout and its code page; each damages Vietnamese text in its own way. What is certainly damaged is refused with what to switch off; what
 * only may be is named word by word for the officer to compare; what Caps Lock turned round is turned back.
 */
import { foldVietnamese, nfc } from './fold.ts';
import { provinceByIdPrefix } from './provinces.ts';
import { countTones, isSyllable, isTelexOfSyllable, isVniOfSyllable } from './syllable.ts';

export type KeyboardDamage =
  /** `Nguyeexn`, `Nuwx`, `Thôôn`. */
  | 'TELEX'
  /** `Nguye64n`, `Nu74`. */
  | 'VNI'
  /** `|` came as another character or not at all, or the digits did. */
  | 'SEPARATOR'
  /** Letters replaced by `?`, U+FFFD or those of another code page. */
  | 'CHARACTERS'
  /** Letters with marks did not come at all, or came without them. */
  | 'LETTERS';

export interface CardTexts {
  readonly name: string;
  readonly sex: string;
  readonly address: string;
}

export type CardDoubt =
  /** Nothing on the card has a mark: a foreign name and address, or marks that were lost. */
  { readonly kind: 'no-marks' } | { readonly kind: 'word'; readonly word: string };

export type JudgedTexts = { readonly damage: KeyboardDamage } | { readonly texts: CardTexts; readonly doubts: readonly CardDoubt[] };

export function judgeCardTexts(raw: CardTexts): JudgedTexts {
  const found = findForeignCharacters(raw);
  if (found !== undefined) return { damage: found };
  const texts = putCaseRight({ name: clean(raw.name), sex: clean(raw.sex), address: clean(raw.address) });
  const words = { name: splitWords(texts.name), address: splitWords(texts.address) };
  const marked = hasMarks(texts.name + texts.address);
  const damage =
    damageOfSex(texts.sex) ??
    (/\p{L}[0-9]|[0-9]\p{L}/u.test(texts.name) ? 'VNI' : undefined) ??
    (words.name.concat(words.address).some(isDoubled) ? 'TELEX' : undefined) ??
    findStrokes(words, marked) ??
    findLostLetters(words, texts.address, marked);
  if (damage !== undefined) return { damage };
  const doubtful = [...words.name, ...words.address].filter((word) => isTelex(word) || vniPlace(word) !== undefined);
  doubtful.push(...words.name.filter((word) => isOddCase(word) || /\d/.test(word) || !isOurAlphabet(word)));
  return {
    texts,
    doubts: [
      ...(marked ? [] : [{ kind: 'no-marks' } as const]),
      ...[...new Set(doubtful)].map((word): CardDoubt => ({ kind: 'word', word })),
    ],
  };
}

interface Words {
  readonly name: readonly string[];
  readonly address: readonly string[];
}

/** Legacy data write Đ with the look-alike of Icelandic or African letters. */
function clean(text: string): string {
  return nfc(text.replace(/[ÐƉ]/g, 'Đ'));
}

function splitWords(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

function hasMarks(text: string): boolean {
  return /(?=\P{ASCII})\p{L}/u.test(text);
}

// --- code pages ---

/** Marks of Vietnamese and of the other languages of the country (`Y Ƀlăm`, `H’Bŭč`). */
const ourMarks = '\u0300\u0301\u0302\u0303\u0306\u0309\u030C\u031B\u0323';
const ourLetters = new RegExp(`^(?:[A-Za-zĐđƀɃ][${ourMarks}]*)+$`, 'u');
/** Of other Latin alphabets, where a name may have them: `Müller`, `Åse`; two bytes of UTF-8 read apart look otherwise (`VÄƒn`). */
const foreignLetters = new RegExp(
  `^(?:[ÄÖÜÅÆØÇ](?=[a-z]))?(?:[a-zđ][${ourMarks}\u0308\u030A\u0327\u0304\u0328]*|[A-ZĐ][${ourMarks}]*|[ßøæœł])*$`,
  'u',
);

function isOurAlphabet(word: string): boolean {
  return ourLetters.test(word.normalize('NFD').replace(/\d/g, ''));
}

function findForeignCharacters({ name, sex, address }: CardTexts): KeyboardDamage | undefined {
  const all = [name, sex, address];
  // Control characters stand beside the text at most, never in it; NBSP after a capital is the second byte of `à`.
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  if (all.some((text) => /[?\uFFFD]|[\u0000-\u001F\u007F-\u009F]|[ÃĂ]\u00A0/u.test(text.trim()))) return 'CHARACTERS';
  if (!/^[\p{L}\p{M}\p{N}\s'’ʼ.,()-]*$/u.test(name) || /[ÃĂ]$/u.test(/\p{Ll}/u.test(name) ? name.trim() : '')) return 'CHARACTERS';
  if (!/^[\p{L}\p{M}\p{N}\s\u0021-\u007E–—’ʼ“”°№]*$/u.test(address)) return 'CHARACTERS';
  const words = splitWords(nfc(`${name.replace(/[ÐƉ]/g, 'Đ')} ${sex} ${address.replace(/[ÐƉ]/g, 'Đ')}`));
  return words.every(isReadable) ? undefined : 'CHARACTERS';
}

function isReadable(word: string): boolean {
  const letters = word.replace(/\d/g, '');
  if (countTones(letters) > 1) return false;
  // `HoÃ ng`: the first byte of `à` in a word of small letters.
  if (/^[A-Z]\p{Ll}+[ÃĂ]/u.test(letters)) return false;
  return ourLetters.test(letters.normalize('NFD')) || letters === '' || foreignLetters.test(foreignForm(letters));
}

/** Capitals of other alphabets stay whole, so that their place in the word can be seen. */
function foreignForm(word: string): string {
  return [...word].map((letter) => (/[ÄÖÜÅÆØÇ]/.test(letter) ? letter : letter.normalize('NFD'))).join('');
}

// --- Caps Lock ---

const turnAll = (text: string) => text.replace(/\p{L}/gu, turn);
/** Letters a scanner sends by their code are not touched by Caps Lock, keys are. */
const turnKeys = (text: string) => text.replace(/[A-Za-z]/g, turn);

function turn(letter: string): string {
  const upper = letter.toUpperCase();
  return letter === upper ? letter.toLowerCase() : upper;
}

function putCaseRight(texts: CardTexts): CardTexts {
  if (isUsualCase(texts)) return texts;
  const tried = [turnAll, turnKeys].map((turned) => ({ name: turned(texts.name), sex: turned(texts.sex), address: turned(texts.address) }));
  const odd = ({ address }: CardTexts) => splitWords(address).filter(isOddCase).length;
  return tried.filter(isUsualCase).sort((a, b) => odd(a) - odd(b))[0] ?? texts;
}

/** As cards are printed: every word of the name begins with a capital or is in small letters, or all is in capitals. */
function isUsualCase({ name, sex }: CardTexts): boolean {
  if (/^(?:n\p{L}*|\p{Ll}\p{Lu}+)$/u.test(sex) && sex !== 'nam' && sex !== 'nữ') return false;
  const words = splitWords(name);
  return words.every((word) => /^(?:\p{Lu}\p{M}*(?:\p{Ll}|\p{M})*|[\p{Lu}\p{M}]+)$/u.test(word));
}

function isOddCase(word: string): boolean {
  return /\p{Ll}\p{M}*\p{Lu}/u.test(word) && !/^(?:Mc|Mac|De|Di|La|Le|Van|Von)\p{Lu}\p{Ll}+$/u.test(word);
}

// --- input methods ---

/** Only `Nam` and `Nữ` are printed, so anything near them names the input method exactly. */
function damageOfSex(sex: string): KeyboardDamage | undefined {
  const typed = sex.toLowerCase();
  if (/^n[uưứữ]?[wưx]+[xw]*$/.test(typed) && typed !== 'nữ') return 'TELEX';
  if (/^n[uưũ](?=\d)[1-8]{1,2}$/.test(typed)) return 'VNI';
  return undefined;
}

/** A marked vowel beside its own base vowel: `nguyêễn`, `thôôn`. Only `oo` before ng/c is real (Đoòng). */
function isDoubled(word: string): boolean {
  const typed = word.toLowerCase();
  const base = foldVietnamese(typed);
  if (base.length !== typed.length) return false;
  for (let i = 1; i < typed.length; i++) {
    if (base[i] !== base[i - 1] || !/[aeo]/.test(base[i] ?? '')) continue;
    if (typed[i] === base[i] && typed[i - 1] === base[i - 1]) continue;
    if (base[i] === 'o' && /^(ng|c)/.test(base.slice(i + 1))) continue;
    return true;
  }
  return false;
}

/** No syllable itself, but one when its strokes are carried out: `thij`, `nguyeexn`, `vawn`. A foreign name may be so by chance (`Lee`, `Max`). */
function isTelex(word: string): boolean {
  return !/^w/i.test(word) && !isSyllable(word) && isTelexOfSyllable(word);
}

/** What is numbered in an address, written with its marks: `Khu3`, `Tổ5`; `Ngo6` is a stroke. */
const numbered = /^(?:khu|tổ|thôn|xóm|ấp|đội|lô|số|tầng|ngõ|ngách|hẻm|cụm|bản|nhà|dãy|đường|phường|quận|khóm|phòng|căn|tòa|toà)\d+$/;

/** Digits inside a syllable (`thi5nh`) are strokes for certain; at its end (`ta2`) perhaps. `12A2`, `P302`, `CT1`, `K3` are no syllables. */
function vniPlace(word: string): 'INSIDE' | 'END' | undefined {
  if (!/\d/.test(word) || word.replace(/\d/g, '').length < 2 || !isVniOfSyllable(word)) return undefined;
  if (/\d\p{L}/u.test(word)) return 'INSIDE';
  return numbered.test(word.toLowerCase()) ? undefined : 'END';
}

function findStrokes({ name, address }: Words, marked: boolean): KeyboardDamage | undefined {
  const places = address.map(vniPlace);
  if (places.includes('INSIDE') || places.filter((place) => place === 'END').length > 1) return 'VNI';
  const [inName, inAddress] = [name.filter(isTelex), address.filter(isTelex)];
  const found = inName.length + inAddress.length;
  if (found < 2) return undefined;
  // Without any mark the whole card went through: every third word shows it. An address abroad has one by chance.
  if (!marked) return found * 3 >= name.length + address.length ? 'TELEX' : undefined;
  // A foreign name may have several by chance (`Lee Boon`); beside a clean address its words are left to the officer.
  return inAddress.length > 0 ? 'TELEX' : undefined;
}

// --- lost letters ---

const abbreviations = new Set(
  'tp tx tt tdp kp hcm ql tl dt kcn kdc kdt kđt ct cc đ đs đt st rd dr ln mt blvd pkwy hwy blk sq jr sr mr ms mrs dc ks bt pl'.split(' '),
);

function isWithoutVowel(word: string): boolean {
  return word.length > 1 && /^\p{L}+$/u.test(word) && !/[aeiouy]/.test(foldVietnamese(word));
}

/** Of an address; whole words in capitals are abbreviations (`TDP`, `KCN`) unless all is in capitals. */
function isRemnant(word: string, capitals: boolean): boolean {
  return isWithoutVowel(word) && !abbreviations.has(word.toLowerCase()) && (capitals || word !== word.toUpperCase());
}

function findLostLetters({ name, address }: Words, text: string, marked: boolean): KeyboardDamage | undefined {
  if (name.some((word) => isWithoutVowel(word) && word.toLowerCase() !== 'ng')) return 'LETTERS';
  const capitals = text === text.toUpperCase();
  const remnants = address.filter((word) => isRemnant(word, capitals));
  if (remnants.length > (marked ? 1 : 0) || remnants.some((word) => word.length > 2)) return 'LETTERS';
  return !marked && unmarkedProvinces.some((province) => foldVietnamese(text).includes(province)) ? 'LETTERS' : undefined;
}

/** Provinces that cannot be written without marks, as they look without. */
const unmarkedProvinces = Object.values(provinceByIdPrefix)
  .filter(hasMarks)
  .map((province) => foldVietnamese(province));

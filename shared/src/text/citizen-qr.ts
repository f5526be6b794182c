/**
 * The QR of a chip identity card (CCCD 2021, Căn cước 2024), domain §7.1: `number|old CMND|full name|birth ddMMyyyy|sex|address|issued ddMMyyyy`,
 * perhaps more fields after that, which are ignored. Comes from a camera, from the clipboard or from a scanner that types. A damaged
 * string is refused with a code that says what to do; nothing of it is stored. A single field that cannot be read is left to the officer, who is told so.
 */
import { type PlainDate, plainDateFromParts } from '../kernel/plain-date.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { nfc } from './fold.ts';
import { dropInvisible } from './invisible.ts';
import { type CardDoubt, type KeyboardDamage, judgeCardTexts } from './keyboard-damage.ts';

export interface CitizenCard {
  readonly idNumber: string;
  readonly oldIdNumber?: string | undefined;
  /** As on the card, NFC. */
  readonly fullName: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` / `YYYY` where the card has no more. */
  readonly birthDate?: string | undefined;
  readonly sex?: 'MALE' | 'FEMALE' | undefined;
  readonly address?: string | undefined;
  readonly issuedOn?: PlainDate | undefined;
  /** What the officer has to enter or to compare; none of it on a card that was read without a doubt. */
  readonly unread: readonly CardField[];
  readonly doubts: readonly CardDoubt[];
}

export type CardField = 'oldIdNumber' | 'birthDate' | 'sex' | 'address' | 'issuedOn';

export type CitizenQrError =
  | { readonly code: 'qr/empty' }
  /** Some other QR. */
  | { readonly code: 'qr/not-a-card' }
  | { readonly code: 'qr/too-few-fields'; readonly found: number }
  | { readonly code: 'qr/id-number' }
  | { readonly code: 'qr/name-missing' }
  | { readonly code: 'qr/keyboard-method'; readonly damage: KeyboardDamage };

/** Longest text worth looking at; cards hold under 300 characters. */
const textLengthMax = 2000;

/** What scanners put around a text: control characters (STX, ETX, EOT), the AIM identifier `]Q1` or the maker's own sign before it. */
export function unframeScan(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is taken away
  const framing = /^[\u0000-\u0020\u007F-\u00A0\uFEFF]+|[\u0000-\u0020\u007F-\u00A0\uFEFF]+$/g;
  return dropInvisible(text.slice(0, textLengthMax).replace(framing, ''))
    .replace(/^\][A-Za-z][0-9A-Za-z]/, '')
    .replace(framing, '')
    .replace(/^(?:P0[0-9A-Z]|[^\d|]{1,3})(?=\d{12}\|)/, '');
}

export function parseCitizenQr(text: string): Result<CitizenCard, CitizenQrError> {
  const raw = unframeScan(text);
  if (raw === '') return err({ code: 'qr/empty' });
  const fields = withOldNumber(raw.split('|'));
  if (fields.length < 6) return err(tooFew(raw, fields.length));
  const [idNumber = '', oldIdNumber = '', name = '', birth = '', sex = '', address = '', issued = ''] = fields;
  if (!/^\d{12}$/.test(idNumber.trim())) return err(isShiftedLayout(raw) ? keyboard('SEPARATOR') : wrongNumber(idNumber.trim()));
  const judged = judgeCardTexts({ name: name.trim(), sex: sex.trim(), address: address.trim() });
  if ('damage' in judged) return err(keyboard(judged.damage));
  const { texts, doubts } = judged;
  if (!/\p{L}/u.test(texts.name)) return err({ code: 'qr/name-missing' });
  const issuedOn = parseCardDate(nfc(issued));
  const read = {
    oldIdNumber: /^\d{9}$|^\d{12}$/.test(nfc(oldIdNumber)) ? nfc(oldIdNumber) : undefined,
    birthDate: parseCardDate(nfc(birth)),
    sex: sexByWord[texts.sex.toLowerCase()],
    address: texts.address === '' ? undefined : texts.address,
    issuedOn: issuedOn?.length === 10 ? (issuedOn as PlainDate) : undefined,
  };
  const unread = cardFields.filter((field) => read[field] === undefined && (field !== 'oldIdNumber' || nfc(oldIdNumber) !== ''));
  return ok({ idNumber: idNumber.trim(), fullName: texts.name, ...read, unread, doubts });
}

const cardFields: readonly CardField[] = ['oldIdNumber', 'birthDate', 'sex', 'address', 'issuedOn'];

/** Whether a typed, pasted or scanned text is a card's content, also a damaged one, so that it must not stay in an input. */
export function looksLikeCitizenQr(text: string): boolean {
  const raw = unframeScan(text);
  if (raw.length < cardLengthMin) return false;
  // Bars are lost under some keyboard layouts: twelve digits, letters and a date are then still a card, and the parser says what to switch off.
  return /^\d{9,13}\s*\|/.test(raw) || /^\d{12}.*\p{L}{2}.*\d{8}/u.test(raw) || isShiftedLayout(raw);
}

/** An ID number alone has 12 characters. */
const cardLengthMin = 20;

const sexByWord: Readonly<Record<string, 'MALE' | 'FEMALE'>> = { nam: 'MALE', nữ: 'FEMALE', nu: 'FEMALE', male: 'MALE', female: 'FEMALE' };

function keyboard(damage: KeyboardDamage): CitizenQrError {
  return { code: 'qr/keyboard-method', damage };
}

/** Some cards come without the field of the old number at all. */
function withOldNumber(fields: readonly string[]): readonly string[] {
  const [number = '', name = '', birth = '', sex = ''] = fields;
  const shifted = /\p{L}/u.test(name) && !/\p{L}/u.test(birth) && /\d/.test(birth) && /^\s*\p{L}/u.test(sex);
  return shifted ? [number, '', ...fields.slice(1)] : fields;
}

/** Digits as the upper row of a French or a Vietnamese layout types them: `àéè"…`, `đăâê…`. */
function isShiftedLayout(raw: string): boolean {
  if (/^[à&é"'(\-è_ç]{9}/.test(raw)) return true;
  const first = (raw.split(/[|~\\]/)[0] ?? '').normalize('NFD');
  return first.length >= 6 && /^[aeođ]*$/.test(first.replace(/\p{M}/gu, '')) && /[đăâêô]/.test(first.normalize('NFC'));
}

function wrongNumber(number: string): CitizenQrError {
  return /^\d[\dOoIl]*$/.test(number) ? { code: 'qr/id-number' } : { code: 'qr/not-a-card' };
}

/** 12 digits, a name and a date without enough separators is a card whose `|` the keyboard changed or lost. */
function tooFew(raw: string, found: number): CitizenQrError {
  if (isShiftedLayout(raw)) return keyboard('SEPARATOR');
  if (/^\d{12}/.test(raw) && /\p{L}{2}/u.test(raw) && /\d{8}/.test(raw.slice(12))) return keyboard('SEPARATOR');
  if (!/^\d{12}/.test(raw)) return { code: 'qr/not-a-card' };
  return { code: 'qr/too-few-fields', found };
}

/** `ddMMyyyy`, `00MMyyyy`, `0000yyyy`, `yyyy`, also `d/M/yyyy`. Undefined for no date or an impossible one. */
function parseCardDate(text: string): string | undefined {
  const parts = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/.exec(text);
  const digits = parts
    ? parts
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join('')
    : text.replace(/[/.\s-]/g, '');
  if (/^\d{4}$/.test(digits)) return plainDateFromParts(Number(digits), 1, 1) === undefined ? undefined : digits;
  if (!/^\d{8}$/.test(digits)) return undefined;
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const date = plainDateFromParts(Number(digits.slice(4)), month || 1, day || 1);
  if (date === undefined || (month === 0 && day !== 0)) return undefined;
  if (month === 0) return date.slice(0, 4);
  return day === 0 ? date.slice(0, 7) : date;
}

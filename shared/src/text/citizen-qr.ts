/**
 * The QR of a chip identity card (CCCD 2021, Căn cước 2024), domain §7.1: `number|old CMND|full name|birth ddMMyyyy|sex|address|issued ddMMyyyy`,
 * perhaps more fields after that, which are ignored. Comes from a camera, from the clipboard or from a scanner that types. A damaged
 * string is refused with a code that says what to do; nothing of it is stored.
 */
import { type PlainDate, plainDateFromParts } from '../kernel/plain-date.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { nfc } from './fold.ts';
import { type KeyboardDamage, findKeyboardDamage } from './keyboard-damage.ts';

export interface CitizenCard {
  readonly idNumber: string;
  readonly oldIdNumber?: string | undefined;
  /** As on the card, NFC. */
  readonly fullName: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` / `YYYY` where the card has no more. */
  readonly birthDate: string;
  readonly sex?: 'MALE' | 'FEMALE' | undefined;
  readonly address?: string | undefined;
  readonly issuedOn?: PlainDate | undefined;
}

export type CitizenQrError =
  | { readonly code: 'qr/empty' }
  /** Some other QR. */
  | { readonly code: 'qr/not-a-card' }
  | { readonly code: 'qr/too-few-fields'; readonly found: number }
  | { readonly code: 'qr/id-number' }
  | { readonly code: 'qr/name-missing' }
  | { readonly code: 'qr/birth-date' }
  | { readonly code: 'qr/keyboard-method'; readonly damage: KeyboardDamage };

/** Longest text worth looking at; cards hold under 300 characters. */
const textLengthMax = 2000;

export function parseCitizenQr(text: string): Result<CitizenCard, CitizenQrError> {
  const raw = text
    .slice(0, textLengthMax)
    .replace(/[\uFEFF\r\n]+/g, '')
    .trim();
  if (raw === '') return err({ code: 'qr/empty' });
  const fields = raw.split('|').map(nfc);
  if (fields.length < 6) return err(tooFew(raw, fields.length));
  const [idNumber = '', oldIdNumber = '', fullName = '', birth = '', sex = '', address = '', issued = ''] = fields;
  if (!/^\d{12}$/.test(idNumber)) return err({ code: 'qr/id-number' });
  const damage = findKeyboardDamage({ name: fullName, sex, address });
  if (damage !== undefined) return err({ code: 'qr/keyboard-method', damage });
  if (fullName === '') return err({ code: 'qr/name-missing' });
  const birthDate = parseCardDate(birth);
  if (birthDate === undefined) return err({ code: 'qr/birth-date' });
  const issuedOn = parseCardDate(issued);
  return ok({
    idNumber,
    oldIdNumber: /^\d{9}$|^\d{12}$/.test(oldIdNumber) ? oldIdNumber : undefined,
    fullName,
    birthDate,
    sex: sexByWord[sex.toLowerCase()],
    address: address === '' ? undefined : address,
    issuedOn: issuedOn?.length === 10 ? (issuedOn as PlainDate) : undefined,
  });
}

/** Whether a typed or scanned text is worth parsing as a card: 12 digits first, as the wedge scanner types them. */
export function looksLikeCitizenQr(text: string): boolean {
  return /^\s*\d{12}\|/.test(text);
}

const sexByWord: Readonly<Record<string, 'MALE' | 'FEMALE'>> = { nam: 'MALE', nữ: 'FEMALE', nu: 'FEMALE', male: 'MALE', female: 'FEMALE' };

/** 12 digits, a name and a date without enough separators is a card whose `|` the keyboard changed or lost. */
function tooFew(raw: string, found: number): CitizenQrError {
  if (/^\d{12}/.test(raw) && /\p{L}{2}/u.test(raw) && /\d{8}/.test(raw.slice(12)))
    return { code: 'qr/keyboard-method', damage: 'SEPARATOR' };
  if (!/^\d{12}/.test(raw)) return { code: 'qr/not-a-card' };
  return { code: 'qr/too-few-fields', found };
}

/** `ddMMyyyy`, `00MMyyyy`, `0000yyyy`, `yyyy`, also with slashes. Undefined for no date or an impossible one. */
function parseCardDate(text: string): string | undefined {
  const digits = text.replace(/[/.\s-]/g, '');
  if (/^\d{4}$/.test(digits)) return plainDateFromParts(Number(digits), 1, 1) === undefined ? undefined : digits;
  if (!/^\d{8}$/.test(digits)) return undefined;
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const date = plainDateFromParts(Number(digits.slice(4)), month || 1, day || 1);
  if (date === undefined || (month === 0 && day !== 0)) return undefined;
  if (month === 0) return date.slice(0, 4);
  return day === 0 ? date.slice(0, 7) : date;
}

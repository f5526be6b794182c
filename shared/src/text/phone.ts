/** Vietnamese phone numbers: one stored form (10 or 11 digits beginning with 0), old 11-digit mobile numbers of 2017 data converted as of 11/2018 (domain §7.2). */
import { type Result, err, ok } from '../kernel/result.ts';
import { plainDashes } from './dashes.ts';
import { dropInvisible } from './invisible.ts';

export interface PhoneNumber {
  /** Digits only, national form. */
  readonly number: string;
  readonly kind: 'MOBILE' | 'LANDLINE';
  /** The old 11-digit form, where it was converted. */
  readonly convertedFrom?: string | undefined;
}

export type PhoneError =
  | { readonly code: 'phone/empty' }
  | { readonly code: 'phone/not-digits' }
  | { readonly code: 'phone/length' }
  | { readonly code: 'phone/prefix' };

const newPrefixByOld: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

/** Landlines are recognised by `02` and their length (11 digits since 2017); `024` and `028` have longer subscriber numbers and the same total. */
export function parsePhone(text: string): Result<PhoneNumber, PhoneError> {
  const bare = plainDashes(dropInvisible(text)).replace(/[\s.()-]/g, '');
  if (bare === '') return err({ code: 'phone/empty' });
  if (!/^\+?\d+$/.test(bare)) return err({ code: 'phone/not-digits' });
  const number = bare.replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/, '0');
  if (number.startsWith('+')) return err({ code: 'phone/prefix' });
  if (number.length !== 10 && number.length !== 11) return err({ code: 'phone/length' });
  if (number.length === 10)
    return /^0[35789]/.test(number)
      ? ok({ number, kind: 'MOBILE' })
      : err({ code: number.startsWith('02') ? 'phone/length' : 'phone/prefix' });
  if (number.startsWith('02')) return ok({ number, kind: 'LANDLINE' });
  const prefix = newPrefixByOld[number.slice(0, 4)];
  if (prefix === undefined) return err({ code: number.startsWith('01') ? 'phone/prefix' : 'phone/length' });
  return ok({ number: prefix + number.slice(4), kind: 'MOBILE', convertedFrom: number });
}

/** `0987654321` → `0987 654 321`. */
export function formatPhone(number: string): string {
  if (/^02[48]\d{8}$/.test(number)) return `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
  return number.length === 11
    ? `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`
    : `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;
}

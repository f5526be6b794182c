/** Tax codes (MST): 10 digits with a check digit, 13 for branches (`0314409058-002`), or since 1/7/2025 a person's 12-digit number (domain §7.2). */
import { type Result, err, ok } from '../kernel/result.ts';
import { plainDashes } from './dashes.ts';
import { dropInvisible } from './invisible.ts';

export interface TaxCode {
  /** Normal form: `dddddddddd`, `dddddddddd-ddd` or 12 digits. */
  readonly code: string;
  readonly kind: 'ORGANISATION' | 'BRANCH' | 'PERSON';
}

export type TaxCodeError = { readonly code: 'tax/format' } | { readonly code: 'tax/check-digit' } | { readonly code: 'tax/branch' };

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

export function parseTaxCode(text: string): Result<TaxCode, TaxCodeError> {
  const bare = plainDashes(dropInvisible(text)).replace(/[\s.]/g, '');
  if (/^\d{12}$/.test(bare)) return ok({ code: bare, kind: 'PERSON' });
  const match = /^(\d{10})(?:-?(\d{3}))?$/.exec(bare);
  if (match === null) return err({ code: 'tax/format' });
  const [, main = '', branch] = match;
  if (main.slice(2, 9) === '0000000') return err({ code: 'tax/format' });
  if (taxCheckDigit(main) !== Number(main[9])) return err({ code: 'tax/check-digit' });
  if (branch === undefined) return ok({ code: main, kind: 'ORGANISATION' });
  return branch === '000' ? err({ code: 'tax/branch' }) : ok({ code: `${main}-${branch}`, kind: 'BRANCH' });
}

/** 10 means that no code with these nine digits was ever given out. */
export function taxCheckDigit(digits: string): number {
  return 10 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11);
}

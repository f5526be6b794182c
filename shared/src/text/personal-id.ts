/**
 * Numbers of identity papers (domain §7.2). A 12-digit personal number tells province, sex and birth year but has no check digit, so what
 * differs from the declaration is a warning for the officer, never a refusal: papers and registers do contain mistakes.
 */
import { type Result, err, ok } from '../kernel/result.ts';
import { plainDashes } from './dashes.ts';
import { dropInvisible } from './invisible.ts';
import { provinceByIdPrefix } from './provinces.ts';

/** Kinds of paper, as `IdentityEvidence` of a dossier names them. */
export type IdPaper = 'CCCD' | 'CAN_CUOC' | 'VNEID' | 'PASSPORT' | 'CMND' | 'OTHER' | 'NONE';

export interface PersonalId {
  readonly number: string;
  readonly provinceCode: string;
  /** Undefined for an unknown prefix or a birth abroad. */
  readonly province?: string | undefined;
  readonly abroad: boolean;
  readonly sex: 'MALE' | 'FEMALE';
  readonly birthYear: number;
}

export type IdNumberError =
  | { readonly code: 'id/empty' }
  | { readonly code: 'id/not-digits' }
  | { readonly code: 'id/length'; readonly found: number; readonly expected: readonly number[] };

export type IdNumberWarning =
  | { readonly code: 'id/province-unknown'; readonly prefix: string }
  | { readonly code: 'id/sex-differs'; readonly fromNumber: 'MALE' | 'FEMALE' }
  | { readonly code: 'id/birth-year-differs'; readonly fromNumber: number }
  | { readonly code: 'id/passport-shape' };

export interface DeclaredPerson {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly birthDate?: string | undefined;
  readonly sex?: 'MALE' | 'FEMALE' | undefined;
}

export interface CheckedIdNumber {
  /** Without spaces and dots; letters in capitals. */
  readonly number: string;
  readonly personal?: PersonalId | undefined;
  readonly warnings: readonly IdNumberWarning[];
}

/** A dash between digits only parts them; in the number of a passport or another paper it may belong to the number. */
function bareNumber(evidence: IdPaper, text: string): string {
  const bare = plainDashes(dropInvisible(text)).replace(/[\s.]/g, '').toUpperCase();
  return evidence === 'PASSPORT' || evidence === 'OTHER' || evidence === 'NONE' ? bare : bare.replaceAll('-', '');
}

/** Checks the number written beside a kind of paper. `OTHER` and `NONE` are free text. */
export function checkIdNumber(evidence: IdPaper, text: string, declared: DeclaredPerson = {}): Result<CheckedIdNumber, IdNumberError> {
  const number = bareNumber(evidence, text);
  if (number === '') return err({ code: 'id/empty' });
  if (evidence === 'OTHER' || evidence === 'NONE') return ok({ number, warnings: [] });
  if (evidence === 'PASSPORT') return ok({ number, warnings: /^[A-Z]\d{7,8}$/.test(number) ? [] : [{ code: 'id/passport-shape' }] });
  // A CMND of 12 digits (issued 2012–2015) carries the same personal number as the cards after it.
  if (evidence === 'CMND' && number.length !== 12) {
    if (!/^\d+$/.test(number)) return err({ code: 'id/not-digits' });
    return number.length === 9 ? ok({ number, warnings: [] }) : err({ code: 'id/length', found: number.length, expected: [9, 12] });
  }
  const personal = parsePersonalId(number);
  if (!personal.ok) return personal;
  return ok({ number, personal: personal.value, warnings: comparePersonalId(personal.value, declared) });
}

export function parsePersonalId(text: string): Result<PersonalId, IdNumberError> {
  const number = bareNumber('CCCD', text);
  if (number === '') return err({ code: 'id/empty' });
  if (!/^\d+$/.test(number)) return err({ code: 'id/not-digits' });
  if (number.length !== 12) return err({ code: 'id/length', found: number.length, expected: [12] });
  const centuryAndSex = Number(number[3]);
  const provinceCode = number.slice(0, 3);
  return ok({
    number,
    provinceCode,
    province: provinceByIdPrefix[provinceCode],
    abroad: Number(provinceCode) > 100,
    sex: sexOfDigit(centuryAndSex),
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(number.slice(4, 6)),
  });
}

/** Of a number as it is stored; undefined where it is no personal number. */
export function sexOfPersonalNumber(number: string): 'MALE' | 'FEMALE' | undefined {
  return /^\d{12}$/.test(number) ? sexOfDigit(number.charCodeAt(3) - 48) : undefined;
}

function sexOfDigit(centuryAndSex: number): 'MALE' | 'FEMALE' {
  return centuryAndSex % 2 === 0 ? 'MALE' : 'FEMALE';
}

export function comparePersonalId(id: PersonalId, declared: DeclaredPerson): IdNumberWarning[] {
  const warnings: IdNumberWarning[] = [];
  if (id.province === undefined && !id.abroad) warnings.push({ code: 'id/province-unknown', prefix: id.provinceCode });
  if (declared.sex !== undefined && declared.sex !== id.sex) warnings.push({ code: 'id/sex-differs', fromNumber: id.sex });
  const year = declared.birthDate === undefined ? Number.NaN : Number(declared.birthDate.slice(0, 4));
  if (Number.isInteger(year) && year !== id.birthYear) warnings.push({ code: 'id/birth-year-differs', fromNumber: id.birthYear });
  return warnings;
}

/**
 * What is wrong with a half-typed intake, field by field. Errors stop the act, warnings never do: papers and registers do contain mistakes, and the
 * officer decides. Pure; wording in `texts/intake-errors.ts`.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { civilToInstant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { isPaperThere } from '@onestop/shared/dossier/papers.ts';
import { type CivilDateError, parseCivilDate } from '@onestop/shared/text/civil-date-input.ts';
import { type IdNumberError, type IdNumberWarning, checkIdNumber } from '@onestop/shared/text/personal-id.ts';
import { parsePhone } from '@onestop/shared/text/phone.ts';
import { type TaxCodeError, parseTaxCode } from '@onestop/shared/text/tax-code.ts';
import { moneyNoise } from '../../texts/format.ts';
import { type IntakeForm, type PartyForm, type PartyRole, missingPapers } from './intake-form.ts';

/** Also the id of the input element, so that the error summary can lead to it. */
export type FieldId = string;

export type IntakeProblem =
  | { readonly code: PlainProblemCode }
  | { readonly code: 'text/too-long'; readonly max: number }
  | { readonly code: 'phone/converted'; readonly number: string }
  | { readonly code: 'due/calendar-unknown'; readonly year: number }
  | Exclude<CivilDateError, { readonly code: 'date/empty' }>
  | Exclude<IdNumberError, { readonly code: 'id/empty' }>
  | IdNumberWarning
  | TaxCodeError;

type PlainProblemCode =
  | 'procedure/missing'
  | 'procedure/gone'
  | 'name/missing'
  | 'name/submitter-missing'
  | 'name/digits'
  | 'id/missing'
  | 'id/none'
  | 'tax/missing'
  | 'phone/unusual'
  | 'email/format'
  | 'authorisation/missing'
  | 'papers/none'
  | 'papers/name-missing'
  | 'papers/database-unconfirmed'
  | 'sets/format'
  | 'fee/format'
  | 'fee/paid-unknown'
  | 'due/date-missing'
  | 'due/past'
  | 'due/time-format'
  | 'due/reason-missing'
  | 'return/address-missing';

export interface FieldProblem {
  readonly field: FieldId;
  readonly problem: IntakeProblem;
}

export interface Validation {
  readonly errors: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
}

/** `accept` asks for everything, `guide` for who and what, `draft` only for what can be stored. */
export type Purpose = 'accept' | 'guide' | 'draft';

export interface ValidationContext {
  readonly procedure: Procedure | undefined;
  readonly now: Instant;
  readonly purpose: Purpose;
  /** Set where the calendar does not reach the due date. */
  readonly calendarUnknownYear?: number | undefined;
}

export function validateIntake(form: IntakeForm, context: ValidationContext): Validation {
  const errors: FieldProblem[] = [];
  const warnings: FieldProblem[] = [];
  const report: Report = {
    error: (field, problem) => errors.push({ field, problem }),
    warn: (field, problem) => warnings.push({ field, problem }),
  };
  if (form.procedure === undefined) report.error('procedure', { code: 'procedure/missing' });
  else if (context.procedure === undefined) report.error('procedure', { code: 'procedure/gone' });
  const today = instantToPlainDate(context.now);
  // Who stands at the desk must be identified to be accepted (NĐ 118/2025 Đ17.1a); of an absent owner less may be known.
  const strict = context.purpose === 'accept';
  checkParty(form.owner, { role: 'owner', identified: strict && !form.byProxy, today }, report);
  if (form.byProxy) checkProxy(form, strict, today, report);
  checkPapers(form, context, report);
  checkTexts(form, report);
  if (context.purpose === 'accept') checkDue(form, context, report);
  return { errors, warnings };
}

interface PartyCheck {
  readonly role: PartyRole;
  readonly identified: boolean;
  readonly today: PlainDate;
}

interface Report {
  readonly error: (field: FieldId, problem: IntakeProblem) => void;
  readonly warn: (field: FieldId, problem: IntakeProblem) => void;
}

function checkParty(party: PartyForm, check: PartyCheck, report: Report): void {
  const { role } = check;
  const name = party.fullName.trim();
  if (name === '') report.error(`${role}.fullName`, { code: role === 'owner' ? 'name/missing' : 'name/submitter-missing' });
  if (party.kind === 'PERSON' && /\d/.test(name)) report.warn(`${role}.fullName`, { code: 'name/digits' });
  tooLong(`${role}.fullName`, name, 200, report);
  tooLong(`${role}.address`, party.address, 300, report);
  if (party.kind === 'PERSON') checkPerson(party, check, report);
  else checkTaxCode(party, check, report);
  checkPhone(party, role, report);
  const email = party.email.trim();
  if (email !== '' && (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 120))
    report.error(`${role}.email`, { code: 'email/format' });
}

function checkPerson(party: PartyForm, { role, identified, today }: PartyCheck, report: Report): void {
  const needed = identified ? report.error : report.warn;
  const birth = parseCivilDate(party.birth, { today, partial: true });
  if (!birth.ok && birth.error.code !== 'date/empty') report.error(`${role}.birth`, birth.error);
  const issued = parseCivilDate(party.idIssuedOn, { today });
  if (!issued.ok && issued.error.code !== 'date/empty') report.error(`${role}.idIssuedOn`, issued.error);
  if (party.evidence === 'NONE') {
    if (identified) report.error(`${role}.evidence`, { code: 'id/none' });
    return;
  }
  const declared = { birthDate: birth.ok ? birth.value.text : undefined, sex: party.sex === '' ? undefined : party.sex };
  const id = checkIdNumber(party.evidence, party.idNumber, declared);
  if (id.ok) {
    tooLong(`${role}.idNumber`, id.value.number, 32, report);
    id.value.warnings.forEach((warning) => report.warn(`${role}.idNumber`, warning));
  } else if (id.error.code === 'id/empty') {
    if (party.evidence !== 'OTHER') needed(`${role}.idNumber`, { code: 'id/missing' });
  } else report.error(`${role}.idNumber`, id.error);
}

function checkTaxCode(party: PartyForm, { role, identified }: PartyCheck, report: Report): void {
  if (party.taxCode.trim() === '') return (identified ? report.error : report.warn)(`${role}.taxCode`, { code: 'tax/missing' });
  const tax = parseTaxCode(party.taxCode);
  if (tax.ok) return undefined;
  // A wrong check digit may stand like that on the paper itself; a wrong shape cannot.
  return (tax.error.code === 'tax/check-digit' ? report.warn : report.error)(`${role}.taxCode`, tax.error);
}

function checkPhone(party: PartyForm, role: PartyRole, report: Report): void {
  if (party.phone.trim() === '') return;
  const phone = parsePhone(party.phone);
  if (!phone.ok) report.warn(`${role}.phone`, { code: 'phone/unusual' });
  else if (phone.value.convertedFrom !== undefined) report.warn(`${role}.phone`, { code: 'phone/converted', number: phone.value.number });
  tooLong(`${role}.phone`, party.phone.trim(), 30, report);
}

function checkProxy(form: IntakeForm, strict: boolean, today: PlainDate, report: Report): void {
  checkParty(form.submitter, { role: 'submitter', identified: strict, today }, report);
  if (form.authorisation.trim() === '') (strict ? report.error : report.warn)('authorisation', { code: 'authorisation/missing' });
  tooLong('authorisation', form.authorisation, 300, report);
}

function checkPapers(form: IntakeForm, context: ValidationContext, report: Report): void {
  form.papers.forEach((paper, index) => {
    if (paper.component === undefined && paper.name.trim() === '') report.error(`papers.${index}`, { code: 'papers/name-missing' });
    tooLong(`papers.${index}`, paper.name, 500, report);
  });
  if (context.purpose !== 'accept') return;
  const here = form.papers.filter((paper) => isPaperThere(paper.state));
  if (here.length === 0 && missingPapers(form).length === 0) report.warn('papers', { code: 'papers/none' });
  if (here.some((paper) => paper.state === 'FROM_DATABASE') && !form.databaseConfirmed)
    report.error('databaseConfirmed', { code: 'papers/database-unconfirmed' });
}

function checkTexts(form: IntakeForm, report: Report): void {
  if (!/^\s*\d{1,3}\s*$/.test(form.sets) || Number(form.sets) < 1) report.error('sets', { code: 'sets/format' });
  tooLong('summary', form.summary, 500, report);
  tooLong('note', form.note, 2000, report);
  tooLong('guideReason', form.guideReason, 2000, report);
  if (parseFee(form.fee) === 'wrong') report.error('fee', { code: 'fee/format' });
  else if (form.feePaid && form.fee.trim() === '') report.error('fee', { code: 'fee/paid-unknown' });
  if (form.returnChannel === 'POST') {
    if (form.returnAddress.trim() === '' && form.owner.address.trim() === '')
      report.error('returnAddress', { code: 'return/address-missing' });
    tooLong('returnAddress', form.returnAddress, 300, report);
  }
}

function checkDue(form: IntakeForm, context: ValidationContext, report: Report): void {
  if (context.calendarUnknownYear !== undefined) report.error('due', { code: 'due/calendar-unknown', year: context.calendarUnknownYear });
  if (context.procedure === undefined || context.procedure.timeLimit !== null) return;
  const date = parseCivilDate(form.manualDate);
  const minute = parseMinute(form.manualTime);
  // In the order of the fields on the page, which is the order of the summary.
  if (!date.ok) report.error('manualDate', date.error.code === 'date/empty' ? { code: 'due/date-missing' } : date.error);
  if (minute === undefined) report.error('manualTime', { code: 'due/time-format' });
  if (form.manualReason.trim() === '') report.error('manualReason', { code: 'due/reason-missing' });
  tooLong('manualReason', form.manualReason, 2000, report);
  if (!date.ok) return;
  if (date.value.date !== undefined && minute !== undefined && civilToInstant(date.value.date, minute) <= context.now)
    report.error('manualDate', { code: 'due/past' });
}

function tooLong(field: FieldId, text: string, max: number, report: Report): void {
  if (text.length > max) report.error(field, { code: 'text/too-long', max });
}

/** "15.000", "15 000 đ", "15000" → 15000; empty → undefined. */
export function parseFee(text: string): number | undefined | 'wrong' {
  const bare = text.replace(moneyNoise, '');
  if (bare === '') return undefined;
  return /^\d{1,12}$/.test(bare) ? Number(bare) : 'wrong';
}

/** "16:30", "16h30", "16" → minutes since midnight. */
export function parseMinute(text: string): number | undefined {
  const match = /^\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*$/i.exec(text);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

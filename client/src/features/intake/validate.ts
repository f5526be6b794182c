/**
 * What is wrong with a half-typed intake, field by field: the shared rules of its fields, and those that only a form has (a procedure still to be picked,
 * a date still to be typed). Pure; wording in `texts/intake-errors.ts`.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { type Purpose, checkIntake } from '@onestop/shared/dossier/intake-fields/intake.ts';
import { type Report, type Validation, tooLong, validationOf } from '@onestop/shared/dossier/intake-fields/problems.ts';
import { parseCivilDate } from '@onestop/shared/text/civil-date-input.ts';
import type { IntakeForm } from './intake-form.ts';

export interface ValidationContext {
  readonly procedure: Procedure | undefined;
  readonly now: Instant;
  readonly purpose: Purpose;
  /** Set where the calendar does not reach the due date. */
  readonly calendarUnknownYear?: number | undefined;
}

export function validateIntake(form: IntakeForm, context: ValidationContext): Validation {
  return validationOf((report) => {
    if (form.procedure === undefined) report.error('procedure', { code: 'procedure/missing' });
    else if (context.procedure === undefined) report.error('procedure', { code: 'procedure/gone' });
    checkIntake(form, context, report);
    tooLong('guideReason', form.guideReason, 2000, report);
    if (context.purpose === 'accept') checkDue(form, context, report);
  });
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

/** "16:30", "16h30", "16" → minutes since midnight. */
export function parseMinute(text: string): number | undefined {
  const match = /^\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*$/i.exec(text);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/**
 * What is wrong with a half-typed intake, field by field: the shared rules of its fields, and those that only a form has (a procedure still to be picked,
 * a date still to be typed). Pure; wording in `texts/intake-errors.ts`.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Calendar } from '@onestop/shared/deadlines/calendar.ts';
import { checkChosenDue } from '@onestop/shared/dossier/intake-fields/due.ts';
import { type Purpose, checkIntake } from '@onestop/shared/dossier/intake-fields/intake.ts';
import { type Report, type Validation, tooLong, validationOf } from '@onestop/shared/dossier/intake-fields/problems.ts';
import type { IntakeForm } from './intake-form.ts';

export interface ValidationContext {
  readonly procedure: Procedure | undefined;
  readonly now: Instant;
  readonly purpose: Purpose;
  readonly calendar: Calendar;
  /** The calendar does not reach the due date, so the officer sets it. */
  readonly setsDue?: boolean | undefined;
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
  if (context.procedure?.timeLimit === null || context.setsDue) checkChosenDue(form, context.now, context.calendar, report);
}

/**
 * What can be wrong with an intake, field by field: one vocabulary for the form, for the check before acceptance and for the gate of the command. Errors
 * stop the acceptance, warnings never do: papers and registers do contain mistakes, and the officer decides. Worded in `texts/intake-errors.ts`.
 */
import type { Unpromisable } from '../../deadlines/promisable.ts';
import type { CivilDateError } from '../../text/civil-date-input.ts';
import type { IdNumberError, IdNumberWarning } from '../../text/personal-id.ts';
import type { TaxCodeError } from '../../text/tax-code.ts';

/** `owner.idNumber`, `papers.2`, `fee`: also the id of the input element, so that a problem can be led to. */
export type FieldId = string;

export type IntakeProblem =
  | { readonly code: PlainProblemCode }
  | { readonly code: 'text/too-long'; readonly max: number }
  | { readonly code: 'date/read-year'; readonly year: number }
  | { readonly code: 'phone/converted'; readonly number: string }
  | Unpromisable
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

export interface Report {
  readonly error: (field: FieldId, problem: IntakeProblem) => void;
  readonly warn: (field: FieldId, problem: IntakeProblem) => void;
}

/** Collects what the rules report. */
export function validationOf(rules: (report: Report) => void): Validation {
  const errors: FieldProblem[] = [];
  const warnings: FieldProblem[] = [];
  rules({
    error: (field, problem) => errors.push({ field, problem }),
    warn: (field, problem) => warnings.push({ field, problem }),
  });
  return { errors, warnings };
}

export function tooLong(field: FieldId, text: string, max: number, report: Report): void {
  if (text.length > max) report.error(field, { code: 'text/too-long', max });
}

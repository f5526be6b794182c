/** What every input of the intake needs: its problems by field id, and a place to report that the officer has left it (errors are not shown while typing). */
import { createContext, useContext } from 'react';
import { must } from '@onestop/shared/kernel/assert.ts';
import { intakeProblemText } from '../texts/intake-errors.ts';
import type { FieldId, FieldProblem, Validation } from './validate.ts';

export interface IntakeFields {
  readonly validation: Validation;
  /** Fields left once, or all after the officer tried to finish. */
  readonly shows: (field: FieldId) => boolean;
  readonly visit: (field: FieldId) => void;
}

export const IntakeFieldsContext = createContext<IntakeFields | undefined>(undefined);

export interface FieldTexts {
  readonly error: string | undefined;
  readonly warning: string | undefined;
  readonly visit: () => void;
}

export function useFieldTexts(field: FieldId): FieldTexts {
  const { validation, shows, visit } = must(useContext(IntakeFieldsContext), 'fields are used inside the intake page');
  const shown = shows(field);
  return {
    error: shown ? firstText(validation.errors, field) : undefined,
    warning: shown ? firstText(validation.warnings, field) : undefined,
    visit: () => visit(field),
  };
}

function firstText(problems: readonly FieldProblem[], field: FieldId): string | undefined {
  const found = problems.find((one) => one.field === field);
  return found ? intakeProblemText(found.problem) : undefined;
}

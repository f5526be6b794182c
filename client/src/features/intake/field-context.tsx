/** What every input of the intake needs: its problems by field id, and a place to report that the officer has left it (errors are not shown while typing). */
import { createContext, useContext } from 'react';
import { must } from '@onestop/shared/kernel/assert.ts';
import { intakeProblemText } from '../../texts/intake-errors.ts';
import type { FieldId, FieldProblem, Validation } from '@onestop/shared/dossier/intake-fields/problems.ts';

export interface IntakeFields {
  readonly validation: Validation;
  /** The officer tried to finish: everything is shown, also what was not filled in yet. */
  readonly tried: boolean;
  /** Left once: what was typed there is judged. */
  readonly visited: ReadonlySet<FieldId>;
  readonly visit: (field: FieldId) => void;
}

export const IntakeFieldsContext = createContext<IntakeFields | undefined>(undefined);

export interface FieldTexts {
  readonly error: string | undefined;
  readonly warning: string | undefined;
  readonly visit: () => void;
}

export function useFieldTexts(field: FieldId): FieldTexts {
  const { validation, tried, visited, visit } = must(useContext(IntakeFieldsContext), 'fields are used inside the intake page');
  const shown = tried || visited.has(field);
  return {
    error: shown ? firstText(validation.errors, field, tried) : undefined,
    warning: shown ? firstText(validation.warnings, field, tried) : undefined,
    visit: () => visit(field),
  };
}

/** An empty field is no mistake before the end: the officer may be about to scan the card. */
function firstText(problems: readonly FieldProblem[], field: FieldId, tried: boolean): string | undefined {
  const found = problems.find((one) => one.field === field && (tried || !one.problem.code.endsWith('missing')));
  return found ? intakeProblemText(found.problem) : undefined;
}

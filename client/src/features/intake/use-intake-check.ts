/** What is wrong with the form and how much of it is shown: what was left is judged, what was tried to be finished is judged whole. */
import { useMemo, useState } from 'react';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Calendar } from '@onestop/shared/deadlines/calendar.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { blockOfField } from './blocks.ts';
import type { IntakeFields } from './field-context.tsx';
import type { BlockName, IntakeForm } from './intake-form.ts';
import type { FieldId } from '@onestop/shared/dossier/intake-fields/problems.ts';
import type { Purpose } from '@onestop/shared/dossier/intake-fields/intake.ts';
import { validateIntake } from './validate.ts';

interface IntakeCheckInput {
  readonly form: IntakeForm;
  readonly procedure: Procedure | undefined;
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly setsDue: boolean;
}

export interface IntakeCheck {
  readonly fields: IntakeFields;
  /** How often it was tried; each try brings the summary back into sight. */
  readonly attempt: number;
  readonly wrongBlocks: ReadonlySet<BlockName>;
  /** Shows everything that stands in the way; true where nothing does. */
  readonly isReadyFor: (wanted: Purpose) => boolean;
}

export function useIntakeCheck({ form, procedure, now, calendar, setsDue }: IntakeCheckInput): IntakeCheck {
  const [visited, setVisited] = useState<ReadonlySet<FieldId>>(new Set());
  const [tried, setTried] = useState<{ readonly attempt: number; readonly purpose: Purpose }>({ attempt: 0, purpose: 'accept' });
  // As it was last tried: a slip asks less than an acceptance.
  const judged = tried.purpose;
  const validation = useMemo(
    () => validateIntake(form, { procedure, now, purpose: judged, calendar, setsDue }),
    [form, procedure, now, judged, calendar, setsDue],
  );
  const fields = useMemo(
    () => ({
      validation,
      tried: tried.attempt > 0,
      visited,
      visit: (field: FieldId) => setVisited((old) => (old.has(field) ? old : new Set([...old, field]))),
    }),
    [validation, tried, visited],
  );
  return {
    fields,
    attempt: tried.attempt,
    wrongBlocks: new Set(tried.attempt > 0 ? validation.errors.map((one) => blockOfField(one.field)) : []),
    isReadyFor: (wanted) => {
      setTried(({ attempt }) => ({ attempt: attempt + 1, purpose: wanted }));
      return validateIntake(form, { procedure, now, purpose: wanted, calendar, setsDue }).errors.length === 0;
    },
  };
}

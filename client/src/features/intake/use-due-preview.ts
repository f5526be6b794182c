/** The due date as it would be promised now, recomputed as the clock moves: by the shared engine, or by the officer where no limit is known. */
import { useMemo } from 'react';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { computeDueDate } from '@onestop/shared/deadlines/due-date.ts';
import type { DueExplanation } from '@onestop/shared/deadlines/explanation.ts';
import type { DueDate } from '@onestop/shared/dossier/state.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { formToManualDue } from './form-to-intake.ts';
import type { IntakeForm } from './intake-form.ts';

export interface DuePreview {
  readonly due: DueDate | undefined;
  /** Absent where the officer sets the date. */
  readonly explanation: DueExplanation | undefined;
  readonly calendarUnknownYear: number | undefined;
}

const nothing: DuePreview = { due: undefined, explanation: undefined, calendarUnknownYear: undefined };

export function useDuePreview(form: IntakeForm, procedure: Procedure | undefined, reference: ReferenceData, now: Instant): DuePreview {
  const { calendar, settings } = reference;
  const computed = useMemo((): DuePreview => {
    const limit = procedure?.timeLimit;
    if (!limit) return nothing;
    const result = computeDueDate({ acceptedAt: now, limit, extended: form.extended, calendar, settings });
    if (result.ok) return { ...result.value, calendarUnknownYear: undefined };
    return { ...nothing, calendarUnknownYear: result.error.code === 'deadline/calendar-unknown' ? result.error.year : undefined };
  }, [procedure, form.extended, calendar, settings, now]);
  if (!procedure || procedure.timeLimit) return computed;
  return { ...nothing, due: formToManualDue(form)?.due };
}

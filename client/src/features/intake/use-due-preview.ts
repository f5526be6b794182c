/** The due date as it would be promised now, recomputed as the clock moves: by the shared engine, or by the officer where no limit is known or no calendar reaches. */
import { useMemo } from 'react';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { computeDueDate } from '@onestop/shared/deadlines/due-date.ts';
import { estimateDueDate } from '@onestop/shared/deadlines/estimate.ts';
import type { DueExplanation } from '@onestop/shared/deadlines/explanation.ts';
import { readChosenDue } from '@onestop/shared/dossier/intake-fields/due.ts';
import { promiseFor } from '@onestop/shared/dossier/promise.ts';
import type { DueDate } from '@onestop/shared/dossier/state.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { IntakeForm } from './intake-form.ts';

export interface DuePreview {
  readonly due: DueDate | undefined;
  /** Absent where the officer sets the date and nothing could be counted. */
  readonly explanation: DueExplanation | undefined;
  /** The year the calendar does not have, and the day it would be: the officer sets the date. */
  readonly missing: { readonly year: number; readonly estimate: Instant | undefined } | undefined;
}

const nothing: DuePreview = { due: undefined, explanation: undefined, missing: undefined };

export function useDuePreview(form: IntakeForm, procedure: Procedure | undefined, reference: ReferenceData, now: Instant): DuePreview {
  const { calendar, settings } = reference;
  const counted = useMemo((): DuePreview => {
    const limit = procedure?.timeLimit;
    if (!limit) return nothing;
    const input = { acceptedAt: now, limit, extended: form.extended, calendar, settings };
    const known = computeDueDate(input);
    if (known.ok) return { ...known.value, missing: undefined };
    const estimate = estimateDueDate(input);
    return estimate.ok
      ? { due: undefined, explanation: estimate.value.explanation, missing: { year: known.error.year, estimate: estimate.value.due.dueAt } }
      : { ...nothing, missing: { year: known.error.year, estimate: undefined } };
  }, [procedure, form.extended, calendar, settings, now]);
  return useMemo(() => {
    const chosen = readChosenDue(form, instantToPlainDate(now));
    if (!procedure || counted.due || !chosen) return counted;
    // The date is shown before its reason is typed.
    const promised = promiseFor(procedure, now, form.extended, { ...chosen, reason: chosen.reason || '…' }, reference);
    return promised.ok ? { ...counted, due: promised.value.due } : counted;
  }, [counted, form, procedure, now, reference]);
}

/** The officer's own promise: no limit could be counted, or the calendar ends before it. Days that can be promised are one press away. */
import { readChosenDue } from '@onestop/shared/dossier/intake-fields/due.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, addDays } from '@onestop/shared/kernel/plain-date.ts';
import { useServices } from '../../kit/services-context.tsx';
import { usePromiseOffers } from '../../kit/use-promise-offers.ts';
import { DateBox } from '../../kit/ui/date-box.tsx';
import { DateOffers } from '../../kit/ui/date-offers.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { intake as texts } from '../../texts/vi/intake.ts';
import { useFieldTexts } from './field-context.tsx';
import type { IntakeForm } from './intake-form.ts';
import { TextField } from './text-field.tsx';
import type { DuePreview } from './use-due-preview.ts';
import classes from './intake.module.css';

const t = texts.due;

interface ManualDueProps {
  readonly form: IntakeForm;
  readonly missing: DuePreview['missing'];
  readonly set: (patch: Partial<IntakeForm>) => void;
}

export function ManualDue({ form, missing, set }: ManualDueProps) {
  const today = instantToPlainDate(useServices().now());
  const offers = useOffers(form, missing?.estimate, today);
  const { error, visit } = useFieldTexts('manualDate');
  const choose = (chosen: Pick<IntakeForm, 'manualDate' | 'manualTime'>) =>
    set({ ...chosen, manualReason: reasonFor({ ...form, ...chosen }, missing, today) });
  return (
    <Notice tone="amber">
      <p>{missing ? t.missingYear(missing.year) : t.manualNotice}</p>
      <div className={classes.grid}>
        <DateBox
          id="manualDate"
          label={t.manualDate}
          value={form.manualDate}
          onChange={(manualDate) => choose({ manualDate, manualTime: form.manualTime })}
          limits={{ earliest: today }}
          tried={false}
          judged={{ error, onLeft: visit }}
          className={classes.span3}
        />
        <TextField
          id="manualTime"
          label={t.manualTime}
          placeholder={t.manualTimeHint}
          value={form.manualTime}
          onChange={(manualTime) => choose({ manualDate: form.manualDate, manualTime })}
          className={classes.span2}
        />
        <TextField
          id="manualReason"
          label={t.manualReason}
          value={form.manualReason}
          onChange={(manualReason) => set({ manualReason })}
          className={classes.span7}
        />
      </div>
      <DateOffers offers={offers} onTake={(manualDate) => choose({ manualDate, manualTime: '' })} />
    </Notice>
  );
}

/** The day it would be is reason enough for itself; for any other day, or an hour of his own, the officer says why. */
function reasonFor(form: IntakeForm, missing: ManualDueProps['missing'], today: PlainDate): string {
  if (missing === undefined) return form.manualReason;
  const given = t.missingYearReason(missing.year);
  const chosen = readChosenDue(form, today);
  const isEstimate = missing.estimate !== undefined && chosen?.date === instantToPlainDate(missing.estimate) && chosen.minute === undefined;
  if (isEstimate) return form.manualReason || given;
  return form.manualReason === given ? '' : form.manualReason;
}

/** Where the typed day cannot be promised, the next ones that can; before a day is typed, the day it would be or the next working days. */
function useOffers(form: IntakeForm, estimate: Instant | undefined, today: PlainDate): readonly PlainDate[] {
  const untouched = form.manualDate.trim() === '';
  const offers = usePromiseOffers(readChosenDue(form, today), untouched, addDays(today, 1));
  return untouched && estimate !== undefined ? [instantToPlainDate(estimate)] : offers;
}

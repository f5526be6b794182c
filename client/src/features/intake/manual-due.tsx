/** The officer's own promise: no limit could be counted, or the calendar ends before it. Days that can be promised are one press away. */
import { Button } from '@mantine/core';
import { promisableDays, promiseMoment } from '@onestop/shared/deadlines/promisable.ts';
import { readChosenDue } from '@onestop/shared/dossier/intake-fields/due.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, addDays } from '@onestop/shared/kernel/plain-date.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { formatDate, formatLongDate } from '../../texts/format.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
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
  const offers = useOffers(form, missing?.estimate);
  const take = (date: PlainDate) =>
    set({
      manualDate: formatDate(date),
      manualTime: '',
      ...(missing && form.manualReason === '' ? { manualReason: t.missingYearReason(missing.year) } : {}),
    });
  return (
    <Notice tone="amber">
      <p>{missing ? t.missingYear(missing.year) : t.manualNotice}</p>
      <div className={classes.grid}>
        <TextField
          id="manualDate"
          label={t.manualDate}
          placeholder={t.manualDateHint}
          value={form.manualDate}
          onChange={(manualDate) => set({ manualDate })}
          className={classes.span3}
        />
        <TextField
          id="manualTime"
          label={t.manualTime}
          placeholder={t.manualTimeHint}
          value={form.manualTime}
          onChange={(manualTime) => set({ manualTime })}
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
      {offers.length > 0 ? (
        <p className={classes.offers}>
          <span>{t.offers}</span>
          {offers.map((date) => (
            <Button key={date} type="button" variant="default" size="compact-md" onClick={() => take(date)}>
              {formatLongDate(date)}
            </Button>
          ))}
        </p>
      ) : null}
    </Notice>
  );
}

/** Where the typed day cannot be promised, the next ones that can; before a day is typed, the day it would be or the next working days. */
function useOffers(form: IntakeForm, estimate: Instant | undefined): readonly PlainDate[] {
  const { now, reference } = useServices();
  const calendar = useLive(reference)?.calendar;
  if (!calendar) return [];
  const chosen = readChosenDue(form);
  const moment = chosen && promiseMoment(calendar, chosen.date, chosen.minute);
  if (moment?.ok) return [];
  if (moment) return moment.error.offers.map((one) => one.date);
  if (form.manualDate.trim() !== '') return [];
  if (estimate !== undefined) return [instantToPlainDate(estimate)];
  return promisableDays(calendar, addDays(instantToPlainDate(now()), 1)).map((one) => one.date);
}

/** When the desks are open, weekday by weekday, and which days count for limits. A Saturday may be open without counting. */
import { useState } from 'react';
import { Checkbox, TextInput } from '@mantine/core';
import type { Calendar, DayPattern } from '@onestop/shared/deadlines/calendar.ts';
import { readSessions, saySessions } from '@onestop/shared/deadlines/calendar-entry.ts';
import { err } from '@onestop/shared/kernel/result.ts';
import { weekSchema } from '@onestop/shared/reference/schemas.ts';
import { sentenceCase, weekdayNames } from '../../texts/format.ts';
import { useServices } from '../../kit/services-context.tsx';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';

interface CalendarWeekDialogProps extends AdminDialogEnds {
  readonly calendar: Calendar;
  readonly onSaved: () => void;
}

/** Monday first, as weeks are read; the data begin with Sunday. */
const order = [1, 2, 3, 4, 5, 6, 0] as const;

export function CalendarWeekDialog({ calendar, onSaved, ...ends }: CalendarWeekDialogProps) {
  const t = adminTexts.calendar;
  const { admin } = useServices();
  const [days, setDays] = useState(() => calendar.week.map(({ open, counts }) => ({ open: saySessions(open), counts })));
  const change = (at: number, patch: Partial<(typeof days)[number]>) =>
    setDays((old) => old.map((day, i) => (i === at ? { ...day, ...patch } : day)));
  const send = async () => {
    const week = days.map(({ open, counts }) => ({ open: readSessions(open), counts }));
    const read = weekSchema.safeParse(week);
    return read.success ? admin.saveCalendarWeek(read.data) : err({ code: 'admin/invalid' as const });
  };
  return (
    <AdminDialog {...ends} title={t.week} send={send} onSent={onSaved}>
      <p>{t.weekHint}</p>
      {order.map((at) => {
        const day = days[at];
        if (!day) return null;
        const name = sentenceCase(weekdayNames[at]);
        return (
          <div key={at} style={{ display: 'grid', gridTemplateColumns: '1fr auto', gap: '0.8rem', alignItems: 'end' }}>
            <TextInput
              label={name}
              placeholder={t.closed}
              value={day.open}
              error={problemOf(day)}
              onChange={(event) => change(at, { open: event.currentTarget.value })}
            />
            <Checkbox
              label={t.counts}
              aria-label={`${name}: ${t.counts}`}
              checked={day.counts}
              onChange={(event) => change(at, { counts: event.currentTarget.checked })}
            />
          </div>
        );
      })}
    </AdminDialog>
  );
}

function problemOf({ open, counts }: { readonly open: string; readonly counts: DayPattern['counts'] }): string | undefined {
  const t = adminTexts.calendar;
  const sessions = readSessions(open);
  if (sessions === undefined) return t.badHours;
  return counts && sessions.length === 0 ? t.countsWithoutHours : undefined;
}

import { expect, test } from 'vitest';
import { at, day } from '../../../tests/support/builders.ts';
import { isWorkingDay } from './calendar.ts';
import { computeDueDate } from './due-date.ts';
import { estimateDueDate, estimatedCalendar } from './estimate.ts';
import { vietnamCalendar } from './holidays.ts';

const calendar = vietnamCalendar();
const settings = { dueTimeOfDay: 'endOfDay', sameDayCutoffMinute: 900, lateIntakeShift: false } as const;

test('[L66] D7: sixty working days received on 08/10/2027 have a date, provisional, though 2028 was not entered', () => {
  const input = {
    acceptedAt: at('08/10/2027 09:00'),
    limit: { text: '60 ngày làm việc', unit: 'workingDays', amount: 60 },
    extended: false,
    calendar,
    settings,
  } as const;
  expect(computeDueDate(input)).toEqual({ ok: false, error: { code: 'deadline/calendar-unknown', year: 2028 } });
  // 60 weekdays after Friday 8/10/2027 are 31/12; 24/11 is a holiday, 1/1/2028 a Saturday.
  expect(estimateDueDate(input)).toMatchObject({ ok: true, value: { due: { dueAt: at('03/01/2028 17:00'), provisional: true } } });
});

test('[L66] what the known years reach is counted on them, and they stay as they are', () => {
  const input = {
    acceptedAt: at('20/11/2026 09:00'),
    limit: { text: '', unit: 'workingDays', amount: 2 },
    extended: false,
    calendar,
    settings,
  } as const;
  expect(estimateDueDate(input)).toEqual(computeDueDate(input));
  expect(estimatedCalendar(calendar)).toBe(estimatedCalendar(calendar));
  const estimate = estimatedCalendar(calendar);
  for (const date of ['2026-11-24', '2027-02-08', '2026-08-22']) {
    const [d, m, y] = [date.slice(8), date.slice(5, 7), date.slice(0, 4)];
    expect(isWorkingDay(estimate, day(`${d}/${m}/${y}`))).toBe(isWorkingDay(calendar, day(`${d}/${m}/${y}`)));
  }
});

test('[L66] a calendar that does not say how far it is confirmed is so as far as it goes', () => {
  const { confirmedTo: _none, ...plain } = calendar;
  const received = { limit: { text: '', unit: 'days', amount: 5 }, extended: false, calendar: plain, settings } as const;
  expect(estimateDueDate({ ...received, acceptedAt: at('20/12/2027') })).toMatchObject({ ok: true });
  const reached = estimateDueDate({ ...received, acceptedAt: at('20/12/2027') });
  expect(reached.ok && reached.value.due.provisional).toBe(undefined);
  expect(estimateDueDate({ ...received, acceptedAt: at('30/12/2027') })).toMatchObject({ value: { due: { provisional: true } } });
});

import { expect, test } from 'vitest';
import { at, day, intakeFor, procedures, reference, settings } from '../../../tests/support/builders.ts';
import { given } from '../../../tests/support/given.ts';
import type { CalendarException } from '../deadlines/calendar.ts';
import { withYear } from '../deadlines/calendar-entry.ts';
import { vietnamCalendar } from '../deadlines/holidays.ts';
import type { DossierState } from '../dossier/state.ts';
import { must } from '../kernel/assert.ts';
import { promiseDrift } from './promise-drift.ts';

const off = (date: string): CalendarException => ({ date: day(date), kind: 'OFF', name: 'Nghỉ bão', source: 'CĐ 1', confirmed: true });
const changed = (...exceptions: readonly CalendarException[]) => vietnamCalendar({ version: 2, exceptions });
const drift = (state: DossierState | undefined, calendar = changed(off('26/11/2026'))) =>
  promiseDrift(must(state, 'a dossier'), calendar, settings);

/** 3 working days from 23/11/2026: 25, 26 and 27/11. */
const accepted = given('NOTHING')
  .when('accept', { intake: intakeFor(procedures.threeDays) })
  .succeeds().state;

test('[L71] a day off that came after the promise: what it would be today is told, and the promise stays', () => {
  expect(drift(accepted)).toEqual({ kind: 'COUNTED', dueAt: at('30/11/2026 17:00') });
  expect(accepted.due?.dueAt).toBe(at('27/11/2026 17:00'));
});

test('[L71] nothing is told where nothing differs, on the same calendar, or for a dossier that is done', () => {
  expect(drift(accepted, changed(off('30/11/2026')))).toBeUndefined();
  expect(drift(accepted, reference.calendar)).toBeUndefined();
  expect(drift(given('RESULT_READY').state)).toBeUndefined();
});

test('[L71] through a supplement and a payment, as the promise was made', () => {
  const received = [{ component: 2, state: 'RECEIVED' as const, originals: 1, certified: 0, copies: 0 }];
  const back = given('SUPPLEMENT_REQUESTED').when('completeSupplement', { received }, { at: '07/12/2026 09:00' }).succeeds().state;
  expect(drift(back, changed(off('26/11/2026')))).toBeUndefined();
  expect(drift(back, changed(off('09/12/2026')))).toEqual({ kind: 'COUNTED', dueAt: at('11/12/2026 17:00') });
  const paid = given('AWAITING_PAYMENT').when('recordPayment', { amountVnd: 1 }, { at: '25/11/2026 09:00' }).succeeds().state;
  expect(paid.due?.dueAt).toBe(at('30/11/2026 17:00'));
  expect(drift(paid, changed(off('30/11/2026')))).toEqual({ kind: 'COUNTED', dueAt: at('01/12/2026 17:00') });
  expect(drift(given('SUPPLEMENT_REQUESTED').state)).toBeUndefined();
});

test('[L71] a date somebody chose is only told where nobody works on it any more', () => {
  const apologised = given('IN_PROCESS')
    .when('apologise', { reason: 'x', class: 'OTHER', date: day('02/12/2026') })
    .succeeds().state;
  expect(drift(apologised)).toBeUndefined();
  expect(drift(apologised, changed(off('02/12/2026')))).toMatchObject({
    kind: 'NOT_PROMISABLE',
    why: { code: 'deadline/day-off', name: 'Nghỉ bão', offers: [{ date: '2026-12-03' }, {}, {}] },
  });
});

test('[L71] a date set because the year was missing is counted as soon as the year is entered', () => {
  const when = { at: '30/12/2027 09:00' };
  const accept = (date: string) =>
    given('NOTHING')
      .when('accept', { intake: intakeFor(procedures.threeDays), due: { date: day(date), reason: 'chưa có lịch' } }, when)
      .succeeds().state;
  const days = [{ date: day('03/01/2028'), kind: 'OFF' as const, name: 'Nghỉ bù' }];
  const entered = withYear(reference.calendar, { year: 2028, source: 'TB', confirmed: true, days });
  const calendar = must(entered.ok ? entered.value : undefined, 'a year');
  expect(drift(accept('05/01/2028'), calendar)).toBeUndefined();
  expect(drift(accept('04/01/2028'), calendar)).toEqual({ kind: 'COUNTED', dueAt: at('05/01/2028 17:00') });
});

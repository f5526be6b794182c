import { describe, expect, test } from 'vitest';
import { at } from '../../../tests/support/builders.ts';
import type { DueDate, LimitUnit } from '../dossier/state.ts';
import { instantToCivil } from '../kernel/instant.ts';
import { vietnamCalendar } from './holidays.ts';
import { promiseAfterWait } from './remainder.ts';

const calendar = vietnamCalendar();
const settings = { dueTimeOfDay: 'endOfDay', sameDayCutoffMinute: 900, lateIntakeShift: false } as const;
const rules = {
  SAME_DAY: 'SAME_DAY',
  WORKING_DAY: 'WORKING_DAYS',
  WORKING_HOUR: 'WORKING_HOURS',
  CLOCK_HOUR: 'CLOCK_HOURS',
  DAY: 'DAYS',
  MONTH: 'MONTHS',
  NONE: 'CHOSEN',
} as const satisfies Record<LimitUnit, DueDate['rule']>;

function promise(unit: LimitUnit, due: string): DueDate {
  return { dueAt: at(due), rule: rules[unit], unit, amount: 5, calendarVersion: 1, settings };
}

function after(unit: LimitUnit, due: string, from: string, to: string, changes: Partial<DueDate> = {}): string {
  const moved = promiseAfterWait({ due: { ...promise(unit, due), ...changes }, from: at(from), to: at(to), calendar, settings });
  if (moved === undefined) return 'stays';
  const { date, minuteOfDay } = instantToCivil(moved.dueAt);
  const [y, m, d] = date.split('-');
  return `${d}/${m}/${y} ${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

describe('[L65] what was left at the request is counted again from the payment', () => {
  test.each<[LimitUnit, string, string, string, string]>([
    // Fri 4/12 16:30 to Mon 7/12 08:00: four working days were left.
    ['WORKING_DAY', '10/12/2026 17:00', '04/12/2026 16:30', '07/12/2026 08:00', '11/12/2026 17:00'],
    // Three working days waited: four left on Monday, counted from Wednesday.
    ['WORKING_DAY', '11/12/2026 17:00', '07/12/2026 08:00', '09/12/2026 17:00', '15/12/2026 17:00'],
    // Inside one day nothing is lost.
    ['WORKING_DAY', '11/12/2026 17:00', '07/12/2026 08:00', '07/12/2026 17:00', 'stays'],
    // Over a holiday.
    ['WORKING_DAY', '23/11/2026 17:00', '20/11/2026 09:00', '23/11/2026 09:00', '25/11/2026 17:00'],
    ['DAY', '10/12/2026 17:00', '04/12/2026 10:00', '09/12/2026 10:00', '15/12/2026 17:00'],
    // The eleventh day is a Sunday.
    ['DAY', '15/12/2026 17:00', '04/12/2026 10:00', '09/12/2026 10:00', '21/12/2026 17:00'],
    ['MONTH', '10/12/2026 17:00', '04/12/2026 10:00', '09/12/2026 10:00', '15/12/2026 17:00'],
    // Two and a half hours left, over lunch and over night.
    ['WORKING_HOUR', '07/12/2026 11:30', '07/12/2026 09:00', '08/12/2026 10:30', '08/12/2026 15:00'],
    ['WORKING_HOUR', '07/12/2026 11:30', '07/12/2026 09:00', '08/12/2026 16:30', '09/12/2026 09:30'],
    ['WORKING_HOUR', '07/12/2026 11:30', '07/12/2026 09:00', '12/12/2026 09:00', '14/12/2026 10:00'],
    ['CLOCK_HOUR', '28/11/2026 04:00', '27/11/2026 20:00', '29/11/2026 08:00', '29/11/2026 16:00'],
    // A date somebody chose counts in working days, and keeps its hour.
    ['NONE', '10/12/2026 10:00', '08/12/2026 09:00', '10/12/2026 16:00', '14/12/2026 10:00'],
    // After the cut-off there was one working day left.
    ['SAME_DAY', '08/12/2026 17:00', '07/12/2026 15:30', '09/12/2026 09:00', '10/12/2026 17:00'],
  ])('%s due %s, asked %s, paid %s: %s', (unit, due, from, to, expected) => {
    expect(after(unit, due, from, to)).toBe(expected);
  });

  test.each([
    ['09/12/2026 15:00', '09/12/2026 17:00'],
    ['09/12/2026 15:01', '10/12/2026 17:00'],
    ['12/12/2026 09:00', '14/12/2026 17:00'],
  ])('less than a day was left, paid %s: a same-day limit, %s', (to, expected) => {
    for (const unit of ['SAME_DAY', 'WORKING_DAY', 'DAY'] as const)
      expect(after(unit, '07/12/2026 17:00', '07/12/2026 09:00', to)).toBe(expected);
  });

  test("in the unit that was counted: the extension's, where there is one", () => {
    const extension = { unit: 'DAY', amount: 25, why: 'xác minh' } as const;
    expect(after('WORKING_DAY', '10/12/2026 17:00', '04/12/2026 10:00', '09/12/2026 10:00', { extension })).toBe('15/12/2026 17:00');
    expect(after('WORKING_DAY', '10/12/2026 17:00', '04/12/2026 10:00', '09/12/2026 10:00')).toBe('15/12/2026 17:00');
    expect(after('WORKING_DAY', '15/12/2026 17:00', '04/12/2026 10:00', '09/12/2026 10:00')).toBe('18/12/2026 17:00');
    expect(after('WORKING_DAY', '15/12/2026 17:00', '04/12/2026 10:00', '09/12/2026 10:00', { extension })).toBe('21/12/2026 17:00');
  });

  test('a promise missed already is not moved: by the day, in hours by the minute', () => {
    expect(after('WORKING_DAY', '02/12/2026 17:00', '03/12/2026 08:00', '08/12/2026 08:00')).toBe('stays');
    expect(after('WORKING_DAY', '02/12/2026 17:00', '02/12/2026 17:30', '08/12/2026 08:00')).toBe('08/12/2026 17:00');
    expect(after('WORKING_HOUR', '02/12/2026 09:00', '02/12/2026 09:01', '08/12/2026 08:00')).toBe('stays');
    expect(after('CLOCK_HOUR', '02/12/2026 09:00', '02/12/2026 09:01', '08/12/2026 08:00')).toBe('stays');
  });

  test('where the calendar ends the date is provisional; the wait never stops for it', () => {
    const moved = promiseAfterWait({
      due: promise('WORKING_DAY', '24/12/2027 17:00'),
      from: at('20/12/2027 09:00'),
      to: at('30/12/2027 09:00'),
      calendar,
      settings,
    });
    expect(moved).toMatchObject({ dueAt: at('05/01/2028 17:00'), provisional: true });
  });
});

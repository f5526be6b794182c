import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TimeLimit, limitUnits } from '../catalogue/procedure.ts';
import { civilToInstant, instantToCivil } from '../kernel/instant.ts';
import { type PlainDate, addDays, parsePlainDate } from '../kernel/plain-date.ts';
import { isWorkingDay } from './calendar.ts';
import { type DueDateInput, computeDueDate } from './due-date.ts';
import { vietnamCalendar } from './holidays.ts';

const calendar = vietnamCalendar();
const settings: DueDateInput['settings'] = { dueTimeOfDay: 'endOfDay', sameDayCutoffMinute: 900, lateIntakeShift: false };

/** `dd/mm/yyyy`, optionally ` hh:mm`. */
function at(text: string): number {
  const [date = '', time = '09:00'] = text.split(' ');
  const [d, m, y] = date.split('/');
  const [hour, minute] = time.split(':').map(Number);
  return civilToInstant(parsePlainDate(`${y}-${m}-${d}`) as PlainDate, (hour ?? 0) * 60 + (minute ?? 0));
}

type Extended = NonNullable<TimeLimit['extended']>;

function limit(
  unit: TimeLimit['unit'],
  amount: number | null,
  extendedAmount?: number,
  extendedUnit: Extended['unit'] = 'workingDays',
): TimeLimit {
  if (extendedAmount === undefined) return { text: 'x', unit, amount };
  return { text: 'x', unit, amount, extended: { amount: extendedAmount, unit: extendedUnit, ground: 'cần xác minh' } };
}

function compute(received: string, timeLimit: TimeLimit, changes: Partial<DueDateInput['settings']> & { extended?: boolean } = {}) {
  const { extended = false, ...rest } = changes;
  const result = computeDueDate({ acceptedAt: at(received), limit: timeLimit, extended, calendar, settings: { ...settings, ...rest } });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function due(...args: Parameters<typeof compute>): string {
  const { date, minuteOfDay } = instantToCivil(compute(...args).due.dueAt);
  const [y, m, d] = date.split('-');
  return `${d}/${m}/${y} ${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

describe('published vectors', () => {
  test.each([
    ['25/01/2017', 3, '06/02/2017'],
    ['28/04/2017', 1, '03/05/2017'],
    ['01/09/2017', 3, '07/09/2017'],
    ['28/12/2018', 5, '07/01/2019'],
    ['25/04/2025', 3, '29/04/2025'],
    ['29/04/2025', 3, '07/05/2025'],
    ['13/02/2026', 1, '23/02/2026'],
    ['21/08/2026', 5, '27/08/2026'],
    ['20/11/2026', 2, '25/11/2026'],
  ])('[L1] [L2] received %s, %i working days, due %s', (received, amount, expected) => {
    expect(due(received, limit('workingDays', amount))).toBe(`${expected} 17:00`);
  });

  test.each([
    ['23/11/2026 14:59', '23/11/2026 17:00'],
    ['23/11/2026 15:00', '23/11/2026 17:00'],
    ['23/11/2026 15:01', '25/11/2026 17:00'],
    ['24/11/2026 09:00', '25/11/2026 17:00'],
    ['27/11/2026 15:01', '30/11/2026 17:00'],
  ])('[L3] same day: received %s, due %s', (received, expected) => {
    expect(due(received, limit('sameDay', null))).toBe(expected);
  });
});

describe('other units', () => {
  test('[L3] the cut-off is a setting, and a closed desk is late whatever the cut-off', () => {
    expect(due('23/11/2026 15:30', limit('sameDay', null), { sameDayCutoffMinute: 960 })).toBe('23/11/2026 17:00');
    expect(due('23/11/2026 17:01', limit('sameDay', null), { sameDayCutoffMinute: 1200 })).toBe('25/11/2026 17:00');
  });

  test.each([
    ['02/11/2026', 5, '09/11/2026 17:00'], // Sat 7/11 → Mon
    ['03/11/2026', 6, '09/11/2026 17:00'],
    ['02/11/2026', 22, '25/11/2026 17:00'], // Tue 24/11 is a holiday
    ['05/02/2026', 11, '23/02/2026 17:00'], // 16/2, first day of Tết
  ])('[L4] received %s, %i days, due %s', (received, amount, expected) => {
    expect(due(received, limit('days', amount))).toBe(expected);
  });

  test.each([
    ['31/01/2025', 1, '28/02/2025 17:00'],
    ['31/12/2025', 2, '02/03/2026 17:00'], // 28/2/2026 is a Saturday
    ['15/06/2026', 3, '15/09/2026 17:00'],
  ])('[L5] received %s, %i months, due %s', (received, amount, expected) => {
    expect(due(received, limit('months', amount))).toBe(expected);
  });

  test.each([
    ['23/11/2026 08:00', 2, '23/11/2026 10:00'],
    ['23/11/2026 07:30', 4, '23/11/2026 11:30'], // used up at lunch: due at lunch
    ['23/11/2026 06:00', 1, '23/11/2026 08:30'],
    ['23/11/2026 12:00', 1, '23/11/2026 14:30'],
    ['23/11/2026 11:00', 1, '23/11/2026 14:00'],
    ['23/11/2026 17:00', 1, '25/11/2026 08:30'],
    ['23/11/2026 16:30', 1, '25/11/2026 08:00'],
    ['28/11/2026 09:00', 8, '01/12/2026 08:00'],
  ])('[L6] received %s, %i working hours, due %s', (received, amount, expected) => {
    expect(due(received, limit('workingHours', amount))).toBe(expected);
  });

  test.each([
    ['19/11/2026 09:12', '20/11/2026 09:12'],
    ['19/11/2026 06:00', '20/11/2026 07:30'],
    ['19/11/2026 12:10', '20/11/2026 13:30'],
    ['19/11/2026 18:00', '20/11/2026 17:00'],
    ['21/11/2026 09:00', '23/11/2026 17:00'],
  ])('[L7] carry: received %s, due %s', (received, expected) => {
    expect(due(received, limit('workingDays', 1), { dueTimeOfDay: 'carry' })).toBe(expected);
  });

  test.each([
    ['19/11/2026 15:00', '20/11/2026 17:00'],
    ['19/11/2026 15:01', '23/11/2026 17:00'],
    ['21/11/2026 09:00', '25/11/2026 17:00'],
  ])('[L8] late intake shifts: received %s, 1 working day, due %s', (received, expected) => {
    expect(due(received, limit('workingDays', 1), { lateIntakeShift: true })).toBe(expected);
    expect(due('19/11/2026 15:01', limit('workingDays', 1))).toBe('20/11/2026 17:00');
  });

  test('[L9] the extended limit', () => {
    expect(due('19/11/2026', limit('workingDays', 3, 8), { extended: true })).toBe('02/12/2026 17:00');
    expect(due('19/11/2026', limit('workingDays', 1), { extended: true })).toBe('20/11/2026 17:00');
    expect(due('19/11/2026', limit('sameDay', null, 5), { extended: true })).toBe('27/11/2026 17:00');
    expect(compute('19/11/2026', limit('sameDay', null, 5), { extended: true }).due).toMatchObject({
      rule: 'WORKING_DAYS',
      unit: 'SAME_DAY',
      amount: 0,
      extension: { unit: 'WORKING_DAY', amount: 5 },
    });
  });

  test.each([
    ['23/11/2026', limit('workingDays', 5, 25, 'days'), '18/12/2026 17:00'],
    ['26/11/2026', limit('workingDays', 3, 23, 'days'), '21/12/2026 17:00'], // 19/12 is a Saturday
    ['19/11/2026', limit('days', 15, 20, 'workingDays'), '18/12/2026 17:00'],
    ['19/11/2026', limit('sameDay', null, 2, 'months'), '19/01/2027 17:00'],
  ])('[K60] received %s, the extension is counted in its own unit', (received, timeLimit, expected) => {
    expect(due(received, timeLimit, { extended: true })).toBe(expected);
    expect(compute(received, timeLimit, { extended: true }).due.amount).toBe(timeLimit.amount ?? 0);
  });

  test.each([
    ['27/11/2026 16:00', 12, '28/11/2026 04:00'], // a Saturday: children in danger do not wait for Monday
    ['27/11/2026 12:00', 12, '28/11/2026 00:00'],
    ['23/11/2026 06:00', 12, '23/11/2026 18:00'],
    ['28/11/2026 22:30', 48, '30/11/2026 22:30'],
  ])('[K61] received %s, %i hours of the clock, due %s', (received, amount, expected) => {
    for (const lateIntakeShift of [false, true]) expect(due(received, limit('clockHours', amount), { lateIntakeShift })).toBe(expected);
    expect(compute(received, limit('clockHours', amount)).due).toMatchObject({ rule: 'CLOCK_HOURS', unit: 'CLOCK_HOUR', amount });
  });

  test.each([
    ['31/12/2016', limit('workingDays', 1), 2016],
    ['20/12/2027', limit('workingDays', 10), 2028],
    ['20/12/2027', limit('days', 12), 2028],
    ['20/12/2027', limit('months', 14), 2029],
    ['31/12/2027 16:59', limit('workingHours', 3), 2028],
    ['31/12/2027 16:59', limit('clockHours', 12), 2028],
    ['31/12/2027 15:01', limit('sameDay', null), 2028],
  ])('[L10] received %s is refused with the year', (received, timeLimit, year) => {
    const result = computeDueDate({ acceptedAt: at(received), limit: timeLimit, extended: false, calendar, settings });
    expect(result).toEqual({ ok: false, error: { code: 'deadline/calendar-unknown', year } });
  });
});

test('[K61] D1: twelve hours of the clock from Friday 27/11/2026 16:00 end on Saturday at 04:00, told as such', () => {
  const { due: promise, explanation } = compute('27/11/2026 16:00', limit('clockHours', 12));
  expect(promise).toMatchObject({ dueAt: at('28/11/2026 04:00'), rule: 'CLOCK_HOURS', unit: 'CLOCK_HOUR', amount: 12 });
  expect(explanation.days.map(({ date, minutes }) => [date, minutes])).toEqual([
    ['2026-11-27', 480],
    ['2026-11-28', 240],
  ]);
});

test('[L4] D2: fifteen days are days: received on 23/11/2026, due on 08/12/2026, seven days before fifteen working days', () => {
  expect(due('23/11/2026', limit('days', 15))).toBe('08/12/2026 17:00');
  expect(due('23/11/2026', limit('workingDays', 15))).toBe('15/12/2026 17:00');
});

describe('explanation', () => {
  test('[L13] every day of the walk with its reason', () => {
    const { explanation } = compute('20/11/2026', limit('workingDays', 2));
    expect(explanation.days.map(({ date, counted, why, name }) => [date, counted, why, name])).toEqual([
      ['2026-11-20', false, 'FIRST_DAY', undefined],
      ['2026-11-21', false, 'WEEKEND', undefined],
      ['2026-11-22', false, 'WEEKEND', undefined],
      ['2026-11-23', true, 'COUNTED', undefined],
      ['2026-11-24', false, 'HOLIDAY', 'Ngày Văn hóa Việt Nam'],
      ['2026-11-25', true, 'COUNTED', undefined],
    ]);
    expect(explanation).toMatchObject({ rule: 'WORKING_DAYS', amount: 2, dueDate: '2026-11-25', dueMinute: 1020, provisional: false });
    expect(compute('21/08/2026', limit('workingDays', 1)).explanation.days[1]).toMatchObject({
      why: 'WORKED_SATURDAY',
      name: 'Làm bù cho 31/8/2026',
    });
  });

  test('[L13] after the cut-off, and a last day moved off a day not worked', () => {
    const late = compute('23/11/2026 15:01', limit('sameDay', null)).explanation;
    expect(late).toMatchObject({ rule: 'NEXT_WORKING_DAY', cutoffMinute: 900 });
    expect(late.days.map((day) => day.why)).toEqual(['RECEIVED_LATE', 'HOLIDAY', 'COUNTED']);
    const moved = compute('02/11/2026', limit('days', 5)).explanation;
    expect(moved.nominalDate).toBe('2026-11-07');
    expect(moved.days.map((day) => day.why).slice(-3)).toEqual(['COUNTED', 'WEEKEND', 'MOVED_HERE']);
    const hours = compute('23/11/2026 17:30', limit('workingHours', 1)).explanation;
    expect(hours.start).toEqual({ date: '2026-11-25', minuteOfDay: 450, shift: 'AFTER_CLOSING' });
  });

  test('[L14] a walk into days not issued yet is provisional', () => {
    expect(compute('23/11/2026', limit('workingDays', 20)).explanation.provisional).toBe(false);
    expect(compute('23/11/2026', limit('workingDays', 40)).explanation.provisional).toBe(true);
  });
});

describe('properties', () => {
  const instants = fc
    .integer({ min: at('01/01/2017 00:00') / 60_000, max: at('28/02/2027 23:59') / 60_000 })
    .map((minute) => minute * 60_000);
  const officeUnits = limitUnits.filter((unit) => unit !== 'clockHours');
  const units = fc.constantFrom<TimeLimit['unit']>(...limitUnits);
  const options = fc.record({
    dueTimeOfDay: fc.constantFrom<'endOfDay' | 'carry'>('endOfDay', 'carry'),
    sameDayCutoffMinute: fc.integer({ min: 600, max: 1200 }),
    lateIntakeShift: fc.boolean(),
  });
  const make = (unit: TimeLimit['unit'], amount: number) => limit(unit, unit === 'sameDay' ? null : amount);
  const run = (acceptedAt: number, timeLimit: TimeLimit, chosen: DueDateInput['settings']) => {
    const result = computeDueDate({ acceptedAt, limit: timeLimit, extended: false, calendar, settings: chosen });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };

  test('[L11] never on a day off but for hours of the clock, never before the acceptance', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...officeUnits), fc.integer({ min: 1, max: 5 }), options, (instant, unit, amount, chosen) => {
        const { due: promise } = run(instant, make(unit, amount), chosen);
        expect(promise.dueAt).toBeGreaterThanOrEqual(instant);
        expect(isWorkingDay(calendar, instantToCivil(promise.dueAt).date)).toBe(true);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  test('[L12] monotone in the time of acceptance and in the amount', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 20_000 }),
        units,
        fc.integer({ min: 1, max: 5 }),
        options,
        (instant, laterMinutes, unit, amount, chosen) => {
          const first = run(instant, make(unit, amount), chosen).due.dueAt;
          const later = Math.min(instant + laterMinutes * 60_000, at('28/02/2027 23:59'));
          expect(run(later, make(unit, amount), chosen).due.dueAt).toBeGreaterThanOrEqual(first);
          expect(run(instant, make(unit, amount + 1), chosen).due.dueAt).toBeGreaterThanOrEqual(first);
        },
      ),
      { numRuns: 5000, seed: 2 },
    );
  });

  test('[L13] the explanation adds up', () => {
    fc.assert(
      fc.property(instants, units, fc.integer({ min: 1, max: 30 }), options, (instant, unit, amount, chosen) => {
        const n = unit === 'months' ? Math.min(amount, 5) : amount;
        const { due: promise, explanation } = run(instant, make(unit, n), chosen);
        const counted = explanation.days.filter((day) => day.counted);
        const hours = counted.reduce((total, day) => total + (day.minutes ?? 0), 0) / 60;
        const sum = {
          workingHours: hours,
          clockHours: hours,
          months: counted.at(-1)?.number,
          sameDay: counted.length * n,
        }[unit as string];
        expect(sum ?? counted.length).toBe(n);
        expect(explanation.days.at(-1)?.date).toBe(explanation.dueDate);
        expect(civilToInstant(explanation.dueDate, explanation.dueMinute)).toBe(promise.dueAt);
        const gaps = explanation.days.filter((day, i) => day.date !== addDays(explanation.receivedDate, i));
        expect(unit === 'months' ? [] : gaps).toEqual([]);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});

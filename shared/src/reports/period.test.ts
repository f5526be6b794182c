import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, day } from '../../../tests/support/builders.ts';
import { addDays } from '../kernel/plain-date.ts';
import { boundsOf, daysOf, movePeriod, nameOf, type NamedPeriod, periodBefore, periodKinds, periodOf } from './period.ts';

const span = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe('the time a report speaks of', () => {
  test.each([
    ['MONTH', 'CALENDAR', 11, span('01/11/2026', '30/11/2026')],
    ['QUARTER', 'CALENDAR', 4, span('01/10/2026', '31/12/2026')],
    ['HALF', 'CALENDAR', 1, span('01/01/2026', '30/06/2026')],
    ['YEAR', 'CALENDAR', 1, span('01/01/2026', '31/12/2026')],
    // NĐ 09/2019/NĐ-CP Đ12.
    ['MONTH', 'MID_MONTH', 11, span('15/10/2026', '14/11/2026')],
    ['MONTH', 'MID_MONTH', 1, span('15/12/2025', '14/01/2026')],
    ['QUARTER', 'MID_MONTH', 1, span('15/12/2025', '14/03/2026')],
    ['HALF', 'MID_MONTH', 1, span('15/12/2025', '14/06/2026')],
    ['HALF', 'MID_MONTH', 2, span('15/06/2026', '14/12/2026')],
    ['YEAR', 'MID_MONTH', 1, span('15/12/2025', '14/12/2026')],
  ] as const)('[R52] %s %s %i of 2026', (kind, cut, number, days) => {
    expect(daysOf({ kind, cut, year: 2026, number })).toEqual(days);
  });

  test('[R52] every day lies in exactly one named period of a kind, and the next begins the day after', () => {
    const named = fc.record({
      kind: fc.constantFrom(...periodKinds),
      cut: fc.constantFrom('CALENDAR' as const, 'MID_MONTH' as const),
      day: fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(day('01/01/2017'), days)),
    });
    fc.assert(
      fc.property(named, ({ kind, cut, day: on }) => {
        const period: NamedPeriod = periodOf(kind, cut, on);
        const { from, to } = daysOf(period);
        expect(from <= on && on <= to).toBe(true);
        expect(daysOf(movePeriod(period, 1)).from).toBe(addDays(to, 1));
        expect(movePeriod(movePeriod(period, 5), -5)).toEqual(period);
        expect(nameOf({ from, to })).toEqual(period);
      }),
    );
  });

  test('[R52] beside a named period stands the one before it, beside other days as many before them', () => {
    expect(periodBefore(span('15/10/2026', '14/11/2026'))).toEqual(span('15/09/2026', '14/10/2026'));
    expect(periodBefore(span('01/01/2026', '31/12/2026'))).toEqual(span('01/01/2025', '31/12/2025'));
    expect(periodBefore(span('10/11/2026', '12/11/2026'))).toEqual(span('07/11/2026', '09/11/2026'));
  });

  test('[R52] a period that goes on is counted up to now', () => {
    const november = span('01/11/2026', '30/11/2026');
    expect(boundsOf(november, at('25/11/2026 10:00')).asOf).toBe(at('25/11/2026 10:00'));
    expect(boundsOf(november, at('05/12/2026 10:00')).asOf).toBe(at('01/12/2026 00:00') - 1);
  });
});

import { describe, expect, test } from 'vitest';
import { day } from '../../../tests/support/builders.ts';
import { must } from '../kernel/assert.ts';
import { addWorkingDays, isWorkingDay } from './calendar.ts';
import {
  type CalendarYear,
  knownYears,
  readSessions,
  readYearLines,
  saySessions,
  sayYearLines,
  withWeek,
  withYear,
} from './calendar-entry.ts';
import { vietnamCalendar } from './holidays.ts';

const calendar = vietnamCalendar();
const notice = `# Thông báo nghỉ lễ
1/1/2029 Tết Dương lịch
nghỉ 12/2 - 18/2 Tết Nguyên đán

làm 24/2: Làm bù cho 16/2
30/4 – 1/5 Ngày lễ 30/4 và 1/5`;
const read2029 = readYearLines(2029, notice, calendar.week);

function yearOf(year: number, changes: Partial<CalendarYear> = {}): CalendarYear {
  const days = [{ date: day(`03/05/${year}`), kind: 'OFF' as const, name: 'Nghỉ lễ' }];
  return { year, source: 'TB 12/TB-BNV', confirmed: true, days, ...changes };
}

const saved = (of: typeof calendar, ...years: readonly CalendarYear[]) =>
  years.reduce((before, year) => {
    const next = withYear(before, year);
    return must(next.ok ? next.value : undefined, 'a year in order');
  }, of);

describe('[L69] a year is entered as its notice has it', () => {
  test('typed lines: single days, spans without their rest days, days worked in exchange', () => {
    expect(read2029.ok && read2029.value.map(({ date, kind, name }) => `${date} ${kind} ${name}`)).toEqual([
      '2029-01-01 OFF Tết Dương lịch',
      '2029-02-12 OFF Tết Nguyên đán',
      '2029-02-13 OFF Tết Nguyên đán',
      '2029-02-14 OFF Tết Nguyên đán',
      '2029-02-15 OFF Tết Nguyên đán',
      '2029-02-16 OFF Tết Nguyên đán',
      '2029-02-24 WORK Làm bù cho 16/2',
      '2029-04-30 OFF Ngày lễ 30/4 và 1/5',
      '2029-05-01 OFF Ngày lễ 30/4 và 1/5',
    ]);
  });
  test('what cannot be read is named by its line, all at once', () => {
    const wrong = readYearLines(2028, 'mồng một\n31/2 Tết\n3/5\n5/5 - 1/5 Nghỉ\n6/5 - 7/5 Nghỉ\n3/5 Nghỉ lễ', calendar.week);
    expect(wrong.ok ? [] : wrong.error.map(({ line, code }) => [line, code])).toEqual([
      [1, 'entry/unreadable'],
      [2, 'entry/no-such-day'],
      [3, 'entry/name-missing'],
      [4, 'entry/no-such-day'],
      [5, 'entry/not-worked-anyway'],
    ]);
  });
  test('every shipped year is said in lines that read as the same days', () => {
    for (const { year } of knownYears(calendar)) {
      const again = readYearLines(year, sayYearLines(calendar, year), calendar.week);
      const own = calendar.exceptions.filter((one) => one.date.startsWith(String(year)));
      expect(again.ok && again.value).toEqual(own.map(({ date, kind, name }) => ({ date, kind, name })));
    }
  });
  test.each<[string, Partial<CalendarYear>, string]>([
    ['of another year', { days: [{ date: day('03/05/2027'), kind: 'OFF', name: 'x' }] }, 'entry/other-year'],
    ['a Sunday off', { days: [{ date: day('07/05/2028'), kind: 'OFF', name: 'x' }] }, 'entry/not-worked-anyway'],
    ['a Monday worked', { days: [{ date: day('08/05/2028'), kind: 'WORK', name: 'x' }] }, 'entry/worked-anyway'],
    ['twice', { days: [...yearOf(2028).days, ...yearOf(2028).days] }, 'entry/twice'],
    ['a year left out', { year: 2029, days: [{ date: day('03/05/2029'), kind: 'OFF', name: 'x' }] }, 'entry/gap'],
    ['before all others', { year: 2016, days: [{ date: day('03/05/2016'), kind: 'OFF', name: 'x' }] }, 'entry/gap'],
  ])('refused: %s', (_name, changes, code) => {
    const refused = withYear(calendar, yearOf(2028, changes));
    expect(refused.ok ? [] : refused.error.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('[L69] the calendar goes on with the entered year, under the next version', () => {
  test('a new year is known, counted and confirmed as far as there is no gap', () => {
    const next = saved(calendar, yearOf(2028));
    expect(next).toMatchObject({ version: 2, knownTo: '2028-12-31', confirmedTo: '2026-12-31' });
    expect(isWorkingDay(next, day('03/05/2028'))).toBe(false);
    expect(addWorkingDays(next, day('31/12/2027'), 1)).toBe('2028-01-03');
    // 2027 is still a proposal: as soon as it is issued, 2028 counts too.
    expect(saved(next, yearOf(2027)).confirmedTo).toBe('2028-12-31');
    expect(saved(calendar, yearOf(2027)).confirmedTo).toBe('2027-12-31');
  });
  test('a year is replaced whole; one taken back is a proposal again, and those after it', () => {
    const both = saved(calendar, yearOf(2027), yearOf(2028));
    expect(both.exceptions.filter((one) => one.date.startsWith('2027'))).toHaveLength(1);
    const taken = saved(both, yearOf(2027, { confirmed: false }));
    expect(taken).toMatchObject({ version: 4, confirmedTo: '2026-12-31', knownTo: '2028-12-31' });
    expect(knownYears(taken).slice(0, 3)).toMatchObject([
      { year: 2028, off: 1, worked: 0, confirmed: false },
      { year: 2027, confirmed: false },
      { year: 2026, off: 14, worked: 2, confirmed: true },
    ]);
  });
});

test('[L63] hours of the week as typed', () => {
  expect(readSessions('7:30-11:30, 13h30–17h')).toEqual([
    { from: 450, to: 690 },
    { from: 810, to: 1020 },
  ]);
  expect(readSessions(' ')).toEqual([]);
  for (const wrong of ['7:30', '11:30-7:30', '7:30-11:30, 11:00-17:00', 'sáng', '7-8-9']) expect(readSessions(wrong)).toBeUndefined();
  for (const { open } of calendar.week) expect(readSessions(saySessions(open))).toEqual(open);
  const saturday = calendar.week.map((one, i) => (i === 6 ? { open: [{ from: 450, to: 690 }], counts: false } : one));
  expect(withWeek(calendar, saturday)).toMatchObject({ version: 2, week: saturday });
});

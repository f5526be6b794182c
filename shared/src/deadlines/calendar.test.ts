import { expect, test } from 'vitest';
import { type PlainDate, weekdayOf } from '../kernel/plain-date.ts';
import {
  addWorkingDays,
  exceptionOn,
  isWorkingDay,
  nextWorkingDay,
  openSessions,
  sessionsOf,
  workingDaysBetween,
  workingMinutesBetween,
} from './calendar.ts';
import { holidayExceptions, vietnamCalendar } from './holidays.ts';

const calendar = vietnamCalendar();
const d = (text: string) => text as PlainDate;

test('[L17] every day off is a weekday, every worked day a Saturday, every entry has a source, no date twice', () => {
  expect(new Set(holidayExceptions.map((one) => one.date)).size).toBe(holidayExceptions.length);
  const wrongDay = holidayExceptions.filter((one) => (one.kind === 'WORK') !== (weekdayOf(one.date) === 6) || weekdayOf(one.date) === 0);
  expect(wrongDay).toEqual([]);
  for (const one of holidayExceptions) {
    expect(one.source.length).toBeGreaterThan(5);
    expect(one.confirmed || one.date > '2026-01-01').toBe(true);
  }
});

test('[L17] number of days off and worked Saturdays by year', () => {
  const count = (year: number, kind: string) =>
    holidayExceptions.filter((one) => one.kind === kind && one.date.startsWith(String(year))).length;
  expect(
    [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].map((year) => [count(year, 'OFF'), count(year, 'WORK')]),
  ).toEqual([
    [10, 0],
    [11, 0],
    [11, 2],
    [10, 0],
    [11, 0],
    [11, 0],
    [11, 0],
    [12, 1],
    [12, 1],
    [14, 2],
    [12, 0],
  ]);
  expect(exceptionOn(calendar, d('2026-11-23'))).toBeUndefined();
  expect(exceptionOn(calendar, d('2027-02-08'))).toMatchObject({ confirmed: false });
});

test('[L2] look-ups', () => {
  expect(isWorkingDay(calendar, d('2026-11-24'))).toBe(false);
  expect(isWorkingDay(calendar, d('2026-08-22'))).toBe(true);
  expect(sessionsOf(calendar, d('2026-08-22'))).toEqual([
    { from: 450, to: 690 },
    { from: 810, to: 1020 },
  ]);
  expect(sessionsOf(calendar, d('2026-11-22'))).toEqual([]);
  expect(nextWorkingDay(calendar, d('2026-11-23'))).toBe('2026-11-25');
  expect(nextWorkingDay(calendar, d('2027-12-31'))).toBeUndefined();
  expect(addWorkingDays(calendar, d('2018-12-28'), 5)).toBe('2019-01-07');
  expect(workingDaysBetween(calendar, d('2018-12-28'), d('2019-01-07'))).toBe(5);
  expect(workingDaysBetween(calendar, d('2019-01-07'), d('2018-12-28'))).toBe(-5);
  expect(workingDaysBetween(calendar, d('2027-12-31'), d('2028-01-07'))).toBe(5);
});

test('[L17] the district can add a decision, which replaces the shipped day', () => {
  const swapped = vietnamCalendar({
    version: 2,
    exceptions: [{ date: d('2026-11-23'), kind: 'OFF', name: 'Hoán đổi', source: 'thử', confirmed: true }],
  });
  expect(isWorkingDay(swapped, d('2026-11-23'))).toBe(false);
  expect(isWorkingDay(calendar, d('2026-11-23'))).toBe(true);
});

const saturdayMorning = [{ from: 450, to: 690 }];

test('[L63] a Saturday desk is open and does not count; a Saturday worked in exchange is a whole day', () => {
  const desk = vietnamCalendar({ saturday: saturdayMorning });
  expect(openSessions(desk, d('2026-11-21'))).toEqual(saturdayMorning);
  expect([isWorkingDay(desk, d('2026-11-21')), sessionsOf(desk, d('2026-11-21'))]).toEqual([false, []]);
  expect(nextWorkingDay(desk, d('2026-11-20'))).toBe('2026-11-23');
  expect(workingDaysBetween(desk, d('2026-11-20'), d('2026-11-23'))).toBe(1);
  expect(sessionsOf(desk, d('2026-08-22'))).toHaveLength(2);
});

test('[L63] a single day has hours of its own, counted or not', () => {
  const duty = vietnamCalendar({
    exceptions: [
      { date: d('2026-11-24'), kind: 'OFF', name: 'Trực lễ', source: 'thử', confirmed: true, open: saturdayMorning },
      { date: d('2026-11-28'), kind: 'WORK', name: 'Làm bù', source: 'thử', confirmed: true, open: saturdayMorning },
    ],
  });
  expect([isWorkingDay(duty, d('2026-11-24')), openSessions(duty, d('2026-11-24'))]).toEqual([false, saturdayMorning]);
  expect([isWorkingDay(duty, d('2026-11-28')), sessionsOf(duty, d('2026-11-28'))]).toEqual([true, saturdayMorning]);
  expect(openSessions(calendar, d('2026-11-24'))).toEqual([]);
});

test('[L65] office minutes between two moments: no lunch, no nights, no days off', () => {
  const moment = (date: string, hour: number) => ({ date: d(date), minuteOfDay: hour * 60 });
  expect(workingMinutesBetween(calendar, moment('2026-11-23', 10), moment('2026-11-23', 15))).toBe(180);
  expect(workingMinutesBetween(calendar, moment('2026-11-23', 16), moment('2026-11-25', 9))).toBe(150);
  expect(workingMinutesBetween(calendar, moment('2026-11-21', 8), moment('2026-11-22', 20))).toBe(0);
});

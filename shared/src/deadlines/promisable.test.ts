import { expect, test } from 'vitest';
import { at, day } from '../../../tests/support/builders.ts';
import { vietnamCalendar } from './holidays.ts';
import { promisableDays, promiseMoment } from './promisable.ts';

const calendar = vietnamCalendar();
const dates = (from: string, of = calendar) => promisableDays(of, day(from)).map((one) => one.date);

test.each([
  ['22/11/2026', undefined], // Sunday
  ['24/11/2026', 'Ngày Văn hóa Việt Nam'],
])('[L60] %s is refused as a day off, with the next working days and their hours', (date, name) => {
  const hours = [
    { from: 450, to: 690 },
    { from: 810, to: 1020 },
  ];
  const [first, ...more] = dates(date).map((one) => ({ date: one, sessions: hours }));
  for (const minute of [undefined, 600, 1410])
    expect(promiseMoment(calendar, day(date), minute)).toEqual({
      ok: false,
      error: { code: 'deadline/day-off', date: day(date), ...(name ? { name } : {}), offers: [first, ...more] },
    });
  expect(dates('24/11/2026')).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
});

test.each([
  [449, false],
  [450, true],
  [690, true],
  [691, false],
  [809, false],
  [810, true],
  [1020, true],
  [1021, false],
  [1410, false],
])('[L61] minute %i of a working day: %s', (minute, accepted) => {
  const refused = { ok: false, error: { code: 'deadline/outside-hours', minute, offers: [{ date: '2026-11-25' }, {}, {}] } };
  expect(promiseMoment(calendar, day('25/11/2026'), minute)).toMatchObject(accepted ? { ok: true } : refused);
});

test('[L61] without an hour it is the end of that day, which is the setting of the office and not 17:00', () => {
  const short = vietnamCalendar({ sessions: [{ from: 420, to: 960 }] });
  expect(promiseMoment(short, day('25/11/2026'), undefined)).toEqual({ ok: true, value: { dueAt: at('25/11/2026 16:00') } });
});

test('[L63] a Saturday desk promises nothing for Saturday; a worked Saturday can be promised', () => {
  const desk = vietnamCalendar({ saturday: [{ from: 450, to: 690 }] });
  expect(promiseMoment(desk, day('21/11/2026'), 540)).toMatchObject({ ok: false, error: { code: 'deadline/day-off' } });
  expect(dates('21/11/2026', desk)[0]).toBe('2026-11-23');
  expect(promiseMoment(calendar, day('22/08/2026'), 540).ok).toBe(true);
});

test('[L66] beyond the known years the week and the holidays fixed by law speak, and the promise is provisional', () => {
  expect(promiseMoment(calendar, day('04/01/2028'), 540)).toEqual({
    ok: true,
    value: { dueAt: at('04/01/2028 09:00'), provisional: true },
  });
  expect(promiseMoment(calendar, day('01/05/2028'), 540)).toMatchObject({ ok: false, error: { name: 'Ngày Quốc tế lao động 1/5' } });
  expect(promiseMoment(calendar, day('02/01/2028'), 540)).toMatchObject({ ok: false, error: { code: 'deadline/day-off' } });
  expect(promiseMoment(calendar, day('20/12/2027'), 540)).toMatchObject({ ok: true, value: { provisional: true } });
});

import { expect, test } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { computeDueDate } from '@onestop/shared/deadlines/due-date.ts';
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import { at, settings } from '../../../tests/support/builders.ts';
import { explanationLines } from './due-explanation.ts';

const saturday = [{ from: 450, to: 690 }];

function lines(received: string, sessions = vietnamCalendar({ saturday })) {
  const limit = { text: 'ngay trong ngày', unit: 'sameDay', amount: null } as const;
  const computed = computeDueDate({ acceptedAt: at(received), limit, extended: false, calendar: sessions, settings });
  return explanationLines(must(computed.ok ? computed.value.explanation : undefined, 'a date'));
}

test.each([
  ['23/11/2026 15:01', 'Nhận sau 15:00 nên hẹn trong ngày làm việc tiếp theo.'],
  ['23/11/2026 18:00', 'Nhận sau 15:00 nên hẹn trong ngày làm việc tiếp theo.'],
  ['24/11/2026 09:00', 'Nhận vào ngày nghỉ nên hẹn trong ngày làm việc tiếp theo.'],
])('[L62] received %s: %s', (received, note) => {
  expect(lines(received).notes[0]).toBe(note);
});

test('[L62] a desk that closes before the cut-off is late when it has closed', () => {
  const short = vietnamCalendar({ sessions: [{ from: 450, to: 690 }] });
  expect(lines('23/11/2026 14:00', short).notes[0]).toBe('Nhận sau giờ làm việc nên hẹn trong ngày làm việc tiếp theo.');
});

test('[L63] a Saturday with the desk open is told as such, not as a day off', () => {
  expect(lines('20/11/2026 16:00').days.map((day) => day.text)).toContain('quầy có làm việc nhưng không phải ngày làm việc, không tính');
});

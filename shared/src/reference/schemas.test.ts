import { describe, expect, test } from 'vitest';
import type { DayPattern } from '../deadlines/calendar.ts';
import { vietnamCalendar } from '../deadlines/holidays.ts';
import { calendarSchema, officeSchema, settingsSchema, staffSchema, timeLimitSchema } from './schemas.ts';

const office = {
  id: '09529',
  kind: 'COMMUNE',
  parent: 'LT',
  name: 'xã Bình Định',
  authorityName: 'UBND XÃ BÌNH ĐỊNH',
  deskName: 'BỘ PHẬN',
  place: 'Bình Định',
  agencyId: '000.12.38.H05',
  syncs: true,
  validFrom: '2015-01-01',
};
const staff = {
  id: '09529-lan',
  office: '09529',
  login: 'lan',
  fullName: 'Nguyễn Thị Lan',
  title: 'Công chức',
  roles: ['clerk'],
  active: true,
};
/** An ordinary week but for its Monday. */
const week = (monday: DayPattern) => ({ ...vietnamCalendar(), week: vietnamCalendar().week.map((day, i) => (i === 1 ? monday : day)) });

const limit = { text: '03 ngày làm việc', unit: 'workingDays', amount: 3 };

describe('[R1] reference schemas refuse what would break the desk', () => {
  test.each([
    ['office', officeSchema, office, true],
    ['an agency identifier of the new form', officeSchema, { ...office, agencyId: 'H05.38.12' }, true],
    ['a member of a newer version is dropped', officeSchema, { ...office, logo: 'x' }, true],
    ['a made-up agency identifier', officeSchema, { ...office, agencyId: 'BN-31' }, false],
    ['an impossible date', officeSchema, { ...office, validFrom: '2015-02-30' }, false],
    ['staff', staffSchema, staff, true],
    ['a login with capitals', staffSchema, { ...staff, login: 'Lan' }, false],
    ['no role', staffSchema, { ...staff, roles: [] }, false],
    ['an unknown role', staffSchema, { ...staff, roles: ['king'] }, false],
    ['limit', timeLimitSchema, limit, true],
    ['same day without amount', timeLimitSchema, { ...limit, unit: 'sameDay', amount: null }, true],
    ['an extension in its own unit', timeLimitSchema, { ...limit, extended: { amount: 23, unit: 'days', ground: 'phải xác minh' } }, true],
    ['an extension to the same day', timeLimitSchema, { ...limit, extended: { amount: 1, unit: 'sameDay', ground: 'x' } }, false],
    ['an extension without its ground', timeLimitSchema, { ...limit, extended: { amount: 23, unit: 'days', ground: '' } }, false],
    ['working days without amount', timeLimitSchema, { ...limit, amount: null }, false],
    ['half a day', timeLimitSchema, { ...limit, amount: 0.5 }, false],
    ['a limit of nothing', timeLimitSchema, { ...limit, amount: 0 }, false],
    ['calendar', calendarSchema, vietnamCalendar(), true],
    ['a desk open on Saturday', calendarSchema, vietnamCalendar({ saturday: [{ from: 450, to: 690 }] }), true],
    ['a week without work', calendarSchema, week({ open: [], counts: false }), false],
    ['[L63] a working day without hours', calendarSchema, week({ open: [], counts: true }), false],
    [
      'sessions that overlap',
      calendarSchema,
      week({
        open: [
          { from: 450, to: 700 },
          { from: 690, to: 900 },
        ],
        counts: true,
      }),
      false,
    ],
    ['known years turned round', calendarSchema, { ...vietnamCalendar(), knownTo: '2016-01-01' }, false],
    ['empty settings', settingsSchema, {}, false],
  ] as const)('%s', (_, schema, value, accepted) => {
    expect(schema.safeParse(value).success).toBe(accepted);
  });

  test('unknown members do not travel on', () => {
    expect(officeSchema.parse({ ...office, logo: 'x' })).toEqual(office);
  });
});

import { describe, expect, test } from 'vitest';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import {
  codeParts,
  formatAgo,
  formatBirth,
  formatBytes,
  formatDateTime,
  formatLongDate,
  formatMoment,
  formatMoney,
  formatPercent,
  formatSpan,
  formatStanding,
  formatStandingShort,
  formatWait,
  shortProcedure,
} from './format.ts';

const at = (date: string, minute: number) => civilToInstant(date as PlainDate, minute);

describe('how values read in Vietnamese', () => {
  test('[U1] a date names its weekday and is day first', () => {
    expect(formatLongDate('2026-11-25' as PlainDate)).toBe('thứ Tư 25/11/2026');
    expect(formatLongDate('2026-11-29' as PlainDate)).toBe('Chủ nhật 29/11/2026');
    expect(formatDateTime(at('2026-11-23', 495))).toBe('08:15 ngày 23/11/2026');
  });

  test('[U2] money and sizes use the Vietnamese separators', () => {
    expect(formatMoney(0)).toBe('0 đ');
    expect(formatMoney(15_000)).toBe('15.000 đ');
    expect(formatMoney(1_234_567)).toBe('1.234.567 đ');
    expect(formatBytes(640)).toBe('640 B');
    expect(formatBytes(12_345)).toBe('12 kB');
    expect(formatBytes(999_700)).toBe('1 MB');
    expect(formatBytes(1_130_000)).toBe('1,1 MB');
  });

  test('[U2] a length of time is said in the unit that fits it', () => {
    const spans = [20_000, 7 * 60_000, 5 * 3_600_000, 40 * 86_400_000, 2500 * 86_400_000].map(formatSpan);
    expect(spans).toEqual(['1 phút', '7 phút', '5 giờ', '40 ngày', '7 năm']);
  });

  test('[U3] a rate just under the aim never reads as reached', () => {
    expect(formatPercent(0.9)).toBe('90 %');
    expect(formatPercent(0.8999)).toBe('89,9 %');
    expect(formatPercent(1)).toBe('100 %');
  });

  test('[U4] a promise is told in words, the day itself being in time', () => {
    const due = at('2026-11-25', 17 * 60);
    expect(formatStanding('IN_TIME', due, at('2026-11-23', 500))).toBe('còn 2 ngày');
    expect(formatStanding('DUE_SOON', due, at('2026-11-24', 1430))).toBe('đến hạn ngày mai');
    expect(formatStanding('DUE_SOON', due, at('2026-11-25', 480))).toBe('đến hạn hôm nay, 17:00');
    expect(formatStanding('DUE_TODAY', due, at('2026-11-25', 480))).toBe('hẹn hôm nay, 17:00');
    expect(formatStanding('PAST_HOUR', due, at('2026-11-25', 1021))).toBe('quá giờ hẹn 17:00, còn trong ngày');
    expect(formatStanding('OVERDUE', due, at('2026-11-28', 10))).toBe('quá hạn 3 ngày');
  });

  test('[U5] a finished dossier is early, on time or late', () => {
    const due = at('2026-11-25', 17 * 60);
    expect(formatStanding('EARLY', due, at('2026-11-24', 900))).toBe('xong trước hạn 1 ngày');
    expect(formatStanding('ON_TIME', due, at('2026-11-25', 1040))).toBe('xong đúng hạn');
    expect(formatStanding('LATE', due, at('2026-11-27', 1))).toBe('xong muộn 2 ngày');
  });

  test('[U6] a moment is as short as it can be without doubt', () => {
    const now = at('2026-11-23', 600);
    expect(formatMoment(at('2026-11-23', 495), now)).toBe('08:15');
    expect(formatMoment(at('2026-11-22', 495), now)).toBe('08:15 hôm qua');
    expect(formatMoment(at('2026-11-02', 495), now)).toBe('08:15 02/11');
    expect(formatMoment(at('2025-11-02', 495), now)).toBe('08:15 02/11/2025');
  });

  test('[U7] spans are rounded the safe way', () => {
    const now = at('2026-11-23', 600);
    expect(formatAgo(now + 5_000, now)).toBe('vừa xong');
    expect(formatAgo(now - 5 * 60_000, now)).toBe('5 phút trước');
    expect(formatAgo(now - 49 * 3_600_000, now)).toBe('2 ngày trước');
    expect(formatWait(200)).toBe('1 giây');
    expect(formatWait(30_500)).toBe('31 giây');
    expect(formatWait(300_000)).toBe('5 phút');
  });

  test('[U9] a code is told apart by its agency and its serial', () => {
    expect(codeParts('000.00.38.H05-261124-0005')).toEqual({ agency: '000.00.38.H05', serial: '0005' });
    expect(codeParts('000.14.38.H05-261124-9012345')).toEqual({ agency: '000.14.38.H05', serial: '9012345' });
    expect(codeParts('khong-ro')).toBeUndefined();
  });

  test.each([
    ['DUE_TODAY', 23, '17:00 hôm nay'],
    ['DUE_SOON', 23, '17:00 hôm nay'],
    ['DUE_SOON', 22, '17:00 ngày mai'],
    ['IN_TIME', 18, 'còn 5 ngày'],
    ['PAST_HOUR', 23, 'quá giờ 17:00'],
    ['OVERDUE', 26, 'quá hạn 3 ngày'],
    ['EARLY', 21, 'xong trước 2 ngày'],
    ['ON_TIME', 23, 'xong đúng hạn'],
    ['LATE', 24, 'xong muộn 1 ngày'],
  ] as const)('[V61] a promise in a column: %s on %i/11 is "%s"', (standing, today, words) => {
    expect(formatStandingShort(standing, at('2026-11-23', 1020), at(`2026-11-${today}`, 600))).toBe(words);
  });

  test('[U10] a short procedure name begins with what tells it apart', () => {
    expect(shortProcedure('Thủ tục đăng ký khai sinh')).toBe('Đăng ký khai sinh');
    expect(shortProcedure('Chứng thực chữ ký')).toBe('Chứng thực chữ ký');
  });

  test('[U8] a birth date is told as exactly as the papers give it', () => {
    expect(formatBirth('1990-02-05')).toBe('05/02/1990');
    expect(formatBirth('1990')).toBe('1990');
  });
});

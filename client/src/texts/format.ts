/**
 * How values read in Vietnamese: dates, money, sizes, names of time spans. Pure: "now" is always an argument. No `Intl` is used, so the words
 * are the same on every browser and in print.
 */
import type { Session } from '@onestop/shared/deadlines/calendar.ts';
import type { Standing } from '@onestop/shared/judgement/lateness.ts';
import { instantToCivil, instantToPlainDate, type Instant } from '@onestop/shared/kernel/instant.ts';
import { plainDateParts, plainDateToDayNumber, weekdayOf, type PlainDate } from '@onestop/shared/kernel/plain-date.ts';

export const weekdayNames = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;

/** `25/11/2026` */
export function formatDate(date: PlainDate): string {
  const { year, month, day } = plainDateParts(date);
  return `${pad2(day)}/${pad2(month)}/${year}`;
}

/** `thứ Tư 25/11/2026` */
export function formatLongDate(date: PlainDate): string {
  return `${weekdayNames[weekdayOf(date)]} ${formatDate(date)}`;
}

/** `08:15` */
export function formatTime(instant: Instant): string {
  return formatMinute(instantToCivil(instant).minuteOfDay);
}

/** Minutes of the day → `17:00` */
export function formatMinute(minuteOfDay: number): string {
  return `${pad2(Math.floor(minuteOfDay / 60))}:${pad2(minuteOfDay % 60)}`;
}

/** `07:30–11:30, 13:30–17:00` */
export function formatSessions(sessions: readonly Session[]): string {
  return sessions.map(({ from, to }) => `${formatMinute(from)}–${formatMinute(to)}`).join(', ');
}

/** Begins a sentence. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `08:15 ngày 23/11/2026` */
export function formatDateTime(instant: Instant): string {
  return `${formatTime(instant)} ngày ${formatDate(instantToPlainDate(instant))}`;
}

/** `thứ Tư 25/11/2026, 17:00` */
export function formatLongDateTime(instant: Instant): string {
  return `${formatLongDate(instantToPlainDate(instant))}, ${formatTime(instant)}`;
}

/** Short moment beside a line: `08:15` today, `08:15 hôm qua`, `08:15 20/11`, with the year when it is another one. */
export function formatMoment(instant: Instant, now: Instant): string {
  const date = instantToPlainDate(instant);
  const days = daysBetween(date, instantToPlainDate(now));
  const time = formatTime(instant);
  if (days === 0) return time;
  if (days === 1) return `${time} hôm qua`;
  const { year, month, day } = plainDateParts(date);
  const sameYear = year === plainDateParts(instantToPlainDate(now)).year;
  return `${time} ${pad2(day)}/${pad2(month)}${sameYear ? '' : `/${year}`}`;
}

/** How long ago: `vừa xong`, `5 phút trước`, `3 giờ trước`, `2 ngày trước`. A time ahead of the clock reads `vừa xong`. */
export function formatAgo(instant: Instant, now: Instant): string {
  const minutes = Math.floor((now - instant) / 60_000);
  if (minutes < 1) return 'vừa xong';
  if (minutes < 60) return `${minutes} phút trước`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} giờ trước`;
  return `${Math.floor(minutes / (24 * 60))} ngày trước`;
}

/** A wait still ahead: `12 giây`, `3 phút`, `2 giờ`. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 90) return `${seconds} giây`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} phút` : `${Math.ceil(minutes / 60)} giờ`;
}

/** A length of time, roughly: `7 phút`, `5 giờ`, `40 ngày`, `7 năm`. */
export function formatSpan(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 90) return `${minutes} phút`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} giờ`;
  const days = Math.round(minutes / (24 * 60));
  return days < 730 ? `${days} ngày` : `${Math.round(days / 365.25)} năm`;
}

/** `15.000 đ` */
export function formatMoney(vnd: number): string {
  return `${formatNumber(vnd)} đ`;
}

/** `12.340` */
export function formatNumber(value: number): string {
  const digits = String(Math.abs(Math.trunc(value))).replace(/\B(?=(\d{3})+$)/g, '.');
  return value < 0 ? `-${digits}` : digits;
}

/** `93,5 %`; a ratio 0..1, rounded down so that a missed aim never reads as reached. */
export function formatPercent(ratio: number): string {
  const tenths = Math.floor(ratio * 1000 + 1e-9);
  return tenths % 10 === 0 ? `${tenths / 10} %` : `${Math.floor(tenths / 10)},${tenths % 10} %`;
}

/** `640 B`, `12 kB`, `1,1 MB`, `2,5 GB` (decimal units, as data plans count). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  const [unit, name] = bytes < 999_500_000 ? [1e6, 'MB'] : [1e9, 'GB'];
  return `${(bytes / unit).toFixed(1).replace('.', ',').replace(',0', '')} ${name}`;
}

/**
 * A promise in words, by what the judgement says of it: `còn 2 ngày`, `hẹn hôm nay, 17:00`, `quá giờ hẹn 17:00, còn trong ngày`, `quá hạn 3 ngày`, `xong đúng
 * hạn`. Days are calendar days.
 */
export function formatStanding(standing: Exclude<Standing, 'WAITING'>, dueAt: Instant, at: Instant): string {
  const days = daysBetween(instantToPlainDate(at), instantToPlainDate(dueAt));
  switch (standing) {
    case 'OVERDUE':
      return `quá hạn ${-days} ngày`;
    case 'PAST_HOUR':
      return `quá giờ hẹn ${formatTime(dueAt)}, còn trong ngày`;
    case 'DUE_TODAY':
      return `hẹn hôm nay, ${formatTime(dueAt)}`;
    case 'IN_TIME':
    case 'DUE_SOON':
      if (days === 0) return `đến hạn hôm nay, ${formatTime(dueAt)}`;
      return days === 1 ? 'đến hạn ngày mai' : `còn ${days} ngày`;
    case 'EARLY':
      return `xong trước hạn ${days} ngày`;
    case 'ON_TIME':
      return 'xong đúng hạn';
    case 'LATE':
      return `xong muộn ${-days} ngày`;
  }
}

/**
 * A promise in the few characters of a list; the same standing as `formatStanding`: `17:00 hôm nay`, `còn 5 ngày`, `quá giờ 17:00`. The day itself stands
 * below it.
 */
export function formatStandingShort(standing: Exclude<Standing, 'WAITING'>, dueAt: Instant, at: Instant): string {
  const days = daysBetween(instantToPlainDate(at), instantToPlainDate(dueAt));
  if (standing === 'PAST_HOUR') return `quá giờ ${formatTime(dueAt)}`;
  if (days === 0 && (standing === 'DUE_TODAY' || standing === 'DUE_SOON' || standing === 'IN_TIME')) return `${formatTime(dueAt)} hôm nay`;
  if (days === 1 && (standing === 'DUE_SOON' || standing === 'IN_TIME')) return `${formatTime(dueAt)} ngày mai`;
  return standing === 'EARLY' ? `xong trước ${days} ngày` : formatStanding(standing, dueAt, at);
}

/** `000.00.38.H05-261124-0005` → agency `000.00.38.H05`, serial `0005`; undefined for what is written otherwise. */
export function codeParts(code: string): { readonly agency: string; readonly serial: string } | undefined {
  const [agency, day, serial, ...more] = code.split('-');
  return agency === undefined || day === undefined || serial === undefined || more.length > 0 ? undefined : { agency, serial };
}

/** Half of the catalogue's names begin with the same word; in a narrow column the rest is what tells them apart. */
export function shortProcedure(name: string): string {
  return capitalise(name.replace(/^thủ tục\s+/iu, ''));
}

/** A birth date as the papers give it: a day, a month or a year. */
export function formatBirth(birthDate: string): string {
  const [year, month, day] = birthDate.split('-');
  return [day, month, year].filter((part) => part !== undefined).join('/');
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return plainDateToDayNumber(to) - plainDateToDayNumber(from);
}

/** First letter large, for a sentence that starts with a formatted value. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pad2(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

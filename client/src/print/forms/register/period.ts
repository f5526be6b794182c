/** The time a register is printed for: a month, a quarter, a year, or from one day to another, as officers write it and as it stands in an address. */
import { addDays, parsePlainDate, type PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { parseCivilDate } from '@onestop/shared/text/civil-date-input.ts';
import { shortDay } from '../../parts/wording.ts';

export interface Period {
  readonly from: PlainDate;
  /** The last day. */
  readonly to: PlainDate;
  /** "Tháng 11 năm 2026". */
  readonly words: string;
  /** For an address; read back by `readPeriod`. */
  readonly key: string;
}

/** "11/2026", "quý 4/2026", "2026", "1/11/2026 - 15/11/2026"; in an address "2026-11", "2026-Q4", "2026", "2026-11-01..2026-11-15". */
export function readPeriod(text: string): Period | undefined {
  const typed = text.trim();
  const year = /^(?:năm\s+)?(\d{4})$/i.exec(typed);
  if (year) return months(Number(year[1]), 1, 12, `Năm ${year[1]}`, `${year[1]}`);
  const month = /^(?:tháng\s+)?(\d{1,2})[/.-](\d{4})$/i.exec(typed) ?? swap(/^(\d{4})-(\d{2})$/.exec(typed));
  if (month) return monthPeriod(Number(month[2]), Number(month[1]));
  const quarter = /^(?:quý|quy|q)\s*(\d)[/.-](\d{4})$/i.exec(typed) ?? swap(/^(\d{4})-q(\d)$/i.exec(typed));
  if (quarter) return quarterPeriod(Number(quarter[2]), Number(quarter[1]));
  const [first, last, more] = typed.split(/\s*(?:\.\.|–|—|đến|\s-\s)\s*/);
  const from = readDay(first);
  const to = readDay(last);
  if (from === undefined || to === undefined || more !== undefined || to < from) return undefined;
  return { from, to, words: `Từ ${shortDay(from)} đến ${shortDay(to)}`, key: `${from}..${to}` };
}

function monthPeriod(year: number, month: number): Period | undefined {
  return month < 1 || month > 12 ? undefined : months(year, month, month, `Tháng ${month} năm ${year}`, `${year}-${pad(month)}`);
}

function quarterPeriod(year: number, quarter: number): Period | undefined {
  if (quarter < 1 || quarter > 4) return undefined;
  return months(year, quarter * 3 - 2, quarter * 3, `Quý ${quarter} năm ${year}`, `${year}-Q${quarter}`);
}

function months(year: number, first: number, last: number, words: string, key: string): Period | undefined {
  const from = parsePlainDate(`${year}-${pad(first)}-01`);
  const next = parsePlainDate(last === 12 ? `${year + 1}-01-01` : `${year}-${pad(last + 1)}-01`);
  return from && next && { from, to: addDays(next, -1), words, key };
}

function readDay(text: string | undefined): PlainDate | undefined {
  const read = parseCivilDate(text ?? '');
  return read.ok ? read.value.date : undefined;
}

const swap = (match: RegExpExecArray | null) => match && [match[0], match[2], match[1]];
const pad = (n: number): string => String(n).padStart(2, '0');

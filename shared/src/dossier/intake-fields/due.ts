/** The officer's own promise, where the procedure has no known limit: typed in the form, said again at the gate, by one set of rules. */
import { type Instant, civilToInstant } from '../../kernel/instant.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { formatCivilDate, parseCivilDate } from '../../text/civil-date-input.ts';
import { nfc } from '../../text/fold.ts';
import { type Report, tooLong } from './problems.ts';

export interface ChosenDue {
  readonly date: PlainDate;
  readonly minute?: number | undefined;
  readonly reason: string;
}

export interface ChosenDueInput {
  readonly manualDate: string;
  /** "16:30", "16h30", "16". */
  readonly manualTime: string;
  readonly manualReason: string;
}

/** End of the office day, where the officer gave no minute. */
export const endOfDayMinute = 17 * 60;

export function checkChosenDue({ manualDate, manualTime, manualReason }: ChosenDueInput, now: Instant, report: Report): void {
  const date = parseCivilDate(manualDate);
  const minute = parseMinute(manualTime);
  // In the order of the fields on the page, which is the order of the summary.
  if (!date.ok) report.error('manualDate', date.error.code === 'date/empty' ? { code: 'due/date-missing' } : date.error);
  if (minute === undefined) report.error('manualTime', { code: 'due/time-format' });
  if (manualReason.trim() === '') report.error('manualReason', { code: 'due/reason-missing' });
  tooLong('manualReason', manualReason, 2000, report);
  if (!date.ok) return;
  if (date.value.date !== undefined && minute !== undefined && civilToInstant(date.value.date, minute) <= now)
    report.error('manualDate', { code: 'due/past' });
}

/** Undefined until date and time can be read. */
export function readChosenDue({
  manualDate,
  manualTime,
  manualReason,
}: ChosenDueInput): (ChosenDue & { readonly minute: number }) | undefined {
  const date = parseCivilDate(manualDate);
  const minute = parseMinute(manualTime);
  if (!date.ok || date.value.date === undefined || minute === undefined) return undefined;
  return { date: date.value.date, minute, reason: nfc(manualReason) };
}

export function sayChosenDue(chosen: ChosenDue | undefined): ChosenDueInput {
  const minute = chosen?.minute ?? endOfDayMinute;
  return {
    manualDate: chosen ? formatCivilDate(chosen.date) : '',
    manualTime: `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`,
    manualReason: chosen?.reason ?? '',
  };
}

/** "16:30", "16h30", "16" → minutes since midnight. */
export function parseMinute(text: string): number | undefined {
  const match = /^\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*$/i.exec(text);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** The officer's own promise, where the procedure has no known limit or no calendar reaches it: typed in the form, said again at the gate, by one set of rules. */
import type { Calendar } from '../../deadlines/calendar.ts';
import { type Unpromisable, promiseMoment } from '../../deadlines/promisable.ts';
import { type Instant, instantToPlainDate } from '../../kernel/instant.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type CivilDateError, formatCivilDate, parseCivilDate } from '../../text/civil-date-input.ts';
import { nfc } from '../../text/fold.ts';
import { parseMinute, sayMinute } from '../../text/minute-input.ts';
import { type IntakeProblem, type Report, tooLong } from './problems.ts';

export interface ChosenDue {
  readonly date: PlainDate;
  /** Absent: the end of that day's office hours. */
  readonly minute?: number | undefined;
  readonly reason: string;
}

export interface ChosenDueInput {
  readonly manualDate: string;
  /** "16:30", "16h30", "16"; empty: the end of the day. */
  readonly manualTime: string;
  readonly manualReason: string;
}

export function checkChosenDue(
  { manualDate, manualTime, manualReason }: ChosenDueInput,
  now: Instant,
  calendar: Calendar,
  report: Report,
): void {
  const date = parseCivilDate(manualDate, { earliest: instantToPlainDate(now) });
  const time = readTime(manualTime);
  // In the order of the fields on the page, which is the order of the summary.
  if (!date.ok) report.error('manualDate', unreadable(date.error));
  const day = date.ok ? date.value.date : undefined;
  const moment = day === undefined || time === 'wrong' ? undefined : promiseMoment(calendar, day, time);
  // A day without hours is reported first: asking for its hour would be in vain.
  if (moment?.ok === false && !isAboutHours(moment.error)) report.error('manualDate', moment.error);
  else if (moment?.ok && moment.value.dueAt <= now) report.error('manualDate', { code: 'due/past' });
  if (time === 'wrong') report.error('manualTime', { code: 'due/time-format' });
  else if (moment?.ok === false && isAboutHours(moment.error)) report.error('manualTime', moment.error);
  if (manualReason.trim() === '') report.error('manualReason', { code: 'due/reason-missing' });
  tooLong('manualReason', manualReason, 2000, report);
}

function isAboutHours(error: Unpromisable): boolean {
  return error.code === 'deadline/outside-hours';
}

function unreadable(error: CivilDateError): IntakeProblem {
  if (error.code === 'date/empty') return { code: 'due/date-missing' };
  return error.code === 'date/past' ? { code: 'due/past' } : error;
}

/** Undefined until date and time can be read; a day before `today` is none. */
export function readChosenDue({ manualDate, manualTime, manualReason }: ChosenDueInput, today: PlainDate): ChosenDue | undefined {
  const date = parseCivilDate(manualDate, { earliest: today });
  const minute = readTime(manualTime);
  if (!date.ok || date.value.date === undefined || minute === 'wrong') return undefined;
  return { date: date.value.date, ...(minute === undefined ? {} : { minute }), reason: nfc(manualReason) };
}

export function sayChosenDue(chosen: ChosenDue | undefined): ChosenDueInput {
  return {
    manualDate: chosen ? formatCivilDate(chosen.date) : '',
    manualTime: chosen?.minute === undefined ? '' : sayMinute(chosen.minute),
    manualReason: chosen?.reason ?? '',
  };
}

function readTime(text: string): number | 'wrong' | undefined {
  return text.trim() === '' ? undefined : (parseMinute(text) ?? 'wrong');
}

/**
 * For which moments a result may be promised: a working day, while the desk is open. One answer for every promise somebody chooses: where no limit can be counted, in
 * an apology, where a regulation moves it, after a supplement (domain §13.2 no. 6). A desk that is open on a day that does not count still promises nothing for it.
 */
import { type Instant, civilToInstant } from '../kernel/instant.ts';
import { type PlainDate, addDays } from '../kernel/plain-date.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { type Calendar, type Session, closingMinute, exceptionOn, isWorkingDay, sessionsOf } from './calendar.ts';
import { estimatedCalendar, isProvisional } from './estimate.ts';

/** A day that can be promised, with its hours. */
export interface PromisableDay {
  readonly date: PlainDate;
  readonly sessions: readonly Session[];
}

export type Unpromisable =
  /** With the holiday's name, where it is one. */
  | {
      readonly code: 'deadline/day-off';
      readonly date: PlainDate;
      readonly name?: string | undefined;
      readonly offers: readonly PromisableDay[];
    }
  | {
      readonly code: 'deadline/outside-hours';
      readonly date: PlainDate;
      readonly minute: number;
      readonly offers: readonly PromisableDay[];
    };

export interface PromisedMoment {
  readonly dueAt: Instant;
  readonly provisional?: true;
}

const offered = 3;

/** Without a minute: the end of that day's last session. Offers are the next days that could be promised; outside the hours, that day's own come first. */
export function promiseMoment(calendar: Calendar, date: PlainDate, minute: number | undefined): Result<PromisedMoment, Unpromisable> {
  const days = estimatedCalendar(calendar);
  if (!isWorkingDay(days, date)) {
    const name = exceptionOn(days, date)?.name;
    return err({
      code: 'deadline/day-off',
      date,
      ...(name === undefined ? {} : { name }),
      offers: promisableDays(calendar, addDays(date, 1)),
    });
  }
  const at = minute ?? closingMinute(days, date);
  if (!sessionsOf(days, date).some(({ from, to }) => from <= at && at <= to))
    return err({ code: 'deadline/outside-hours', date, minute: at, offers: promisableDays(calendar, date) });
  return ok({ dueAt: civilToInstant(date, at), ...(isProvisional(calendar, date) ? { provisional: true as const } : {}) });
}

/** The first days from `from` on that can be promised. */
export function promisableDays(calendar: Calendar, from: PlainDate, count = offered): PromisableDay[] {
  const days = estimatedCalendar(calendar);
  const found: PromisableDay[] = [];
  for (let date = from; found.length < count && date <= days.knownTo; date = addDays(date, 1)) {
    const sessions = sessionsOf(days, date);
    if (sessions.length > 0) found.push({ date, sessions });
  }
  return found;
}

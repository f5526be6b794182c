/** What the whole day (`full-day.e2e.ts`) has to look like in the report II.06a, written down by hand. */
import { sessionsOf } from '@onestop/shared/deadlines/calendar.ts';
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import { type Instant, instantToCivil } from '@onestop/shared/kernel/instant.ts';

/**
 * Columns 3–13 of II.06a, counted by hand. Received 40: the forty less the mistake, and one from before whose papers never came. Done 13: two copies, five results handed
 * over, posted or ready (marriage, death, single, by post, from the district), the refusal, the one whose result was corrected afterwards, two withdrawn, one stopped, one
 * closed for want of papers. Five of them were promised for the same day where they came in before 15:00 of a working day: both copies, marriage, death, and the birth that
 * was withdrawn; they are done on their day, all others before it.
 */
export const byHand = (cameIn: Instant): readonly string[] => {
  const { date, minuteOfDay } = instantToCivil(cameIn);
  const isSameDay = sessionsOf(vietnamCalendar(), date).length > 0 && minuteOfDay < 15 * 60;
  return ['40', '0', '39', '1', '13', ...(isSameDay ? ['8', '5'] : ['13', '0']), '0', '27', '27', '0'];
};

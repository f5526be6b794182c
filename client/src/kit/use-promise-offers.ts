/** Which days are offered beside a promise somebody chooses: the rules' own next ones. */
import { promisableDays, promiseMoment } from '@onestop/shared/deadlines/promisable.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';

interface Chosen {
  readonly date: PlainDate;
  readonly minute?: number | undefined;
}

/**
 * `chosen`: what is typed, where it is a day; `untouched`: nothing is typed yet. Before a day is typed the next days from `from` on are offered; where the
 * typed one cannot be promised, the next ones that can; otherwise none.
 */
export function usePromiseOffers(chosen: Chosen | undefined, untouched: boolean, from: PlainDate): readonly PlainDate[] {
  const calendar = useLive(useServices().reference)?.calendar;
  if (!calendar) return [];
  const moment = chosen && promiseMoment(calendar, chosen.date, chosen.minute);
  if (moment) return moment.ok ? [] : moment.error.offers.map((one) => one.date);
  return untouched ? promisableDays(calendar, from).map((one) => one.date) : [];
}

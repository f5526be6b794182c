/** The queues (`register/queues.ts`) as the index asks them: the borders of the moment, kept while day and calendar stay, and membership as bits. */
import type { Calendar } from '@onestop/shared/deadlines/calendar.ts';
import { uncollectedBorder } from '@onestop/shared/dossier/notices.ts';
import { latenessBorders, type LatenessBorders } from '@onestop/shared/judgement/lateness.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { steadyQueues } from '@onestop/shared/register/queues.ts';
import type { QueueName } from '../../../contract/dossier-index.ts';

export interface QueueRules {
  readonly borders: (now: Instant) => LatenessBorders;
  /** What waits to be collected since then, or longer, is uncollected; undefined before the first exchange. */
  readonly uncollectedBorder: (now: Instant) => Instant | undefined;
}

/** `calendar` is asked at use: it arrives with the first exchange and may be replaced. */
export function createQueueRules(
  calendar: () => { readonly calendar: Calendar; readonly dueSoonWorkingDays: number; readonly remindAfterDays: number } | undefined,
): QueueRules {
  let kept: { readonly date: PlainDate; readonly source: unknown; readonly borders: LatenessBorders } | undefined;
  return {
    borders: (now) => {
      const date = instantToPlainDate(now);
      const source = calendar();
      if (kept?.date !== date || kept.source !== source?.calendar)
        kept = { date, source: source?.calendar, borders: latenessBorders(now, source?.calendar, source?.dueSoonWorkingDays ?? 0) };
      return { ...kept.borders, now };
    },
    uncollectedBorder: (now) => {
      const source = calendar();
      return source && uncollectedBorder(now, source.remindAfterDays);
    },
  };
}

export function queueBits(queues: readonly QueueName[]): number {
  let bits = 0;
  for (const queue of queues) {
    const place = (steadyQueues as readonly QueueName[]).indexOf(queue);
    if (place >= 0) bits |= 1 << place;
  }
  return bits;
}

/** The queues (`register/queues.ts`) as the index asks them: the borders of the moment, kept while day and calendar stay, and membership as bits. */
import type { Calendar } from '@onestop/shared/deadlines/calendar.ts';
import { latenessBorders, type LatenessBorders } from '@onestop/shared/judgement/lateness.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { steadyQueues } from '@onestop/shared/register/queues.ts';
import type { QueueName } from '../../../contract/dossier-index.ts';

export interface QueueRules {
  readonly borders: (now: Instant) => LatenessBorders;
}

/** `calendar` is asked at use: it arrives with the first exchange and may be replaced. */
export function createQueueRules(
  calendar: () => { readonly calendar: Calendar; readonly dueSoonWorkingDays: number } | undefined,
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

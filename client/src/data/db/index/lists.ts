/** Where the rows of a queue lie: the shortest stretch of a kept order that holds them all, and the test where the time of day decides. */
import { uncollectedSince } from '@onestop/shared/dossier/notices.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { isInTimedQueue, timedQueues } from '@onestop/shared/register/queues.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { QueueName } from '../../../contract/dossier-index.ts';
import type { AskedOptions, Parts } from './parts.ts';
import type { Sort } from './orders.ts';

export interface Walk {
  readonly slots: readonly number[];
  readonly from: number;
  /** Exclusive; below `from` where the walk goes backwards. */
  readonly to: number;
  /** In the asked order already. */
  readonly sorted: boolean;
}

/** A queue of more rows than this is walked in order instead, where a full page is found soon. */
const membersMax = 3_000;

export function walkOf(parts: Parts, options: AskedOptions, sort: Sort, queue: QueueName | undefined, now: Instant): Walk {
  const { tallies, orders, members, officers, rows } = parts;
  const { todayStarts, tomorrowStarts, soonEnds } = options.rules.borders(now);
  if (queue === 'overdue' || queue === 'dueToday' || queue === 'dueSoon' || queue === 'dueAhead') {
    const from = queue === 'overdue' ? 0 : tallies.dueBelow(todayStarts);
    const to = tallies.dueBelow(queue === 'overdue' ? todayStarts : queue === 'dueToday' ? tomorrowStarts : soonEnds);
    return { slots: tallies.dueSlots(), from, to, sorted: sort === 'due' };
  }
  if (queue === 'today')
    return { slots: tallies.sinceSlots(), from: tallies.sinceBelow(todayStarts), to: tallies.sinceBelow(tomorrowStarts), sorted: false };
  if (queue === 'uncollected')
    return { slots: tallies.toldSlots(), from: 0, to: tallies.toldUntil(options.rules.uncollectedBorder(now)), sorted: false };
  if (queue === 'mine') return unordered([...officers.slotsOf(options.officer())]);
  if (queue === 'toSend') return unordered([...options.pending()].flatMap((id) => rows.slotOf.get(id) ?? []));
  const queued = members.slotsOf(queue);
  if (queued !== undefined && queued.size <= membersMax) return unordered([...queued]);
  if (sort === 'due') return { slots: orders.byDue.slots(), from: 0, to: orders.byDue.slots().length, sorted: true };
  const slots = orders.byOpened.slots();
  return { slots, from: slots.length - 1, to: -1, sorted: sort === 'newest' };
}

function unordered(slots: readonly number[]): Walk {
  return { slots, from: 0, to: slots.length, sorted: false };
}

/** Queues that the time of day or the server's receipts decide about. */
export function timedTest(
  { rules, pending, officer }: AskedOptions,
  queue: QueueName | undefined,
  now: Instant,
): ((row: DossierRow) => boolean) | undefined {
  const timed = timedQueues.find((one) => one === queue);
  if (timed !== undefined) {
    const borders = rules.borders(now);
    return (row) => isInTimedQueue(timed, row, borders);
  }
  if (queue === 'uncollected') {
    const border = rules.uncollectedBorder(now) ?? -1;
    return (row) => (uncollectedSince(row) ?? Infinity) <= border;
  }
  if (queue === 'mine') {
    const who = officer();
    return (row) => who !== undefined && row.officer === who;
  }
  if (queue === 'toSend') return (row) => pending().has(row.id);
  return undefined;
}

/** Kept counters, for the whole device and per office. Only the overdue, due-soon and today figures look at the clock, through sorted lists. */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { QueueName } from '../../../contract/dossier-index.ts';
import type { QueueRules, SteadyQueue } from './queue-rules.ts';
import { steadyQueues } from './queue-rules.ts';
import { createSortedSlots, type SortedSlots } from './sorted-slots.ts';

export interface Tallies {
  readonly add: (slot: number) => void;
  readonly addMany: (slots: readonly number[]) => void;
  readonly remove: (slot: number) => void;
  /** Runs `swap`, which puts another row into the slot, and moves only what it changes. */
  readonly replace: (slot: number, next: DossierRow, swap: () => void) => void;
  readonly counts: (now: Instant, office?: OfficeId) => Readonly<Record<QueueName, number>>;
  /** Rows whose clock runs, earliest due date first. */
  readonly dueSlots: () => readonly number[];
  /** All rows by the instant that decides about "today", earliest first. */
  readonly sinceSlots: () => readonly number[];
  /** How many of those come before an instant. */
  readonly dueBelow: (key: Instant) => number;
  readonly sinceBelow: (key: Instant) => number;
}

interface Tally {
  all: number;
  readonly steady: Record<SteadyQueue, number>;
  readonly due: SortedSlots;
  /** By the instant that decides about "today". */
  readonly since: SortedSlots;
}

export function createTallies(
  rules: QueueRules,
  rowOf: (slot: number) => DossierRow,
  pendingIn: (office: OfficeId | undefined) => number,
): Tallies {
  const total = createTally();
  const byOffice = new Map<OfficeId, Tally>();

  function createTally(): Tally {
    return {
      all: 0,
      steady: Object.fromEntries(steadyQueues.map((queue) => [queue, 0])) as Record<SteadyQueue, number>,
      due: createSortedSlots((slot) => rowOf(slot).dueAt as number),
      since: createSortedSlots((slot) => rules.since(rowOf(slot))),
    };
  }

  /** An office's own figures are kept from the first time they are asked for: a commune's device never asks. */
  function tallyOf(office: OfficeId): Tally {
    let tally = byOffice.get(office);
    if (tally === undefined) {
      tally = createTally();
      byOffice.set(office, tally);
      const slots = total.since.slots().filter((slot) => rowOf(slot).office === office);
      for (const slot of slots) count(tally, rowOf(slot), 1);
      tally.since.addMany(slots);
      tally.due.addMany(slots.filter((slot) => rules.isClockRunning(rowOf(slot))));
    }
    return tally;
  }

  function talliesOf(office: OfficeId): readonly Tally[] {
    const own = byOffice.get(office);
    return own === undefined ? [total] : [total, own];
  }

  function count(tally: Tally, row: DossierRow, by: 1 | -1): void {
    tally.all += by;
    for (const queue of rules.queuesOf(row)) tally.steady[queue] += by;
  }

  const tallies: Tallies = {
    add: (slot) => {
      const row = rowOf(slot);
      for (const tally of talliesOf(row.office)) {
        count(tally, row, 1);
        tally.since.add(slot);
        if (rules.isClockRunning(row)) tally.due.add(slot);
      }
    },
    addMany: (slots) => {
      const byTally = new Map<Tally, { readonly all: number[]; readonly due: number[] }>([[total, { all: [], due: [] }]]);
      for (const slot of slots) {
        const row = rowOf(slot);
        for (const tally of talliesOf(row.office)) {
          count(tally, row, 1);
          let lists = byTally.get(tally);
          if (lists === undefined) {
            lists = { all: [], due: [] };
            byTally.set(tally, lists);
          }
          lists.all.push(slot);
          if (rules.isClockRunning(row)) lists.due.push(slot);
        }
      }
      for (const [tally, lists] of byTally) {
        tally.since.addMany(lists.all);
        tally.due.addMany(lists.due);
      }
    },
    remove: (slot) => {
      const row = rowOf(slot);
      for (const tally of talliesOf(row.office)) {
        count(tally, row, -1);
        tally.since.remove(slot);
        if (rules.isClockRunning(row)) tally.due.remove(slot);
      }
    },
    replace: (slot, next, swap) => {
      const old = rowOf(slot);
      if (old.office !== next.office) {
        tallies.remove(slot);
        swap();
        tallies.add(slot);
        return;
      }
      const both = talliesOf(old.office);
      const ran = rules.isClockRunning(old);
      const runs = rules.isClockRunning(next);
      const dueMoves = ran !== runs || old.dueAt !== next.dueAt;
      const sinceMoves = rules.since(old) !== rules.since(next);
      for (const tally of both) {
        count(tally, old, -1);
        if (dueMoves && ran) tally.due.remove(slot);
        if (sinceMoves) tally.since.remove(slot);
      }
      swap();
      for (const tally of both) {
        count(tally, next, 1);
        if (dueMoves && runs) tally.due.add(slot);
        if (sinceMoves) tally.since.add(slot);
      }
    },
    counts: (now, office) => {
      const tally = office === undefined ? total : tallyOf(office);
      const { today, tomorrow, soonEnds } = rules.borders(now);
      const overdue = tally.due.countBelow(today);
      return {
        ...tally.steady,
        all: tally.all,
        toSend: pendingIn(office),
        overdue,
        dueSoon: tally.due.countBelow(soonEnds) - overdue,
        today: tally.since.countBelow(tomorrow) - tally.since.countBelow(today),
      };
    },
    sinceSlots: () => total.since.slots(),
    dueBelow: (key) => total.due.countBelow(key),
    sinceBelow: (key) => total.since.countBelow(key),
    dueSlots: () => total.due.slots(),
  };
  return tallies;
}

/** Kept counters, for the whole device and per office. Only the overdue, due-soon, today and uncollected figures look at the clock, through sorted lists. */
import { uncollectedSince } from '@onestop/shared/dossier/notices.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { isClockRunning, isPromisedSameDay } from '@onestop/shared/judgement/lateness.ts';
import { sinceOf, type SteadyQueue, steadyQueues, steadyQueuesOf } from '@onestop/shared/register/queues.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { QueueName } from '../../../contract/dossier-index.ts';
import type { QueueRules } from './queue-rules.ts';
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
  /** Results that wait for citizens who were told, the longest wait first, and how many of them wait since `border` or longer. */
  readonly toldSlots: () => readonly number[];
  readonly toldUntil: (border: Instant | undefined) => number;
}

interface Tally {
  all: number;
  readonly steady: Record<SteadyQueue, number>;
  /** Whose clock runs, by promise. */
  readonly due: SortedSlots;
  /** Those of them promised for the day they came: "hẹn hôm nay", not due soon before their hour. */
  readonly sameDay: SortedSlots;
  /** By the instant that decides about "today". */
  readonly since: SortedSlots;
  /** Results whose citizens were told, by the last telling. */
  readonly told: SortedSlots;
}

type RowOf = (slot: number) => DossierRow;

function createTally(rowOf: RowOf): Tally {
  return {
    all: 0,
    steady: Object.fromEntries(steadyQueues.map((queue) => [queue, 0])) as Record<SteadyQueue, number>,
    due: createSortedSlots((slot) => rowOf(slot).dueAt as number),
    sameDay: createSortedSlots((slot) => rowOf(slot).dueAt as number),
    since: createSortedSlots((slot) => sinceOf(rowOf(slot))),
    told: createSortedSlots((slot) => uncollectedSince(rowOf(slot)) as number),
  };
}

function toldUntil(tally: Tally, border: Instant | undefined): number {
  return border === undefined ? 0 : tally.told.countBelow(border + 1);
}

function count(tally: Tally, row: DossierRow, by: 1 | -1): void {
  tally.all += by;
  for (const queue of steadyQueuesOf(row)) tally.steady[queue] += by;
}

function addMany(rowOf: RowOf, tally: Tally, slots: readonly number[]): void {
  for (const slot of slots) count(tally, rowOf(slot), 1);
  tally.since.addMany(slots);
  tally.told.addMany(slots.filter((slot) => uncollectedSince(rowOf(slot)) !== undefined));
  const running = slots.filter((slot) => isClockRunning(rowOf(slot)));
  tally.due.addMany(running);
  tally.sameDay.addMany(running.filter((slot) => isPromisedSameDay(rowOf(slot))));
}

function moveOne(tally: Tally, slot: number, row: DossierRow, move: 'add' | 'remove'): void {
  count(tally, row, move === 'add' ? 1 : -1);
  tally.since[move](slot);
  if (uncollectedSince(row) !== undefined) tally.told[move](slot);
  if (isClockRunning(row)) tally.due[move](slot);
  if (isClockRunning(row) && isPromisedSameDay(row)) tally.sameDay[move](slot);
}

/** Both rows are of one office: only the orders whose key changes are touched. */
function swapOne(tallies: readonly Tally[], slot: number, old: DossierRow, next: DossierRow, swap: () => void): void {
  const [ran, runs] = [isClockRunning(old), isClockRunning(next)];
  const [wasSameDay, isSameDay] = [ran && isPromisedSameDay(old), runs && isPromisedSameDay(next)];
  const dueMoves = ran !== runs || wasSameDay !== isSameDay || old.dueAt !== next.dueAt;
  const sinceMoves = sinceOf(old) !== sinceOf(next);
  const [wasTold, isTold] = [uncollectedSince(old), uncollectedSince(next)];
  const toldMoves = wasTold !== isTold;
  for (const tally of tallies) {
    count(tally, old, -1);
    if (dueMoves && ran) tally.due.remove(slot);
    if (dueMoves && wasSameDay) tally.sameDay.remove(slot);
    if (sinceMoves) tally.since.remove(slot);
    if (toldMoves && wasTold !== undefined) tally.told.remove(slot);
  }
  swap();
  for (const tally of tallies) {
    count(tally, next, 1);
    if (dueMoves && runs) tally.due.add(slot);
    if (dueMoves && isSameDay) tally.sameDay.add(slot);
    if (sinceMoves) tally.since.add(slot);
    if (toldMoves && isTold !== undefined) tally.told.add(slot);
  }
}

/** Figures that are kept elsewhere. */
type Elsewhere = Readonly<Record<'toSend' | 'mine', (office: OfficeId | undefined) => number>>;

export function createTallies(rules: QueueRules, rowOf: RowOf, elsewhere: Elsewhere): Tallies {
  const total = createTally(rowOf);
  const byOffice = new Map<OfficeId, Tally>();

  /** An office's own figures are kept from the first time they are asked for: a commune's device never asks. */
  function tallyOf(office: OfficeId): Tally {
    let tally = byOffice.get(office);
    if (tally === undefined) {
      tally = createTally(rowOf);
      byOffice.set(office, tally);
      addMany(
        rowOf,
        tally,
        total.since.slots().filter((slot) => rowOf(slot).office === office),
      );
    }
    return tally;
  }

  function talliesOf(office: OfficeId): readonly Tally[] {
    const own = byOffice.get(office);
    return own === undefined ? [total] : [total, own];
  }

  function moveIn(slot: number, move: 'add' | 'remove'): void {
    const row = rowOf(slot);
    for (const tally of talliesOf(row.office)) moveOne(tally, slot, row, move);
  }

  return {
    add: (slot) => moveIn(slot, 'add'),
    remove: (slot) => moveIn(slot, 'remove'),
    addMany: (slots) => {
      addMany(rowOf, total, slots);
      for (const [office, tally] of byOffice)
        addMany(
          rowOf,
          tally,
          slots.filter((slot) => rowOf(slot).office === office),
        );
    },
    replace: (slot, next, swap) => {
      const old = rowOf(slot);
      if (old.office === next.office) return swapOne(talliesOf(old.office), slot, old, next, swap);
      moveIn(slot, 'remove');
      swap();
      return moveIn(slot, 'add');
    },
    counts: (now, office) => {
      const tally = office === undefined ? total : tallyOf(office);
      const { todayStarts, tomorrowStarts, soonEnds } = rules.borders(now);
      const overdue = tally.due.countBelow(todayStarts);
      // Before their hour, those promised for the day they came are not "soon".
      const notYet = tally.sameDay.countBelow(soonEnds) - tally.sameDay.countBelow(now);
      return {
        ...tally.steady,
        all: tally.all,
        toSend: elsewhere.toSend(office),
        mine: elsewhere.mine(office),
        uncollected: toldUntil(tally, rules.uncollectedBorder(now)),
        overdue,
        dueToday: tally.due.countBelow(tomorrowStarts) - overdue,
        dueAhead: tally.due.countBelow(soonEnds) - overdue,
        dueSoon: tally.due.countBelow(soonEnds) - overdue - notYet,
        today: tally.since.countBelow(tomorrowStarts) - tally.since.countBelow(todayStarts),
      };
    },
    toldSlots: () => total.told.slots(),
    toldUntil: (border) => toldUntil(total, border),
    sinceSlots: () => total.since.slots(),
    dueBelow: (key) => total.due.countBelow(key),
    sinceBelow: (key) => total.since.countBelow(key),
    dueSlots: () => total.due.slots(),
  };
}

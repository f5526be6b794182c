/**
 * The list rows of the whole device in memory: queues, counters, name prefixes, codes, ID and phone numbers. Pure: rows in, answers out.
 * Invariants: every read takes at most about a millisecond at 50,000 rows, so nothing here scans rows that an order, a bucket or a kept
 * counter can name; figures that depend on the time of day come from the sorted due list, never from a scan.
 */
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { DossierIndex, QueueName, RowFilter } from '../../../contract/dossier-index.ts';
import { createDigitBuckets } from './digit-buckets.ts';
import { createTallies } from './tallies.ts';
import { createMutableLive } from '../live.ts';
import { createNamePostings } from './name-postings.ts';
import { matchesOf, type TextQuery } from './search.ts';
import { type QueueRules, queueBits, steadyQueues } from './queue-rules.ts';
import { createSortedSlots } from './sorted-slots.ts';
import { createTopList } from './top-list.ts';

export interface WritableIndex extends DossierIndex {
  /** Adds or replaces rows; a row of an unchanged dossier may come again. */
  readonly put: (rows: readonly DossierRow[]) => void;
  /** Fills the empty index; every row comes once. */
  readonly load: (rows: readonly DossierRow[]) => void;
  readonly drop: (ids: readonly DossierId[]) => void;
  readonly clear: () => void;
  /** Tells the screens. Called once per act or pull. */
  readonly bump: () => void;
  /** Builds what is otherwise built at the first search for digits. */
  readonly warm: () => void;
}

export interface IndexOptions {
  readonly rules: QueueRules;
  readonly foldWord: (word: string) => string;
  /** Dossiers with events that the server has not confirmed. */
  readonly pending: () => ReadonlySet<DossierId>;
  /** The device's own office: "most used at this desk". */
  readonly ownOffice: () => OfficeId | undefined;
}

interface Walk {
  readonly slots: readonly number[];
  readonly from: number;
  /** Exclusive; below `from` where the walk goes backwards. */
  readonly to: number;
  readonly sorted: boolean;
}

/** A queue of more rows than this is walked in order instead, where a full page is found soon. */
const membersMax = 3_000;
const mostUsedDays = 90;
const dayMs = 86_400_000;

export function createDossierIndex(options: IndexOptions): WritableIndex {
  const { rules } = options;
  const version = createMutableLive(0);
  let slotOf = new Map<DossierId, number>();
  let rows: (DossierRow | undefined)[] = [];
  let bits: number[] = [];
  /** Slots of each steady queue, in the order of their bits. */
  let members = steadyQueues.map(() => new Set<number>());
  let byCode = new Map<string, number>();
  let names = createNamePostings(options.foldWord);
  let digits = createDigitBuckets();
  /** Numbers of the slots below this one are in `digits` and `byCode`; the others follow when somebody searches by digits, or in an idle moment. */
  let numbersTo = 0;
  /** When each slot's row was opened, beside the rows so that comparing touches no object. */
  let opened: number[] = [];
  const dueKey = (slot: number): number => (rows[slot] as DossierRow).dueAt ?? Number.MAX_SAFE_INTEGER;
  let byOpened = createSortedSlots((slot) => opened[slot] as number);
  let byDue = createSortedSlots(dueKey);
  /** Which slots the running query has seen, by its number. */
  let marks: number[] = [];
  let queryNumber = 0;
  let tallies = createTallies(rules, (slot) => rows[slot] as DossierRow, pendingIn);
  let foldedNames: string[] = [];
  let mostUsed: { readonly version: number; readonly keys: readonly string[] } | undefined;

  function pendingIn(office: OfficeId | undefined): number {
    if (office === undefined) return options.pending().size;
    let count = 0;
    for (const id of options.pending()) if (rowOfId(id)?.office === office) count += 1;
    return count;
  }

  function rowOfId(id: DossierId): DossierRow | undefined {
    const slot = slotOf.get(id);
    return slot === undefined ? undefined : rows[slot];
  }

  function clear(): void {
    slotOf = new Map();
    rows = [];
    bits = [];
    members = steadyQueues.map(() => new Set());
    byCode = new Map();
    names = createNamePostings(options.foldWord);
    digits = createDigitBuckets();
    numbersTo = 0;
    opened = [];
    marks = [];
    byOpened = createSortedSlots((slot) => opened[slot] as number);
    byDue = createSortedSlots(dueKey);
    tallies = createTallies(rules, (slot) => rows[slot] as DossierRow, pendingIn);
    foldedNames = [];
  }

  function attach(slot: number, row: DossierRow): void {
    rows[slot] = row;
    setBits(slot, queueBits(rules.queuesOf(row)));
    foldedNames[slot] = row.name === undefined ? '' : names.add(slot, row.name);
    opened[slot] = row.openedAt;
  }

  function replace(slot: number, old: DossierRow, row: DossierRow): void {
    if (old.openedAt !== row.openedAt) byOpened.remove(slot);
    if (old.dueAt !== row.dueAt) byDue.remove(slot);
    if (slot < numbersTo && (old.code !== row.code || old.idNumber !== row.idNumber || old.phone !== row.phone)) {
      removeNumbers(slot, old);
      addNumbers(slot, row);
    }
    if (old.name !== row.name) {
      if (old.name !== undefined) names.remove(slot, old.name);
      foldedNames[slot] = row.name === undefined ? '' : names.add(slot, row.name);
    }
    tallies.replace(slot, row, () => {
      rows[slot] = row;
    });
    opened[slot] = row.openedAt;
    setBits(slot, queueBits(rules.queuesOf(row)));
    if (old.openedAt !== row.openedAt) byOpened.add(slot);
    if (old.dueAt !== row.dueAt) byDue.add(slot);
  }

  function addNumbers(slot: number, row: DossierRow): void {
    digits.add(slot, row);
    if (row.code !== undefined) byCode.set(row.code, slot);
  }

  function removeNumbers(slot: number, row: DossierRow): void {
    digits.remove(slot, row);
    if (row.code !== undefined && byCode.get(row.code) === slot) byCode.delete(row.code);
  }

  function setBits(slot: number, next: number): void {
    const before = bits[slot] ?? 0;
    bits[slot] = next;
    for (let place = 0; place < members.length; place++) {
      const bit = 1 << place;
      if ((before & bit) === (next & bit)) continue;
      if ((next & bit) !== 0) (members[place] as Set<number>).add(slot);
      else (members[place] as Set<number>).delete(slot);
    }
  }

  function put(changed: readonly DossierRow[]): void {
    const added: number[] = [];
    // The last word on a dossier counts where it comes twice.
    const newest = changed.length === 1 ? changed : new Map(changed.map((row) => [row.id, row])).values();
    for (const row of newest) {
      const slot = slotOf.get(row.id);
      if (slot !== undefined) {
        replace(slot, rows[slot] as DossierRow, row);
        continue;
      }
      const fresh = rows.length;
      slotOf.set(row.id, fresh);
      attach(fresh, row);
      if (changed.length === 1) {
        byOpened.add(fresh);
        byDue.add(fresh);
        tallies.add(fresh);
      } else added.push(fresh);
    }
    byOpened.addMany(added);
    byDue.addMany(added);
    tallies.addMany(added);
  }

  function load(all: readonly DossierRow[]): void {
    clear();
    const added = all.map((row, slot) => {
      slotOf.set(row.id, slot);
      attach(slot, row);
      return slot;
    });
    byOpened.addMany(added);
    byDue.addMany(added);
    tallies.addMany(added);
  }

  function drop(ids: readonly DossierId[]): void {
    for (const id of ids) {
      const slot = slotOf.get(id);
      const row = slot === undefined ? undefined : rows[slot];
      if (slot === undefined || row === undefined) continue;
      tallies.remove(slot);
      byOpened.remove(slot);
      byDue.remove(slot);
      if (slot < numbersTo) removeNumbers(slot, row);
      if (row.name !== undefined) names.remove(slot, row.name);
      rows[slot] = undefined;
      setBits(slot, 0);
      slotOf.delete(id);
    }
  }

  function warm(): void {
    for (; numbersTo < rows.length; numbersTo++) {
      const row = rows[numbersTo];
      if (row !== undefined) addNumbers(numbersTo, row);
    }
  }

  /** Slots in newest-first order that may pass the filter, each at most once where the walk is by order. */
  function query(filter: RowFilter, now: Instant): readonly DossierRow[] {
    const timed = timedRange(filter.queue, now);
    const byDue = filter.queue === 'overdue' || filter.queue === 'dueSoon';
    const bit = filter.queue === undefined || filter.queue === 'all' || timed !== undefined ? 0 : queueBits([filter.queue]);
    const sort = filter.sort ?? (byDue ? 'due' : 'newest');
    const text: TextQuery | undefined = matchesOf(filter.text, { names, digits, warm, foldWord: options.foldWord });
    const pass = (slot: number): boolean => {
      if (bit !== 0 && ((bits[slot] as number) & bit) === 0) return false;
      const row = rows[slot];
      if (row === undefined) return false;
      if (filter.office !== undefined && row.office !== filter.office) return false;
      if (filter.procedure !== undefined && row.procedure !== filter.procedure) return false;
      if (timed !== undefined && !timed(row)) return false;
      return text === undefined || text.matches(row, foldedNames[slot] as string);
    };
    const top = createTopList<number>(filter.limit, orderOf(sort));
    if (text?.candidates !== undefined) {
      queryNumber += 1;
      for (const list of text.candidates) {
        // Later slots are mostly newer: the list fills with what stays, and the rest fails one comparison.
        for (let i = list.length - 1; i >= 0; i--) {
          const slot = list[i] as number;
          if (marks[slot] === queryNumber || !top.wants(slot) || !pass(slot)) continue;
          marks[slot] = queryNumber;
          top.add(slot);
        }
      }
      return top.items().map((slot) => rows[slot] as DossierRow);
    }
    const walk = walkOf(sort, filter.queue, now);
    if (walk.sorted) {
      const found: DossierRow[] = [];
      for (let i = walk.from; found.length < filter.limit && i !== walk.to; i += walk.from < walk.to ? 1 : -1) {
        const slot = walk.slots[i] as number;
        if (pass(slot)) found.push(rows[slot] as DossierRow);
      }
      return found;
    }
    for (let i = walk.from; i !== walk.to; i += walk.from < walk.to ? 1 : -1) {
      const slot = walk.slots[i] as number;
      if (top.wants(slot) && pass(slot)) top.add(slot);
    }
    return top.items().map((slot) => rows[slot] as DossierRow);
  }

  /** The shortest stretch of a kept order that holds every row of the queue; `sorted` where it is in the asked order already. */
  function walkOf(sort: 'newest' | 'due' | 'name', queue: QueueName | undefined, now: Instant): Walk {
    const { today, tomorrow, soonEnds } = rules.borders(now);
    if (queue === 'overdue' || queue === 'dueSoon') {
      const from = queue === 'overdue' ? 0 : tallies.dueBelow(today);
      return {
        slots: tallies.dueSlots(),
        from,
        to: queue === 'overdue' ? tallies.dueBelow(today) : tallies.dueBelow(soonEnds),
        sorted: sort === 'due',
      };
    }
    if (queue === 'today')
      return { slots: tallies.sinceSlots(), from: tallies.sinceBelow(today), to: tallies.sinceBelow(tomorrow), sorted: false };
    if (queue === 'toSend') {
      const slots = [...options.pending()].flatMap((id) => slotOf.get(id) ?? []);
      return { slots, from: 0, to: slots.length, sorted: false };
    }
    const queued = members[(steadyQueues as readonly (QueueName | undefined)[]).indexOf(queue)];
    if (queued !== undefined && queued.size <= membersMax) return { slots: [...queued], from: 0, to: queued.size, sorted: false };
    if (sort === 'due') return { slots: byDue.slots(), from: 0, to: byDue.slots().length, sorted: true };
    const slots = byOpened.slots();
    return { slots, from: slots.length - 1, to: -1, sorted: sort === 'newest' };
  }

  /** Queues that the time of day or the server's receipts decide about. */
  function timedRange(queue: QueueName | undefined, now: Instant): ((row: DossierRow) => boolean) | undefined {
    const { today, tomorrow, soonEnds } = rules.borders(now);
    if (queue === 'overdue') return (row) => rules.isClockRunning(row) && (row.dueAt as number) < today;
    if (queue === 'dueSoon')
      return (row) => rules.isClockRunning(row) && (row.dueAt as number) >= today && (row.dueAt as number) < soonEnds;
    if (queue === 'today') return (row) => rules.since(row) >= today && rules.since(row) < tomorrow;
    if (queue === 'toSend') return (row) => options.pending().has(row.id);
    return undefined;
  }

  function orderOf(sort: 'newest' | 'due' | 'name'): (a: number, b: number) => number {
    const row = (slot: number): DossierRow => rows[slot] as DossierRow;
    const newest = (a: number, b: number): number => (opened[b] as number) - (opened[a] as number) || b - a;
    if (sort === 'newest') return newest;
    if (sort === 'due') return (a, b) => (row(a).dueAt ?? Infinity) - (row(b).dueAt ?? Infinity) || a - b;
    return (a, b) => {
      const nameA = foldedNames[a] as string;
      const nameB = foldedNames[b] as string;
      return nameA < nameB ? -1 : nameA > nameB ? 1 : newest(a, b);
    };
  }

  function samePerson(person: {
    readonly idNumber?: string | undefined;
    readonly name?: string | undefined;
    readonly birthYear?: number | undefined;
  }): readonly DossierRow[] {
    const found = new Set<number>();
    if (person.idNumber !== undefined && person.idNumber !== '') {
      warm();
      for (const slot of digits.exactId(person.idNumber)) found.add(slot);
    }
    if (found.size === 0 && person.name !== undefined && person.birthYear !== undefined) {
      const folded = names.foldName(person.name);
      const tokens = folded.split(' ').filter((token) => token !== '');
      const rarest = tokens.map((token) => names.slotsOfPrefix(token)).sort((a, b) => sizeOf(a) - sizeOf(b))[0] ?? [];
      for (const list of rarest) {
        for (const slot of list) if (foldedNames[slot] === folded && rows[slot]?.birthYear === person.birthYear) found.add(slot);
      }
    }
    return [...found].sort(orderOf('newest')).map((slot) => rows[slot] as DossierRow);
  }

  function mostUsedProcedures(limit: number): readonly string[] {
    if (mostUsed?.version !== version.get()) {
      const slots = byOpened.slots();
      const newest = slots.length === 0 ? 0 : (opened[slots.at(-1) as number] as number);
      const uses = new Map<string, number>();
      const own = options.ownOffice();
      for (let i = slots.length - 1; i >= 0; i--) {
        const row = rows[slots[i] as number] as DossierRow;
        if (row.openedAt < newest - mostUsedDays * dayMs) break;
        if (row.procedure === undefined || (own !== undefined && row.office !== own)) continue;
        uses.set(row.procedure, (uses.get(row.procedure) ?? 0) + 1);
      }
      mostUsed = { version: version.get(), keys: [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key) };
    }
    return mostUsed.keys.slice(0, limit);
  }

  return {
    version,
    size: () => slotOf.size,
    get: rowOfId,
    findByCode: (code) => {
      warm();
      const slot = byCode.get(code);
      return slot === undefined ? undefined : rows[slot];
    },
    query,
    counts: (now, office) => tallies.counts(now, office),
    samePerson,
    mostUsedProcedures,
    isPending: (id) => options.pending().has(id),
    put,
    load,
    drop,
    clear,
    warm,
    bump: () => version.set(version.get() + 1),
  };
}

function sizeOf(lists: readonly (readonly number[])[]): number {
  let size = 0;
  for (const list of lists) size += list.length;
  return size;
}

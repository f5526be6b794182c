/** One list: the rows that pass a filter, in its order, without looking at rows that a kept order or a bucket can leave out. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { RowFilter } from '../../../contract/dossier-index.ts';
import { timedTest, type Walk, walkOf } from './lists.ts';
import type { AskedOptions, Parts } from './parts.ts';
import { queueBits } from './queue-rules.ts';
import { rowAt } from './rows.ts';
import { matchesOf, type TextQuery } from './search.ts';
import { createTopList, type TopList } from './top-list.ts';

type Pass = (slot: number) => boolean;

export function queryRows(parts: Parts, options: AskedOptions, filter: RowFilter, now: Instant): readonly DossierRow[] {
  const isTimed = filter.queue === 'overdue' || filter.queue === 'dueToday' || filter.queue === 'dueSoon' || filter.queue === 'dueAhead';
  const sort = filter.sort ?? (isTimed ? 'due' : 'newest');
  const { names, numbers } = parts;
  const text = matchesOf(filter.text, { names, digits: numbers, foldWord: options.foldWord }, filter.near);
  // Numbers alone are never read loosely.
  if (filter.near === true && text === undefined) return [];
  const pass = passOf(parts, options, filter, text, now);
  const top = createTopList<number>(filter.limit, parts.orders.compare(sort));
  if (text?.candidates !== undefined) addCandidates(text.candidates, top, pass);
  else {
    const walk = walkOf(parts, options, sort, filter.queue, now);
    if (walk.sorted) return firstOf(walk, filter.limit, pass).map((slot) => rowAt(parts.rows, slot));
    addWalked(walk, top, pass);
  }
  return top.items().map((slot) => rowAt(parts.rows, slot));
}

function passOf({ rows, members }: Parts, options: AskedOptions, filter: RowFilter, text: TextQuery | undefined, now: Instant): Pass {
  const timed = timedTest(options, filter.queue, now);
  const bits = filter.queue === undefined || filter.queue === 'all' || timed !== undefined ? 0 : queueBits([filter.queue]);
  const { list, foldedNames } = rows;
  return (slot) => {
    if (!members.isIn(slot, bits)) return false;
    const row = list[slot];
    if (row === undefined) return false;
    if (filter.office !== undefined && row.office !== filter.office) return false;
    if (filter.procedure !== undefined && row.procedure !== filter.procedure) return false;
    if (timed !== undefined && !timed(row)) return false;
    return text === undefined || text.matches(row, foldedNames[slot] as string);
  };
}

/** A slot may be in several lists; later slots are mostly newer: the top fills with what stays, and the rest fails one comparison. */
function addCandidates(lists: readonly (readonly number[])[], top: TopList<number>, pass: Pass): void {
  const seen = new Set<number>();
  for (const list of lists) {
    for (let i = list.length - 1; i >= 0; i--) {
      const slot = list[i] as number;
      if (!top.wants(slot) || seen.has(slot) || !pass(slot)) continue;
      seen.add(slot);
      top.add(slot);
    }
  }
}

function firstOf(walk: Walk, limit: number, pass: Pass): readonly number[] {
  const found: number[] = [];
  const step = walk.from < walk.to ? 1 : -1;
  for (let i = walk.from; found.length < limit && i !== walk.to; i += step) {
    const slot = walk.slots[i] as number;
    if (pass(slot)) found.push(slot);
  }
  return found;
}

function addWalked(walk: Walk, top: TopList<number>, pass: Pass): void {
  const step = walk.from < walk.to ? 1 : -1;
  for (let i = walk.from; i !== walk.to; i += step) {
    const slot = walk.slots[i] as number;
    if (top.wants(slot) && pass(slot)) top.add(slot);
  }
}

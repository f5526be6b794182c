/** Idle work: many small records become few, because a record costs more than its size. Only what the server has confirmed is merged. */
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { Table } from 'dexie';
import type { StorageFault } from '../../../contract/faults.ts';
import { commit } from '../commit.ts';
import type { Database } from '../database.ts';
import type { Codec } from '../records/codec.ts';
import { type EventRecord, eventsOf, recordEventsMax, storedEvents } from '../records/event-record.ts';
import { ackedOf, type LogContext } from './context.ts';

/** Saving fewer records than this is not worth a transaction. */
const recordsMin = 64;
/** So many records at most at a time, so that an officer's act never waits long. */
const recordsMax = 512;

export async function mergeRecords(context: LogContext): Promise<Result<void, StorageFault>> {
  const { db } = context;
  return commit(context, async (draft) => {
    const { state } = draft;
    if (state.identity === undefined) return;
    const log = await mergeTable(db, db.log, state.logMergedTo, ackedOf(state, state.identity).seq);
    const foreign = await mergeTable(db, db.foreign, state.foreignMergedTo, state.foreignOrdinal);
    if (log === undefined && foreign === undefined) return;
    draft.state = {
      ...state,
      logMergedTo: log?.mergedTo ?? state.logMergedTo,
      logRecords: state.logRecords - (log?.fewer ?? 0),
      foreignMergedTo: foreign?.mergedTo ?? state.foreignMergedTo,
      foreignRecords: state.foreignRecords - (foreign?.fewer ?? 0),
    };
  });
}

async function mergeTable(
  db: Database,
  table: Table<EventRecord, number>,
  mergedTo: number,
  upTo: number,
): Promise<{ readonly mergedTo: number; readonly fewer: number } | undefined> {
  // Records lie side by side, so their keys alone say how many events each holds: what is full already is never read.
  const ends = await table.where('to').between(mergedTo, upTo, false, true).limit(recordsMax).primaryKeys();
  const { groups, settledTo } = plan(mergedTo, ends);
  const fewer = groups.reduce((sum, group) => sum + group.length - 1, 0);
  // A whole stretch with little to save is passed over all the same, or it would be looked at for ever.
  if (fewer < recordsMin && ends.length < recordsMax)
    return settledTo > mergedTo && groups.length === 0 ? { mergedTo: settledTo, fewer: 0 } : undefined;
  for (const group of groups) {
    const records = (await table.bulkGet([...group])).map((record) => must(record, 'a listed record is there'));
    await table.bulkDelete([...group]);
    await table.add(joined(db.codec, records));
  }
  return { mergedTo: settledTo, fewer };
}

/** Neighbours that fit into one record; the last group may still grow, so it is looked at again next time. */
function plan(mergedTo: number, ends: readonly number[]): { readonly groups: readonly (readonly number[])[]; readonly settledTo: number } {
  const groups: number[][] = [];
  let group: number[] = [];
  let size = 0;
  let before = mergedTo;
  let settledTo = mergedTo;
  for (const end of ends) {
    const count = end - before;
    if (size + count > recordEventsMax && group.length > 0) {
      if (group.length > 1) groups.push(group);
      settledTo = before;
      group = [];
      size = 0;
    }
    group.push(end);
    size += count;
    before = end;
  }
  if (group.length > 1) groups.push(group);
  return { groups, settledTo };
}

function joined(codec: Codec, group: readonly EventRecord[]): EventRecord {
  const first = must(group[0], 'a group has a record');
  const last = must(group.at(-1), 'a group has a record');
  if (group.length === 1) return first;
  return {
    from: first.from,
    to: last.to,
    ...storedEvents(
      codec,
      group.flatMap((record) => eventsOf(codec, record)),
    ),
    ...(last.link === undefined ? {} : { link: last.link }),
  };
}

/** Idle work: many small records become few, because a record costs more than its size. Only what the server has confirmed is merged. */
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Table } from 'dexie';
import type { EventRecord } from './database.ts';
import { writeState } from './device-state.ts';
import { eventsOf, recordEventsMax } from './event-records.ts';
import { ackedOf, type LogContext, logTables } from './log-context.ts';

/** Merging fewer small records than this is not worth a transaction. */
const recordsMin = 64;
/** So many records at most at a time, so that an officer's act never waits long. */
const recordsMax = 512;

export async function mergeRecords(context: LogContext): Promise<void> {
  const { db, mirror } = context;
  await db.dexie.transaction('rw', logTables(db), async () => {
    const state = await mirror.readCurrent();
    if (state.identity === undefined) return;
    const log = await mergeTable(db.log, state.logMergedTo, ackedOf(state, state.identity).seq);
    const foreign = await mergeTable(db.foreign, state.foreignMergedTo, state.foreignOrdinal);
    if (log === undefined && foreign === undefined) return;
    await writeState(db, {
      ...state,
      logMergedTo: log?.mergedTo ?? state.logMergedTo,
      logRecords: state.logRecords - (log?.fewer ?? 0),
      foreignMergedTo: foreign?.mergedTo ?? state.foreignMergedTo,
      foreignRecords: state.foreignRecords - (foreign?.fewer ?? 0),
    });
  });
}

async function mergeTable(
  table: Table<EventRecord, number>,
  mergedTo: number,
  upTo: number,
): Promise<{ readonly mergedTo: number; readonly fewer: number } | undefined> {
  const records = await table.where('to').between(mergedTo, upTo, false, true).limit(recordsMax).toArray();
  if (records.length < recordsMin) return undefined;
  const merged: EventRecord[] = [];
  let group: EventRecord[] = [];
  let size = 0;
  for (const record of records) {
    const count = record.to - record.from + 1;
    if (size > 0 && size + count > recordEventsMax) {
      merged.push(joined(group));
      group = [];
      size = 0;
    }
    group.push(record);
    size += count;
  }
  // The last group may still grow: it is written, but looked at again next time.
  const settledTo = merged.at(-1)?.to ?? mergedTo;
  merged.push(joined(group));
  await table.bulkDelete(records.map((record) => record.to));
  await table.bulkAdd(merged);
  return { mergedTo: settledTo, fewer: records.length - merged.length };
}

function joined(group: readonly EventRecord[]): EventRecord {
  const first = must(group[0], 'a group has a record');
  const last = must(group.at(-1), 'a group has a record');
  if (group.length === 1) return first;
  return {
    from: first.from,
    to: last.to,
    text: JSON.stringify(group.flatMap((record) => eventsOf(record))),
    ...(last.link === undefined ? {} : { link: last.link }),
  };
}

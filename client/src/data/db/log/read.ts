/** Reading the log: batches to send, a dossier's timeline, the whole log as a file, and the proof that it is whole. */
import { must } from '@onestop/shared/kernel/assert.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { countFree } from '@onestop/shared/dossier/numbers.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Link } from '@onestop/shared/protocol/messages.ts';
import { linkAfterAll, linksEqual } from '@onestop/shared/sync/chain.ts';
import type { DeviceState } from '../device-state.ts';
import type { Codec } from '../records/codec.ts';
import { type EventRecord, eventsOf, recordEventsMax } from '../records/event-record.ts';
import { refusedEvent } from '../records/refused-record.ts';
import { clockFacts, createNow } from './clock.ts';
import { ackedOf, genesisHead, headOf, type LogContext, logTables } from './context.ts';
import { numbersKey } from './numbers-key.ts';
import { linkAt } from './read-places.ts';

export interface LogBatch {
  readonly events: readonly EventEnvelope[];
  readonly linkBefore: Link;
  readonly linkAfter: Link;
  readonly chars: number;
}

/** How many records are read at a time. */
const readChunk = 32;
const readChunkMax = 512;

/** Own events after `afterSeq`, at least one where there is one. Ends on a record's end where it can, because its link is stored. */
export async function readBatch(context: LogContext, afterSeq: number, eventsMax: number, charsMax: number): Promise<LogBatch> {
  return context.db.dexie.transaction('r', logTables(context.db), async () =>
    batchAfter(context, await context.mirror.catchUp(), afterSeq, eventsMax, charsMax),
  );
}

export interface UnsentBatch extends LogBatch {
  /** As it was in the very transaction that read the events. */
  readonly state: DeviceState;
  readonly numbersFree: readonly { readonly agencyId: string; readonly free: number }[];
}

/** What the next request carries, read in one transaction, so that another tab's act cannot come between. */
export async function readUnsent(context: LogContext, eventsMax: number, charsMax: number): Promise<UnsentBatch> {
  return context.db.dexie.transaction('r', logTables(context.db), async () => {
    const state = await context.mirror.catchUp();
    const batch = await batchAfter(context, state, state.acked?.seq ?? 0, eventsMax, charsMax);
    const date = instantToPlainDate(createNow(() => clockFacts(context, state))());
    const agencies = [...new Set(state.leases.map((lease) => lease.agencyId))];
    const used = await context.db.numbers.bulkGet(agencies.map((agencyId) => numbersKey(agencyId, date)));
    return {
      ...batch,
      state,
      numbersFree: agencies.map((agencyId, i) => ({ agencyId, free: countFree(state.leases, used[i]?.used, agencyId, date) })),
    };
  });
}

async function batchAfter(
  { db }: LogContext,
  state: DeviceState,
  afterSeq: number,
  eventsMax: number,
  charsMax: number,
): Promise<LogBatch> {
  const identity = must(state.identity, 'only an enrolled device sends');
  const genesis = genesisHead(identity).link;
  const acked = ackedOf(state, identity);
  const linkBefore = must(afterSeq === acked.seq ? acked.link : await linkAt(db, afterSeq, genesis), `own event ${afterSeq} is in the log`);
  const events: EventEnvelope[] = [];
  let chars = 0;
  let linkAfter = linkBefore;
  let next = afterSeq + 1;
  if (eventsMax <= 0) return { events, linkBefore, linkAfter, chars };
  // As many full records as the batch can hold; where they are small, more and more at a time.
  let chunk = Math.min(readChunk, Math.ceil(eventsMax / recordEventsMax) + 1);
  for (;;) {
    const records = await db.log.where('to').aboveOrEqual(next).limit(chunk).toArray();
    for (const record of records) {
      const whole = record.from === next ? eventsOf(db.codec, record) : eventsOf(db.codec, record).slice(next - record.from);
      const room = eventsMax - events.length;
      const fits = whole.length <= room && chars + record.chars <= charsMax;
      if (!fits && events.length > 0) return { events, linkBefore, linkAfter, chars };
      const taken = fits ? whole : cut(whole, room, charsMax);
      events.push(...taken);
      chars += taken.length === whole.length ? record.chars : JSON.stringify(taken).length;
      linkAfter = taken.length === whole.length && record.link !== undefined ? record.link : linkAfterAll(linkAfter, taken);
      if (taken.length < whole.length) return { events, linkBefore, linkAfter, chars };
      next = record.to + 1;
    }
    if (records.length < chunk) return { events, linkBefore, linkAfter, chars };
    if (events.length >= eventsMax) return { events, linkBefore, linkAfter, chars };
    chunk = Math.min(readChunkMax, chunk * 4);
  }
}

function cut(events: readonly EventEnvelope[], eventsMax: number, charsMax: number): readonly EventEnvelope[] {
  let chars = 0;
  let n = 0;
  for (const event of events) {
    chars += JSON.stringify(event).length;
    if (n > 0 && (n >= eventsMax || chars > charsMax)) break;
    n += 1;
  }
  return events.slice(0, n);
}

/** Cheap, at start: the counts, and the chain of the last record. Returns the first own event that cannot be trusted. */
export async function checkTail(context: LogContext): Promise<number | undefined> {
  const { db, mirror } = context;
  return db.dexie.transaction('r', logTables(db), async () => {
    const state = await mirror.catchUp();
    if (state.identity === undefined) return undefined;
    const head = headOf(state, state.identity);
    const last = await db.log.orderBy('to').last();
    if ((last?.to ?? 0) !== head.seq) return Math.min(last?.to ?? 0, head.seq) + 1;
    if ((await db.log.count()) !== state.logRecords || (await db.foreign.count()) !== state.foreignRecords)
      return (await firstHole(context)) ?? head.seq;
    if (last === undefined) return undefined;
    const genesis = genesisHead(state.identity).link;
    const before = last.from === 1 ? genesis : (await db.log.get(last.from - 1))?.link;
    if (before === undefined) return last.from - 1;
    return linksEqual(linkAfterAll(before, eventsOf(db.codec, last)), head.link) ? undefined : last.from;
  });
}

async function firstHole(context: LogContext): Promise<number | undefined> {
  let expected = 1;
  let hole: number | undefined;
  await context.db.log.orderBy('to').each((record) => {
    if (hole === undefined && record.from !== expected) hole = expected;
    expected = record.to + 1;
  });
  return hole;
}

/** The whole chain from its genesis. Returns the first own event that does not fit, or undefined where all do. */
export async function verifyLog(context: LogContext): Promise<number | undefined> {
  const { db, mirror } = context;
  return db.dexie.transaction('r', logTables(db), async () => {
    const state = await mirror.catchUp();
    if (state.identity === undefined) return undefined;
    let { link } = genesisHead(state.identity);
    let expected = 1;
    for (;;) {
      const records = await db.log.where('to').aboveOrEqual(expected).limit(readChunk).toArray();
      for (const record of records) {
        const bad = firstMisfit(db.codec, record, expected, link);
        if (bad !== undefined) return bad;
        link = must(record.link, 'own records carry their link');
        expected = record.to + 1;
      }
      if (records.length < readChunk) break;
    }
    const head = headOf(state, state.identity);
    return expected === head.seq + 1 && linksEqual(link, head.link) ? undefined : expected;
  });
}

function firstMisfit(codec: Codec, record: EventRecord, expected: number, linkBefore: Link): number | undefined {
  if (record.from !== expected) return expected;
  const events = eventsOf(codec, record);
  const gap = events.findIndex((event, i) => event.seq !== record.from + i);
  if (gap >= 0) return record.from + gap;
  if (events.length !== record.to - record.from + 1) return record.from + events.length;
  return record.link !== undefined && linksEqual(linkAfterAll(linkBefore, events), record.link) ? undefined : record.from;
}

/** JSON lines: a header, then every own event with its chain link, so that the file proves itself. */
export async function exportLines(context: LogContext): Promise<string[]> {
  const { db, mirror } = context;
  return db.dexie.transaction('r', logTables(db), async () => {
    const state = await mirror.catchUp();
    const lines: string[] = [];
    const { identity } = state;
    if (identity === undefined) return lines;
    const head = headOf(state, identity);
    lines.push(
      JSON.stringify({
        format: 'motcua-log',
        version: 1,
        device: identity.device,
        office: identity.office,
        name: identity.name,
        headSeq: head.seq,
        ackedSeq: ackedOf(state, identity).seq,
        headLink: hex(head.link),
      }),
    );
    let { link } = genesisHead(identity);
    for (const record of await db.log.orderBy('to').toArray()) {
      for (const event of eventsOf(db.codec, record)) {
        link = linkAfterAll(link, [event]);
        lines.push(JSON.stringify({ event, link: hex(link) }));
      }
    }
    for (const record of await db.refused.toArray()) {
      const { code, kind, event } = refusedEvent(db.codec, record);
      lines.push(JSON.stringify({ refused: code, kind, event }));
    }
    return lines;
  });
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

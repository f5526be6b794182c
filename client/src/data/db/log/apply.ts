/**
 * Taking in an answer of the server, in one transaction: the receipt, refused events, other devices' events, cursors, reference data, leases,
 * clock. Idempotent: an answer may come twice, late, or to another tab; nothing goes back but what the server says must.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { err, type Result } from '@onestop/shared/kernel/result.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { linksEqual } from '@onestop/shared/sync/chain.ts';
import { nextCursors } from '@onestop/shared/sync/next-cursors.ts';
import type { StorageFault } from '../../../contract/faults.ts';
import type { DiaryLine } from '../../../contract/sync-status.ts';
import { foldedWithAfter } from '../build-registry.ts';
import type { Database } from '../database.ts';
import type { DeviceState, Identity, LogHead } from '../device-state.ts';
import { writeState } from '../device-state.ts';
import { foreignRecords, linkAt, readPlaces } from '../records/event-record.ts';
import { arrivedEntry, noteRefused, type RefusedWork } from './fold-arrived.ts';
import { ackedOf, entryOf, foldEvents, genesisHead, headOf, type LogContext, logTables } from './context.ts';
import { moveToIdentity } from './relog.ts';
import { foreignPlace, ownPlace } from '../records/place.ts';
import type { RowEntry } from '../records/row-record.ts';
import { deltaRecord, type RowChange } from '../row-mirror.ts';
import { guardStorage } from '../storage-fault.ts';

export interface ArrivedAnswer {
  readonly request: SyncRequest;
  readonly answer: SyncAnswer;
  /** Characters of JSON of the events that were sent. */
  readonly sentChars: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  /** Raw device clock when the request left and when the answer was there. */
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
}

export interface Applied {
  readonly kind: 'APPLIED' | 'STALE' | 'FORKED';
  /** Events of other devices that are new here. */
  readonly received: number;
  /** Own events newly acknowledged. */
  readonly acknowledged: number;
  readonly pending: number;
  readonly state: DeviceState;
}

export type ApplyError = StorageFault | { readonly code: 'log/broken'; readonly seq: number };

/** What changes while an answer is worked in; `entries` by dossier, so that a dossier touched twice is written once. */
export interface Work extends RefusedWork {
  state: DeviceState;
  readonly entries: Map<DossierId, RowEntry>;
  readonly diary: DiaryLine[];
  /** Keys no longer refused: a restored server will judge them again. */
  readonly readmitted: string[];
}

const isRefusedChanged = (work: Work): boolean => work.newRefused.length + work.readmitted.length > 0;

const diaryMax = 500;

class LogBroken extends Error {
  readonly seq: number;
  constructor(seq: number) {
    super(`the log does not fit the server's receipt at ${seq}`);
    this.seq = seq;
  }
}

export async function applyAnswer(context: LogContext, arrived: ArrivedAnswer): Promise<Result<Applied, ApplyError>> {
  const { db, mirror } = context;
  let done: { readonly work: Work; readonly change: RowChange } | undefined;
  try {
    const outcome = await guardStorage(() =>
      db.dexie.transaction('rw', logTables(db), async (): Promise<Applied> => {
        done = undefined;
        const state = await mirror.readCurrent();
        const { identity } = state;
        // Another tab took a new identity meanwhile: this answer speaks of a log that is no more.
        if (identity === undefined || identity.device !== arrived.request.device)
          return { kind: 'STALE', received: 0, acknowledged: 0, pending: 0, state };
        const work: Work = { state, refused: new Map(mirror.refused.get()), newRefused: [], readmitted: [], entries: new Map(), diary: [] };
        const received = await workIn(context, arrived, identity, work);
        const change: RowChange = { rev: state.rev + 1, entries: [...work.entries.values()] };
        work.state = {
          ...work.state,
          rev: change.rev,
          refusedRev: state.refusedRev + (isRefusedChanged(work) ? 1 : 0),
          foldedWith: foldedWithAfter(state.foldedWith, context.build),
        };
        await Promise.all([
          change.entries.length === 0 ? undefined : db.rowDeltas.add(deltaRecord(change)),
          work.readmitted.length === 0 ? undefined : db.refused.bulkDelete(work.readmitted),
          work.newRefused.length === 0 ? undefined : db.refused.bulkPut(work.newRefused),
          addDiary(db, work.diary),
          writeState(db, work.state),
        ]);
        done = { work, change };
        const now = must(work.state.identity, 'an enrolled device stays enrolled');
        const forked = arrived.answer.outcome.kind === 'FORKED';
        return {
          kind: forked ? 'FORKED' : 'APPLIED',
          received,
          acknowledged: forked ? 0 : Math.max(0, ackedOf(work.state, now).seq - ackedOf(state, identity).seq),
          pending: headOf(work.state, now).seq - ackedOf(work.state, now).seq,
          state: work.state,
        };
      }),
    );
    if (outcome.ok && done !== undefined) {
      mirror.committed(
        done.work.state,
        done.change.entries.length === 0 ? undefined : done.change,
        isRefusedChanged(done.work) ? done.work.refused : undefined,
      );
      context.mark(done.work.state);
      context.announce(done.change.rev);
    }
    return outcome;
  } catch (error) {
    if (error instanceof LogBroken) return err({ code: 'log/broken', seq: error.seq });
    throw error;
  }
}

async function workIn(context: LogContext, arrived: ArrivedAnswer, identity: Identity, work: Work): Promise<number> {
  const { answer } = arrived;
  takeClock(arrived, work);
  if (answer.outcome.kind === 'FORKED') {
    const { device, token, bookNumber, keepSeq } = answer.outcome;
    await takeRefused(context, answer, work, keepSeq);
    await moveToIdentity(context, work, { ...identity, device, token, bookNumber }, keepSeq);
    if (answer.leases !== undefined) work.state = { ...work.state, leases: answer.leases };
    work.diary.push({ at: answer.serverTime, kind: 'forked', detail: answer.outcome.device });
    return 0;
  }
  const acknowledged = await takeReceipt(context, arrived, identity, work);
  await takeRefused(context, answer, work, answer.headSeq);
  const received = await takePages(context, answer, identity, work);
  await takeReference(context.db, answer, work);
  if (acknowledged > 0 || received > 0 || arrived.request.events.length > 0) {
    work.diary.unshift({
      at: answer.serverTime,
      kind: 'exchanged',
      sent: acknowledged,
      received,
      bytesUp: arrived.bytesUp,
      bytesDown: arrived.bytesDown,
    });
  }
  return received;
}

/** The server's time against the middle of the journey; small differences are the journey's own. */
function takeClock(arrived: ArrivedAnswer, work: Work): void {
  const journeyMs = Math.max(0, arrived.receivedAt - arrived.sentAt);
  const offset = Math.round(arrived.answer.serverTime - (arrived.sentAt + journeyMs / 2));
  const drift = Math.abs(offset - work.state.clockOffsetMs);
  work.state = {
    ...work.state,
    clockOffsetMs: drift > journeyMs / 2 + 500 ? offset : work.state.clockOffsetMs,
    lastReceiptAt: Math.max(work.state.lastReceiptAt ?? 0, arrived.answer.serverTime),
  };
}

/** Moves the acknowledged head, after checking that the server's link is ours. Returns how many events were newly confirmed. */
async function takeReceipt(context: LogContext, arrived: ArrivedAnswer, identity: Identity, work: Work): Promise<number> {
  const { db } = context;
  const { request, answer } = arrived;
  const head = headOf(work.state, identity);
  const acked = ackedOf(work.state, identity);
  const resend = answer.outcome.kind === 'RESEND';
  // A late or doubled answer must not take a receipt back, unless the server says that it was restored.
  if (answer.headSeq < acked.seq && !(resend && request.ackedSeq === acked.seq)) return 0;
  if (answer.headSeq > head.seq) throw new LogBroken(head.seq + 1);
  const last = request.events.at(-1)?.seq;
  const link =
    answer.headSeq === last
      ? request.linkAfter
      : answer.headSeq === acked.seq
        ? acked.link
        : await linkAt(db, answer.headSeq, genesisHead(identity).link);
  if (link === undefined || !linksEqual(link, answer.headLink)) {
    // The server's log of this device goes on differently beyond what was sent now: a twin wrote it. What we send next tells it so, and it answers with a fork.
    if (answer.headSeq > (last ?? request.ackedSeq)) return 0;
    throw new LogBroken(answer.headSeq);
  }
  if (resend) {
    work.diary.push({ at: answer.serverTime, kind: 'resend', detail: `${acked.seq} → ${answer.headSeq}` });
    await readmit(context, identity, answer.headSeq, work);
  }
  if (answer.headSeq === acked.seq) return 0;
  const next: LogHead = { seq: answer.headSeq, link };
  const pendingChars =
    next.seq === head.seq
      ? 0
      : answer.headSeq === last && request.ackedSeq === acked.seq
        ? Math.max(0, work.state.pendingChars - arrived.sentChars)
        : await countPendingChars(db, next.seq);
  const oldest = next.seq === head.seq ? undefined : (await readPlaces(db, [ownPlace(next.seq + 1)])).get(ownPlace(next.seq + 1))?.at;
  work.state = { ...work.state, acked: next, pendingChars, oldestPendingAt: oldest };
  if (arrived.sentChars > 2_000 && answer.headSeq === last)
    work.state = { ...work.state, wireRatio: work.state.wireRatio * 0.5 + (arrived.bytesUp / arrived.sentChars) * 0.5 };
  return Math.max(0, next.seq - acked.seq);
}

/** What the restored server does not hold comes before it again, and what it says then counts: until then the act stands here as it was performed. */
async function readmit(context: LogContext, identity: Identity, headSeq: number, work: Work): Promise<void> {
  const again = [...work.refused.values()].filter(
    (record) => record.seq > headSeq && record.key === eventKey({ device: identity.device, seq: record.seq }),
  );
  for (const { key } of again) work.refused.delete(key);
  work.readmitted.push(...again.map((record) => record.key));
  await refold(context, work, new Set(again.map((record) => record.dossier as DossierId)));
}

async function refold(context: LogContext, work: Work, ids: ReadonlySet<DossierId>): Promise<void> {
  for (const id of ids) {
    const places = context.mirror.placesOf(id);
    const found = await readPlaces(context.db, places);
    work.entries.set(id, entryOf(id, foldEvents(context, [...found.values()], work.refused), places));
  }
}

async function countPendingChars(db: Database, ackedSeq: number): Promise<number> {
  let chars = 0;
  await db.log
    .where('to')
    .above(ackedSeq)
    .each((record) => {
      chars += record.text.length;
    });
  return chars;
}

async function takeRefused(context: LogContext, answer: SyncAnswer, work: Work, upTo: number): Promise<void> {
  const identity = must(work.state.identity, 'an enrolled device stays enrolled');
  const fresh = answer.refused.filter((one) => one.seq <= upTo && !work.refused.has(eventKey({ device: identity.device, seq: one.seq })));
  if (fresh.length === 0) return;
  const events = await readPlaces(
    context.db,
    fresh.map((one) => ownPlace(one.seq)),
  );
  const touched = new Set<DossierId>();
  for (const one of fresh) {
    const event = events.get(ownPlace(one.seq));
    if (event === undefined) continue;
    noteRefused(work, event, one.kind, one.code, one.detail);
    work.diary.push({ at: answer.serverTime, kind: 'refused', detail: one.code });
    if (one.kind === 'REFUSED') touched.add(event.dossier);
  }
  await refold(context, work, touched);
}

/** Other devices' events: stored in records of many, their dossiers folded, their rows written; what is here already is left out. */
async function takePages(context: LogContext, answer: SyncAnswer, identity: Identity, work: Work): Promise<number> {
  const { db, mirror } = context;
  const arriving = new Map<DossierId, EventEnvelope[]>();
  for (const page of answer.pages) {
    for (const event of page.events) {
      if (event.device === identity.device) continue;
      const list = arriving.get(event.dossier);
      if (list === undefined) arriving.set(event.dossier, [event]);
      else list.push(event);
    }
  }
  const known = [...arriving.keys()].filter((id) => mirror.placesOf(id).length > 0);
  const stored = await readPlaces(
    db,
    known.flatMap((id) => mirror.placesOf(id)),
  );
  const fresh: EventEnvelope[] = [];
  const { foreignOrdinal } = work.state;
  for (const [id, events] of arriving) {
    const before = mirror.placesOf(id);
    const all = before.flatMap((place) => stored.get(place) ?? []);
    const have = new Set(all.map(eventKey));
    const places = [...before];
    for (const event of events) {
      const key = eventKey(event);
      if (have.has(key)) continue;
      have.add(key);
      fresh.push(event);
      all.push(event);
      places.push(foreignPlace(foreignOrdinal + fresh.length));
    }
    if (places.length > before.length) work.entries.set(id, arrivedEntry(context, work, id, all, places));
  }
  for (const { reset, office } of answer.pages) {
    if (reset && work.state.cursors.some((cursor) => cursor.office === office))
      work.diary.push({ at: answer.serverTime, kind: 'reset', detail: office });
  }
  const records = foreignRecords(foreignOrdinal, fresh);
  if (records.length > 0) await db.foreign.bulkAdd(records);
  work.state = {
    ...work.state,
    foreignOrdinal: foreignOrdinal + fresh.length,
    foreignRecords: work.state.foreignRecords + records.length,
    cursors: nextCursors(work.state.cursors, answer.pages),
  };
  return fresh.length;
}

async function takeReference(db: Database, answer: SyncAnswer, work: Work): Promise<void> {
  if (answer.reference.length > 0) {
    await db.reference.bulkPut([...answer.reference]);
    const versions = { ...work.state.referenceVersions };
    for (const document of answer.reference) versions[document.kind] = document.version;
    work.state = { ...work.state, referenceVersions: versions };
    work.diary.push({ at: answer.serverTime, kind: 'reference', detail: answer.reference.map((document) => document.kind).join(' ') });
  }
  if (answer.leases !== undefined) {
    if (answer.leases.length > work.state.leases.length)
      work.diary.push({ at: answer.serverTime, kind: 'leases', received: answer.leases.length - work.state.leases.length });
    work.state = { ...work.state, leases: answer.leases };
  }
  if (answer.freshness !== undefined) work.state = { ...work.state, freshness: answer.freshness };
}

export async function addDiary(db: Database, lines: readonly DiaryLine[]): Promise<void> {
  if (lines.length === 0) return;
  const last = await db.diary.bulkAdd([...lines]);
  if (typeof last === 'number' && last > diaryMax)
    await db.diary
      .where(':id')
      .belowOrEqual(last - diaryMax)
      .delete();
}

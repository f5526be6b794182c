/**
 * A cloned or restored device gets a new identity. What the server has confirmed is kept as events of the old device (they may come again from
 * the feed and are recognised); what it has not is written again under the new one, with the same times and content, so nothing is lost and nothing doubled.
 */
import type { DeviceId, DossierId } from '@onestop/shared/kernel/ids.ts';
import type { Json } from '@onestop/shared/kernel/canonical-json.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { StorageFault } from '../../../contract/faults.ts';
import { foldedWithAfter } from '../build-registry.ts';
import { type Identity, writeState } from '../device-state.ts';
import { deltaRecord, type RowChange } from '../row-mirror.ts';
import { guardStorage } from '../storage-fault.ts';
import { eventsOf, foreignRecords, ownRecords, readPlaces } from '../records/event-record.ts';
import { foreignPlace, isOwn, ownPlace, type Place, seqOf } from '../records/place.ts';
import { ackedOf, entryOf, foldEvents, genesisHead, isExcluded, type LogContext, logTables } from './context.ts';
import type { Work } from './apply.ts';

/** Enrolment: on an empty device, or again on one that was revoked or unknown to the server. */
export async function takeIdentity(
  context: LogContext,
  identity: Identity,
  keys: CryptoKeyPair,
  clockOffsetMs: number,
): Promise<Result<void, StorageFault>> {
  const { db, mirror } = context;
  let done: { readonly work: Work; readonly change: RowChange } | undefined;
  const outcome = await guardStorage(() =>
    db.dexie.transaction('rw', logTables(db), async () => {
      const state = await mirror.readCurrent();
      const work: Work = { state, refused: new Map(mirror.refused.get()), newRefused: [], readmitted: [], entries: new Map(), diary: [] };
      if (state.identity !== undefined && state.identity.device !== identity.device) await moveToIdentity(context, work, identity);
      const change: RowChange = { rev: state.rev + 1, entries: [...work.entries.values()] };
      work.state = {
        ...work.state,
        rev: change.rev,
        identity,
        clockOffsetMs,
        revoked: false,
        foldedWith: foldedWithAfter(state.foldedWith, context.build),
      };
      await db.meta.put({ key: 'keys', keys });
      if (change.entries.length > 0) await db.rowDeltas.add(deltaRecord(change));
      await writeState(db, work.state);
      done = { work, change };
    }),
  );
  if (outcome.ok && done !== undefined) {
    mirror.committed(done.work.state, done.change.entries.length === 0 ? undefined : done.change);
    context.mark(done.work.state);
    context.announce(done.change.rev);
  }
  return outcome;
}

/** Inside the transaction that takes the answer in. The server holds the old log up to `keepSeq` for certain, or up to the last receipt. */
export async function moveToIdentity(context: LogContext, work: Work, next: Identity, keepSeq?: number): Promise<void> {
  const { db, mirror } = context;
  const old = must(work.state.identity, 'only an enrolled device can fork');
  const ackedSeq = Math.max(keepSeq ?? 0, ackedOf(work.state, old).seq);
  const own = (await db.log.toArray()).flatMap((record) => eventsOf(record));
  const aside = own.filter((event) => event.seq <= ackedSeq && !isExcluded(work.refused, event));
  const relogged = own.filter((event) => event.seq > ackedSeq).map((event) => remapEvent(event, old.device, ackedSeq, next));

  const placesBySeq = new Map<number, Place>();
  aside.forEach((event, i) => placesBySeq.set(event.seq, foreignPlace(work.state.foreignOrdinal + i + 1)));
  for (const event of own) if (event.seq > ackedSeq) placesBySeq.set(event.seq, ownPlace(event.seq - ackedSeq));
  const asideRecords = foreignRecords(work.state.foreignOrdinal, aside);
  const written = ownRecords(genesisHead(next), relogged);
  await db.log.clear();
  await db.log.bulkAdd([...written.records]);
  await db.foreign.bulkAdd(asideRecords);

  for (const id of new Set<DossierId>(own.map((event) => event.dossier))) {
    const places = mirror.placesOf(id).flatMap((place) => (isOwn(place) ? (placesBySeq.get(seqOf(place)) ?? []) : place));
    const found = await readPlaces(db, places);
    work.entries.set(id, entryOf(id, foldEvents(context, [...found.values()], work.refused), places));
  }
  work.state = {
    ...work.state,
    identity: next,
    head: written.head,
    acked: genesisHead(next),
    logRecords: written.records.length,
    foreignRecords: work.state.foreignRecords + asideRecords.length,
    foreignOrdinal: work.state.foreignOrdinal + aside.length,
    logMergedTo: 0,
    pendingChars: written.chars,
    oldestPendingAt: relogged[0]?.at,
    cursors: [],
    // Another device may hold the same ranges now: draw from new ones only.
    leases: [],
    registerLines: {},
  };
}

function remapEvent(event: EventEnvelope, oldDevice: DeviceId, ackedSeq: number, next: Identity): EventEnvelope {
  return {
    ...event,
    device: next.device,
    seq: event.seq - ackedSeq,
    after: event.after.map((ref) =>
      ref.device === oldDevice && ref.seq > ackedSeq ? { device: next.device, seq: ref.seq - ackedSeq } : ref,
    ),
    data: remapRefs(event.data, oldDevice, ackedSeq, next.device) as EventEnvelope['data'],
  };
}

/** Data may name events too (`ContradictionSettled.event`): any object that is exactly a reference to a moved event. */
function remapRefs(value: Json | undefined, oldDevice: DeviceId, ackedSeq: number, device: DeviceId): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => remapRefs(item, oldDevice, ackedSeq, device) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as { readonly [key: string]: Json | undefined };
  const keys = Object.keys(record);
  const { device: named, seq } = record;
  if (keys.length === 2 && named === oldDevice && typeof seq === 'number') return seq > ackedSeq ? { device, seq: seq - ackedSeq } : record;
  return Object.fromEntries(keys.map((key) => [key, remapRefs(record[key], oldDevice, ackedSeq, device)]));
}

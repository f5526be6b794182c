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
import { commit, type Draft } from '../commit.ts';
import type { HeldKeys } from '../database.ts';
import type { Identity } from '../device-state.ts';
import { eventsOf, foreignRecords, ownRecords } from '../records/event-record.ts';
import { foreignPlace, isOwn, ownPlace, type Place, seqOf } from '../records/place.ts';
import { hearTime } from './clock.ts';
import { ackedOf, genesisHead, type LogContext } from './context.ts';
import { isExcluded, refoldPlaces } from './fold.ts';

/** Enrolment: on an empty device, or again on one that was revoked or unknown to the server. */
export async function takeIdentity(
  context: LogContext,
  identity: Identity,
  keys: HeldKeys,
  clockOffsetMs: number,
): Promise<Result<void, StorageFault>> {
  return commit(context, async (draft) => {
    const known = draft.before.identity;
    if (known !== undefined && known.device !== identity.device) await moveToIdentity(context, draft, identity);
    draft.state = { ...hearTime(draft.state, context.clock.now() + clockOffsetMs), identity, clockOffsetMs, revoked: false };
    draft.writes.push(context.db.meta.put({ key: 'keys', keys }));
  });
}

/** The server holds the old log up to `keepSeq` for certain, or up to the last receipt. The rows must be open. */
export async function moveToIdentity(context: LogContext, draft: Draft, next: Identity, keepSeq?: number): Promise<void> {
  const { db, mirror } = context;
  const old = must(draft.state.identity, 'only an enrolled device can fork');
  const ackedSeq = Math.max(keepSeq ?? 0, ackedOf(draft.state, old).seq);
  const own = (await db.log.toArray()).flatMap((record) => eventsOf(db.codec, record));
  const aside = own.filter((event) => event.seq <= ackedSeq && !isExcluded(draft.refused.list(), event));
  const relogged = own.filter((event) => event.seq > ackedSeq).map((event) => remapEvent(event, old.device, ackedSeq, next));

  const { foreignOrdinal } = draft.state;
  const placesBySeq = new Map<number, Place>();
  aside.forEach((event, i) => placesBySeq.set(event.seq, foreignPlace(foreignOrdinal + i + 1)));
  for (const event of own) if (event.seq > ackedSeq) placesBySeq.set(event.seq, ownPlace(event.seq - ackedSeq));
  const asideRecords = foreignRecords(db.codec, foreignOrdinal, aside);
  const written = ownRecords(db.codec, genesisHead(next), relogged);
  await db.log.clear();
  await db.log.bulkAdd([...written.records]);
  await db.foreign.bulkAdd(asideRecords);

  const moved = (place: Place): readonly Place[] | Place => (isOwn(place) ? (placesBySeq.get(seqOf(place)) ?? []) : place);
  const ids = new Set<DossierId>(own.map((event) => event.dossier));
  await refoldPlaces(context, draft, new Map([...ids].map((id) => [id, mirror.placesOf(id).flatMap(moved)] as const)));
  draft.state = {
    ...draft.state,
    identity: next,
    head: written.head,
    acked: genesisHead(next),
    logRecords: written.records.length,
    foreignRecords: draft.state.foreignRecords + asideRecords.length,
    foreignOrdinal: foreignOrdinal + aside.length,
    logMergedTo: 0,
    pendingChars: written.chars,
    oldestPendingAt: relogged[0]?.at,
    cursors: [],
    // Another device may hold the same ranges now: draw from new ones only.
    leases: [],
    bookLines: {},
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

/** Data may name events too (the acts a settlement keeps and leaves out): any object that is exactly a reference to a moved event. */
function remapRefs(value: Json | undefined, oldDevice: DeviceId, ackedSeq: number, device: DeviceId): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => remapRefs(item, oldDevice, ackedSeq, device) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as { readonly [key: string]: Json | undefined };
  const keys = Object.keys(record);
  const { device: named, seq } = record;
  if (keys.length === 2 && named === oldDevice && typeof seq === 'number') return seq > ackedSeq ? { device, seq: seq - ackedSeq } : record;
  return Object.fromEntries(keys.map((key) => [key, remapRefs(record[key], oldDevice, ackedSeq, device)]));
}

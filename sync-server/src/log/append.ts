/**
 * The transaction of an exchange: lock the device's head, take exactly the next events, judge each, append, put accepted ones into the feed of
 * every office that may see their dossier, fold the touched dossiers again into the projection, top up serial ranges. All or nothing.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DeviceReport, RefusedEvent, SyncOutcome, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { type BatchDecision, acceptBatch } from '@onestop/shared/sync/accept-batch.ts';
import { genesisLink } from '@onestop/shared/sync/chain.ts';
import type { DeviceRecord, Tx } from '../db/store.ts';
import { WireFault } from '../faults.ts';
import type { AppDeps } from '../deps.ts';
import { auditOfLooks } from './audit-looks.ts';
import { feedDossiers } from './feeds.ts';
import { forkDevice } from './fork.ts';
import { judgeBatch } from './judge-batch.ts';
import { topUpLeases } from './leases.ts';
import { findOverlap } from './overlap.ts';
import { createChainFollower } from './chain-follower.ts';
import { type TouchedDossier, foldTouched, lockTouched } from './projections.ts';
import { needOwnProjections } from './rebuild.ts';
import type { ReferenceSnapshot } from './reference-cache.ts';

export type AppendDeps = Pick<AppDeps, 'random' | 'serverKey' | 'build'>;

export interface Appended {
  readonly device: Pick<DeviceRecord, 'office' | 'name'>;
  readonly outcome: SyncOutcome;
  readonly headSeq: number;
  readonly headLink: Uint8Array;
  readonly stored: number;
  readonly newlyRefused: readonly RefusedEvent[];
  readonly newlyHeld: number;
  /** Offices whose feeds grew. */
  readonly grown: readonly OfficeId[];
  readonly leases: readonly Lease[] | undefined;
}

export async function appendBatch(
  tx: Tx,
  deps: AppendDeps,
  snapshot: ReferenceSnapshot,
  request: SyncRequest,
  now: Instant,
): Promise<Appended> {
  await needOwnProjections(tx, deps.build);
  const device = await tx.lockDevice(request.device);
  if (device === undefined) throw new WireFault('wire/device-unknown');
  // Revoked between the token's check and the lock.
  if (device.revokedAt !== undefined) throw new WireFault('wire/device-revoked');
  const chain = createChainFollower();
  const decision = acceptBatch({ seq: device.headSeq, link: device.headLink }, request, chain.follow);
  if (decision.kind === 'MALFORMED') throw new WireFault('wire/malformed');
  const rest = { device, newlyRefused: [], newlyHeld: 0, grown: [], leases: undefined, stored: 0 };
  if (decision.kind === 'FORKED' || liesBeforeHead(decision, request))
    return { ...rest, ...(await partCompany(tx, deps, snapshot, device, request, now)) };
  const told = withProblems(request.report, device);
  await tx.touchDevice(
    device.id,
    now,
    reportAfter({ ...request, report: told }, decision.kind === 'ACCEPT' ? decision.head.seq : device.headSeq),
  );
  if (decision.kind === 'RESEND') return { ...rest, outcome: { kind: 'RESEND' }, headSeq: device.headSeq, headLink: device.headLink };
  const { events, head } = decision;
  const { refused, held, grown } =
    events.length === 0 ? nothingAppended : await appendFresh(tx, deps, snapshot, device, events, chain.lastTexts(events.length), now);
  if (events.length > 0) {
    await tx.setHead(device.id, head.seq, head.link, newestTaken(device, events, refused, now));
  }
  return {
    device,
    outcome: { kind: 'OK' },
    headSeq: head.seq,
    headLink: head.link,
    stored: events.length,
    newlyRefused: refused,
    newlyHeld: held,
    grown,
    leases: await topUpLeases(
      tx,
      snapshot,
      device,
      request.numbersFree,
      now,
      refused.some((each) => each.code === 'numbers/not-leased'),
    ),
  };
}

/** A refused act neither makes an office's data look fresh nor binds the time of later ones. */
function newestTaken(
  device: DeviceRecord,
  events: readonly EventEnvelope[],
  refused: readonly RefusedEvent[],
  now: Instant,
): Instant | undefined {
  const out = new Set(refused.filter((each) => each.kind === 'REFUSED').map((each) => each.seq));
  const times = events.filter((event) => !out.has(event.seq)).map((event) => Math.min(event.at, now));
  return times.reduce<Instant | undefined>((latest, at) => Math.max(latest ?? 0, at), device.newestEventAt);
}

/** A device tells its problems once, with the exchange that gets through: they are kept until it tells others. */
function withProblems(report: DeviceReport, device: DeviceRecord): DeviceReport {
  const problems = report.problems ?? device.report?.problems;
  return problems === undefined ? report : { ...report, problems };
}

/** The device counts as waiting what this very request brings; the centre is told what is left once it is stored. */
function reportAfter({ report, lastSeq }: SyncRequest, headSeq: number): DeviceReport {
  const { oldestPendingAt, ...rest } = report;
  const left = Math.max(0, lastSeq - headSeq);
  const part = report.pendingEvents > 0 ? Math.min(1, left / report.pendingEvents) : 0;
  return {
    ...rest,
    pendingEvents: left,
    pendingBytes: Math.round(report.pendingBytes * part),
    ...(left === 0 || oldestPendingAt === undefined ? {} : { oldestPendingAt }),
  };
}

/** Events came, but the whole batch lies before the head: its last link proves nothing about the stored log. */
function liesBeforeHead(decision: BatchDecision, request: SyncRequest): boolean {
  return (
    decision.kind === 'ACCEPT' &&
    decision.events.length === 0 &&
    request.events.length > 0 &&
    decision.head.seq > request.ackedSeq + request.events.length
  );
}

/** Where the links do not meet, compare the events themselves: confirm what is stored here, and fork where the logs part. */
async function partCompany(
  tx: Tx,
  deps: AppendDeps,
  snapshot: ReferenceSnapshot,
  device: DeviceRecord,
  request: SyncRequest,
  now: Instant,
): Promise<Pick<Appended, 'outcome' | 'headSeq' | 'headLink' | 'leases'>> {
  const overlap = await findOverlap(tx.readDeviceLog, device.id, request);
  if (overlap.kind === 'RESTART') {
    if (request.ackedSeq === 0) throw new WireFault('wire/malformed');
    return { outcome: { kind: 'RESEND' }, headSeq: 0, headLink: genesisLink(device.id), leases: undefined };
  }
  const seq = request.ackedSeq + overlap.count;
  // All of the batch is here and the device has more to send: where they part, if they do, shows with what comes next.
  if (overlap.count === request.events.length && seq < request.lastSeq) {
    await tx.touchDevice(device.id, now, withProblems(request.report, device));
    return { outcome: { kind: 'OK' }, headSeq: seq, headLink: overlap.link, leases: undefined };
  }
  const fork = await forkDevice(tx, deps, device, request, overlap, now);
  // With ranges of its own at once: the line may be gone again before the next exchange, and intake must not wait for it.
  const leases = await topUpLeases(tx, snapshot, fork.device, [], now);
  return { outcome: fork.outcome, headSeq: fork.device.headSeq, headLink: fork.device.headLink, leases };
}

const nothingAppended: AppendedEvents = { refused: [], held: 0, grown: [] };

interface AppendedEvents {
  readonly refused: readonly RefusedEvent[];
  readonly held: number;
  readonly grown: readonly OfficeId[];
}

async function appendFresh(
  tx: Tx,
  deps: AppendDeps,
  snapshot: ReferenceSnapshot,
  device: DeviceRecord,
  fresh: readonly EventEnvelope[],
  texts: readonly string[],
  now: Instant,
): Promise<AppendedEvents> {
  const officesBefore = await lockTouched(tx, device, fresh);
  const judgement = await judgeBatch(tx, snapshot, device, fresh, officesBefore, now, deps.build.readOptions);
  const { refused, held } = judgement;
  const hadEvents = await tx.dossiersWithEvents([...new Set(fresh.map((event) => event.dossier))]);
  await tx.appendEvents(fresh, judgement, now, texts);
  const out = new Set(refused.filter((each) => each.kind === 'REFUSED').map((each) => each.seq));
  for (const entry of auditOfLooks(device, fresh, officesBefore, deps.build.readOptions))
    if (!out.has(entry.seq)) await tx.audit(entry.audit);
  const accepted = out.size + held.size === 0 ? fresh : fresh.filter((event) => !out.has(event.seq) && !held.has(event.seq));
  const touched: readonly TouchedDossier[] = await foldTouched(tx, accepted, officesBefore, hadEvents, deps.build.readOptions);
  await tx.releaseEvents(touched.flatMap(({ released }) => released));
  await tx.putDossiers(touched.flatMap(({ projected }) => (projected === undefined ? [] : [projected])));
  const grown = await feedDossiers(tx, deps.random, touched);
  return { refused, held: held.size, grown };
}

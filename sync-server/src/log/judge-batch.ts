/** The shared judgement with what it needs from the database: leases of the device (and of the identity it was forked from), and codes claimed by others. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import { adoptableLease, type HeldLease } from '@onestop/shared/dossier/lease-plan.ts';
import { type ParsedCode, leaseCovers, parseCode } from '@onestop/shared/dossier/numbers.ts';
import { type ReadOptions, factsAtEdge } from '@onestop/shared/dossier/read-event.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { RefusedEvent } from '@onestop/shared/protocol/messages.ts';
import { type JudgeContext, type Judgement, judgeEvents } from '@onestop/shared/sync/judge-event.ts';
import type { DeviceRecord, Tx } from '../db/store.ts';
import { agenciesOf } from './leases.ts';
import { readHolders, readPast } from './past.ts';
import type { OfficesByDossier } from './projections.ts';
import type { ReferenceSnapshot } from './reference-cache.ts';

/** Longer chains of forks than this do not happen; the bound keeps a damaged record from looping. */
const forksMax = 50;

export async function judgeBatch(
  tx: Tx,
  snapshot: ReferenceSnapshot,
  device: DeviceRecord,
  fresh: readonly EventEnvelope[],
  offices: OfficesByDossier,
  now: Instant,
  readOptions: ReadOptions,
): Promise<Judgement> {
  const hasCodes = fresh.some((event) => factsAtEdge(event).draws.length > 0);
  const line = hasCodes ? await lineOf(tx, device) : noLine;
  const adopted = hasCodes ? await adoptLeases(tx, snapshot, device, line, fresh) : [];
  const context: JudgeContext = {
    serverTime: now,
    readOptions,
    device: device.id,
    office: must(snapshot.officesById.get(device.office), 'an enrolled device belongs to a known office'),
    offices: snapshot.offices,
    findStaff: (id) => snapshot.staffById.get(id),
    dossierOffices: (id) => offices.get(id),
    leases: [...line.leases, ...adopted],
    newestOwnAt: device.newestEventAt,
    holderInSight: await readHolders(tx, device.office, fresh, offices, readOptions),
  };
  let judgement = judgeEvents(fresh, context);
  // Rare, so what only this case needs is read only then.
  const unseen = new Set(judgement.refused.filter((each) => each.code === 'event/dossier-not-visible').map((each) => each.seq));
  if (unseen.size > 0) {
    const past = await readPast(tx, fresh, (event) => unseen.has(event.seq), readOptions);
    judgement = judgeEvents(fresh, { ...context, isPastMissing: past.isMissing });
  }
  const { refused, held } = judgement;
  await recordAdopted(tx, device, adopted, fresh, refused);
  const duplicates = hasCodes ? await findDuplicates(tx, fresh, refused) : [];
  if (duplicates.length === 0) return judgement;
  const out = new Set(duplicates.map((each) => each.seq));
  return {
    refused: [...refused, ...duplicates].sort((a, b) => a.seq - b.seq),
    held: new Set([...held].filter((seq) => !out.has(seq))),
  };
}

/** The device and the identities it was forked from, with all their leases. */
interface Line {
  readonly devices: ReadonlySet<string>;
  readonly leases: readonly Lease[];
}

const noLine: Line = { devices: new Set(), leases: [] };

async function lineOf(tx: Tx, device: DeviceRecord): Promise<Line> {
  const leases: Lease[] = [];
  const devices = new Set<string>();
  let at: DeviceRecord | undefined = device;
  for (let i = 0; at !== undefined && i < forksMax; i++) {
    devices.add(at.id);
    leases.push(...(await tx.leasesOfDevice(at.id)));
    at = at.forkOf === undefined ? undefined : await tx.lockDevice(at.forkOf.device);
  }
  return { devices, leases };
}

/** Ranges that nobody else has and the device used all the same: the server was restored from a backup and forgot that it gave them. */
async function adoptLeases(
  tx: Tx,
  snapshot: ReferenceSnapshot,
  device: DeviceRecord,
  line: Line,
  fresh: readonly EventEnvelope[],
): Promise<readonly Lease[]> {
  const codes = fresh.flatMap(codesOf);
  const strange = codes.filter((code) => !line.leases.some((lease) => leaseCovers(lease, code)));
  if (strange.length === 0) return [];
  // All of its agencies in the order every exchange locks them.
  const held: HeldLease[] = [];
  for (const agencyId of agenciesOf(snapshot, device)) {
    for (const lease of await tx.lockAgencyLeases(agencyId)) held.push({ ...lease, agencyId });
  }
  const agencies = new Set(agenciesOf(snapshot, device));
  const adopted: Lease[] = [];
  for (const code of strange) {
    if (!agencies.has(code.agencyId) || adopted.some((lease) => leaseCovers(lease, code))) continue;
    const lease = adoptableLease([...held, ...adopted.map((own) => ({ ...own, device: device.id }))], line.devices, code);
    if (lease !== undefined) adopted.push(lease);
  }
  return adopted;
}

/** Only those that an accepted event needed. */
async function recordAdopted(
  tx: Tx,
  device: DeviceRecord,
  adopted: readonly Lease[],
  fresh: readonly EventEnvelope[],
  refused: readonly RefusedEvent[],
): Promise<void> {
  if (adopted.length === 0) return;
  const out = new Set(refused.filter((each) => each.kind === 'REFUSED').map((each) => each.seq));
  const codes = fresh.flatMap((event) => (out.has(event.seq) ? [] : codesOf(event)));
  for (const lease of adopted) if (codes.some((code) => leaseCovers(lease, code))) await tx.addLease(device.id, lease);
}

/** A printed code names one dossier for ever: who comes second is refused, and the desk is told. */
async function findDuplicates(tx: Tx, fresh: readonly EventEnvelope[], refused: readonly RefusedEvent[]): Promise<readonly RefusedEvent[]> {
  const out = new Set(refused.map((each) => each.seq));
  const claims = fresh
    .filter((event) => !out.has(event.seq))
    .flatMap((event) =>
      factsAtEdge(event).draws.map((code) => ({ code, dossier: event.dossier, event: { device: event.device, seq: event.seq } })),
    );
  const taken = await tx.claimCodes(claims);
  if (taken.size === 0) return [];
  return claims
    .filter((claim) => (taken.get(claim.code) ?? claim.dossier) !== claim.dossier)
    .map((claim) => ({ seq: claim.event.seq, kind: 'REFUSED', code: 'numbers/duplicate-code', detail: claim.code }));
}

function codesOf(event: EventEnvelope): readonly ParsedCode[] {
  return factsAtEdge(event).draws.flatMap((text) => parseCode(text) ?? []);
}

/** The shared judgement with what it needs from the database: leases of the device (and of the identity it was forked from), and codes claimed by others. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { RefusedEvent } from '@onestop/shared/protocol/messages.ts';
import { judgeEvents } from '@onestop/shared/sync/judge-event.ts';
import type { DeviceRecord, Tx } from '../db/store.ts';
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
): Promise<readonly RefusedEvent[]> {
  const hasCodes = fresh.some((event) => codeOf(event) !== undefined);
  const refused = judgeEvents(fresh, {
    serverTime: now,
    device: device.id,
    office: must(snapshot.officesById.get(device.office), 'an enrolled device belongs to a known office'),
    offices: snapshot.offices,
    findStaff: (id) => snapshot.staffById.get(id),
    dossierOffices: (id) => offices.get(id),
    leases: hasCodes ? await leasesOfLine(tx, device) : [],
  });
  const duplicates = hasCodes ? await findDuplicates(tx, fresh, refused) : [];
  return duplicates.length === 0 ? refused : [...refused, ...duplicates].sort((a, b) => a.seq - b.seq);
}

async function leasesOfLine(tx: Tx, device: DeviceRecord): Promise<readonly Lease[]> {
  const leases: Lease[] = [];
  let at: DeviceRecord | undefined = device;
  for (let i = 0; at !== undefined && i < forksMax; i++) {
    leases.push(...(await tx.leasesOfDevice(at.id)));
    at = at.forkOf === undefined ? undefined : await tx.lockDevice(at.forkOf.device);
  }
  return leases;
}

/** A printed code names one dossier for ever: who comes second is refused, and the desk is told. */
async function findDuplicates(tx: Tx, fresh: readonly EventEnvelope[], refused: readonly RefusedEvent[]): Promise<readonly RefusedEvent[]> {
  const out = new Set(refused.map((each) => each.seq));
  const claims = fresh.flatMap((event) => {
    const code = out.has(event.seq) ? undefined : codeOf(event);
    return code === undefined ? [] : [{ code, dossier: event.dossier, event: { device: event.device, seq: event.seq } }];
  });
  const taken = await tx.claimCodes(claims);
  if (taken.size === 0) return [];
  return claims
    .filter((claim) => (taken.get(claim.code) ?? claim.dossier) !== claim.dossier)
    .map((claim) => ({ seq: claim.event.seq, kind: 'REFUSED', code: 'numbers/duplicate-code', detail: claim.code }));
}

/** Only an acceptance draws a code. */
function codeOf(event: EventEnvelope): string | undefined {
  const code = event.type === 'DossierAccepted' ? event.data['code'] : undefined;
  return typeof code === 'string' ? code : undefined;
}

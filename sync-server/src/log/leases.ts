/** Serial ranges for a device: of its own agency and of the district's, given when it has none and topped up before they run low. */
import { centreOf } from '@onestop/shared/reference/office-tree.ts';
import { needsTopUp, planLeases } from '@onestop/shared/dossier/lease-plan.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { SyncRequest } from '@onestop/shared/protocol/messages.ts';
import type { DeviceRecord, Tx } from '../db/store.ts';
import type { ReferenceSnapshot } from './reference-cache.ts';

/**
 * All live leases of the device where they changed or it did not know them; else undefined. A device that reports numbers of ranges which are not on record
 * (a restored backup) gets others, and one whose code was not its own is told what is.
 */
export async function topUpLeases(
  tx: Tx,
  snapshot: ReferenceSnapshot,
  device: DeviceRecord,
  numbersFree: SyncRequest['numbersFree'],
  now: Instant,
  hasWrongLeases = false,
): Promise<readonly Lease[] | undefined> {
  const reported = new Map(numbersFree.map((each) => [each.agencyId, each.free]));
  const onRecord = await tx.leasesOfDevice(device.id);
  const isRangeOf = (lease: Lease, agencyId: string): boolean =>
    lease.agencyId === agencyId && lease.kind === 'RANGE' && lease.retiredOn === undefined;
  const wanted = agenciesOf(snapshot, device).filter(
    (agencyId) => hasWrongLeases || needsTopUp(reported.get(agencyId) ?? 0) || !onRecord.some((lease) => isRangeOf(lease, agencyId)),
  );
  if (wanted.length === 0) return undefined;
  const today = instantToPlainDate(now);
  for (const agencyId of wanted) {
    const existing = await tx.lockAgencyLeases(agencyId);
    const hasRange = existing.some((lease) => lease.device === device.id && isRangeOf(lease, agencyId));
    // A device that says nothing of an agency lost the answer that gave it a range: it is told again, not given another.
    if (hasRange && !reported.has(agencyId)) continue;
    for (const lease of planLeases(existing, device.id, { agencyId, free: reported.get(agencyId) ?? 0 }, today))
      await tx.addLease(device.id, lease);
  }
  return (await tx.leasesOfDevice(device.id)).filter((lease) => lease.retiredOn === undefined).map(toLease);
}

/** Sorted, so that two exchanges never wait for each other's agency. */
export function agenciesOf(snapshot: ReferenceSnapshot, device: DeviceRecord): readonly string[] {
  const own = snapshot.officesById.get(device.office);
  if (own === undefined) return [];
  const centre = centreOf(own, snapshot.offices);
  return [...new Set([own.agencyId, ...(centre === undefined ? [] : [centre.agencyId])])].sort();
}

function toLease({ agencyId, kind, from, to, digits, validFrom, retiredOn }: Lease): Lease {
  return { agencyId, kind, from, to, digits, validFrom, ...(retiredOn === undefined ? {} : { retiredOn }) };
}

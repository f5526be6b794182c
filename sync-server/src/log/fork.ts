/**
 * A device whose chain does not fit its log here (restored image, cloned profile) gets a new identity and writes on under it. The identity is derived
 * from the fork's key, so a repeated request gets the same one; its token is derived with the server's secret and stored as a hash only.
 */
import { genesisLink, nextLink } from '@onestop/shared/sync/chain.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { SyncOutcome, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { nextBookNumber } from '../auth/enrolment.ts';
import { hashSecret, keyedHash } from '../auth/secrets.ts';
import { linkToHex } from '../db/rows.ts';
import type { DeviceRecord, Tx } from '../db/store.ts';
import type { Overlap } from './overlap.ts';

export interface Fork {
  readonly device: DeviceRecord;
  readonly outcome: Extract<SyncOutcome, { kind: 'FORKED' }>;
}

export async function forkDevice(
  tx: Tx,
  deps: { readonly serverKey: string },
  old: DeviceRecord,
  request: SyncRequest,
  common: Extract<Overlap, { kind: 'COMMON' }>,
  now: Instant,
): Promise<Fork> {
  const key = forkKey(request, common);
  const id = `f${keyedHash(deps.serverKey, `fork-id:${old.id}:${key}`).toString('hex').slice(0, 12)}` as DeviceId;
  const token = keyedHash(deps.serverKey, `fork-token:${old.id}:${key}`).toString('base64url');
  const known = await tx.lockDevice(id);
  const device = known ?? (await addIdentity(tx, old, id, token, key, now));
  return {
    device,
    outcome: { kind: 'FORKED', device: id, token, bookNumber: device.bookNumber, keepSeq: request.ackedSeq + common.count },
  };
}

async function addIdentity(tx: Tx, old: DeviceRecord, id: DeviceId, token: string, key: string, now: Instant): Promise<DeviceRecord> {
  const { office, name, publicKey, encryptionKey } = old;
  const bookNumber = await nextBookNumber(tx, office);
  const device: DeviceRecord = {
    id,
    office,
    name,
    publicKey,
    encryptionKey,
    bookNumber,
    tokenHash: hashSecret(token),
    headSeq: 0,
    headLink: genesisLink(id),
    createdAt: now,
    forkOf: { device: old.id, key },
  };
  await tx.putDevice(device);
  await tx.audit({ at: now, device: old.id, office, what: 'device/forked', target: id, detail: old.name });
  return device;
}

/** The first event that is not stored here stays the same however often and in whatever batches it is sent; two clones differ in it. */
function forkKey({ ackedSeq, lastSeq, events }: SyncRequest, { count, link }: Extract<Overlap, { kind: 'COMMON' }>): string {
  const first = events[count];
  return first === undefined ? `${ackedSeq + count}:${lastSeq}:${linkToHex(link)}` : linkToHex(nextLink(link, first));
}

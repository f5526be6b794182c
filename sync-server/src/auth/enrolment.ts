/** Joining a device: an administrator's one-time code becomes a device identity with a token, inside one transaction. */
import { genesisLink } from '@onestop/shared/sync/chain.ts';
import type { DeviceId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Enrolment } from '@onestop/shared/protocol/messages.ts';
import { type Result, err, ok } from '@onestop/shared/kernel/result.ts';
import type { Clock, Random } from '@onestop/shared/ports.ts';
import type { DeviceRecord, Store, Tx } from '../db/store.ts';
import { hashEnrolCode, hashSecret, newEnrolCode, newToken } from './secrets.ts';

export interface EnrolmentDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** The server's, which every device keeps. */
  readonly encryptionKey: string;
}

export const enrolCodeMsDefault = 48 * 3_600_000;

export type EnrolProblem = 'enrol/code-unknown' | 'enrol/code-used' | 'enrol/code-expired';

export interface IssueCodeRequest {
  readonly office: OfficeId;
  readonly deviceName: string;
  readonly createdBy?: StaffId | undefined;
  /** Where it was asked for. */
  readonly onDevice?: DeviceId | undefined;
  readonly validMs?: number | undefined;
}

export async function issueEnrolCode(
  deps: Pick<EnrolmentDeps, 'store' | 'clock' | 'random'>,
  request: IssueCodeRequest,
): Promise<{ readonly code: string; readonly expiresAt: Instant }> {
  const code = newEnrolCode(deps.random);
  const now = deps.clock.now();
  const expiresAt = now + (request.validMs ?? enrolCodeMsDefault);
  const { office, deviceName, createdBy, onDevice } = request;
  await deps.store.write(async (tx) => {
    await tx.putEnrolCode({
      codeHash: hashEnrolCode(code),
      office,
      deviceName,
      createdBy,
      expiresAt,
      usedAt: undefined,
      usedBy: undefined,
    });
    await tx.audit({ at: now, actor: createdBy, device: onDevice, office, what: 'device/code-issued', detail: deviceName });
  });
  return { code, expiresAt };
}

/** Who the device was before: kept where this server does not know it, because it was restored from an older backup. */
export interface PreviousIdentity {
  readonly device: DeviceId;
  readonly office: OfficeId;
  readonly bookNumber: number;
}

export function enrolDevice(
  deps: EnrolmentDeps,
  code: string,
  keys: Pick<DeviceRecord, 'publicKey' | 'encryptionKey'>,
  previous?: PreviousIdentity,
): Promise<Result<Enrolment, EnrolProblem>> {
  const now = deps.clock.now();
  return deps.store.write(async (tx): Promise<Result<Enrolment, EnrolProblem>> => {
    const record = await tx.lockEnrolCode(hashEnrolCode(code));
    if (record === undefined) return err('enrol/code-unknown');
    if (record.usedAt !== undefined) return err('enrol/code-used');
    if (record.expiresAt <= now) return err('enrol/code-expired');
    const token = newToken(deps.random);
    const { office, deviceName } = record;
    // Under its own name its log fits: it is sent again from the beginning, and nobody sees anything twice.
    const own = previous?.office === office ? previous : undefined;
    const known = own === undefined ? undefined : await tx.lockDevice(own.device);
    const returning = known === undefined ? own : undefined;
    const device = returning?.device ?? newDeviceId(deps.random);
    const bookNumber = await nextBookNumber(tx, office, returning?.bookNumber);
    await tx.putDevice({
      id: device,
      office,
      name: deviceName,
      bookNumber,
      tokenHash: hashSecret(token),
      ...keys,
      headSeq: 0,
      headLink: genesisLink(device),
      createdAt: now,
      // What a revoked device wrote before it heard of it, with codes of its own ranges on paper already, is still taken from its successor.
      ...(known?.revokedAt === undefined ? {} : { forkOf: { device: known.id, key: `enrolled/${device}` } }),
    });
    await tx.putEnrolCode({ ...record, usedAt: now, usedBy: device });
    const what = returning === undefined ? 'device/enrolled' : 'device/returned';
    // Who issued the code let the device in.
    await tx.audit({ at: now, actor: record.createdBy, device, office, what, target: device, detail: deviceName });
    return ok({ device, token, office, deviceName, bookNumber, serverTime: now, serverKey: deps.encryptionKey });
  });
}

/** A book nobody has, found under the office's lock: the wanted one where it is free. */
export async function nextBookNumber(tx: Tx, office: OfficeId, wanted?: number): Promise<number> {
  await tx.lockOffices([office]);
  const taken = await tx.bookNumbers(office);
  return wanted !== undefined && !taken.includes(wanted) ? wanted : Math.max(0, ...taken) + 1;
}

function newDeviceId(random: Random): DeviceId {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  return [...random.bytes(10)].map((byte) => letters[byte & 31]).join('') as DeviceId;
}

/** Who is asking: a device by its token, an officer by a session. Office and rights come from the database and the roster, never from a body. */
import type { Context } from 'hono';
import { type Administration, administrationOf } from '@onestop/shared/judgement/administration.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { hashSecret } from '../auth/secrets.ts';
import { readSession } from '../auth/sessions.ts';
import type { DeviceRecord } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import type { ReferenceSnapshot } from '../log/reference-cache.ts';

export async function needDevice(c: Context, deps: Pick<AppDeps, 'store'>): Promise<DeviceRecord> {
  const token = bearerToken(c);
  if (token === undefined) throw new WireFault('wire/device-unknown');
  const device = await deps.store.findDeviceByTokenHash(hashSecret(token));
  if (device === undefined) throw new WireFault('wire/device-unknown');
  if (device.revokedAt !== undefined) throw new WireFault('wire/device-revoked');
  return device;
}

export interface Admin extends Administration {
  readonly staff: Staff;
  readonly snapshot: ReferenceSnapshot;
}

export async function needAdmin(c: Context, deps: Pick<AppDeps, 'store' | 'clock' | 'reference' | 'serverKey'>): Promise<Admin> {
  const token = bearerToken(c);
  const claims = token === undefined ? undefined : readSession(deps.serverKey, token, deps.clock.now());
  if (claims === undefined) throw new WireFault('session/needed');
  const [snapshot, device] = await Promise.all([deps.reference.read(), deps.store.findDevice(claims.device)]);
  if (device === undefined || device.revokedAt !== undefined) throw new WireFault('wire/device-revoked');
  const staff = snapshot.staffById.get(claims.staff);
  if (staff === undefined || !staff.active) throw new WireFault('session/needed');
  const rights = administrationOf(staff, snapshot.offices);
  if (rights === undefined) throw new WireFault('access/denied');
  return { staff, snapshot, ...rights };
}

export function bearerToken(c: Context): string | undefined {
  return /^Bearer ([A-Za-z0-9._-]{20,400})$/.exec(c.req.header('Authorization') ?? '')?.[1];
}

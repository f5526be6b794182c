/** Who is asking: a device by its token, an officer by a session. Office and rights come from the database and the roster, never from a body. */
import type { Context } from 'hono';
import { type Administration, administrationOf, auditReachOf } from '@onestop/shared/judgement/administration.ts';
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { hashSecret } from '../auth/secrets.ts';
import { readSession } from '../auth/sessions.ts';
import type { DeviceRecord } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { noteCaller } from './request-log.ts';
import type { ReferenceSnapshot } from '../log/reference-cache.ts';

export async function needDevice(c: Context, deps: Pick<AppDeps, 'store'>): Promise<DeviceRecord> {
  const token = bearerToken(c);
  if (token === undefined) throw new WireFault('wire/device-unknown');
  const device = await deps.store.findDeviceByTokenHash(hashSecret(token));
  if (device === undefined) throw new WireFault('wire/device-unknown');
  noteCaller(c, device);
  if (device.revokedAt !== undefined) throw new WireFault('wire/device-revoked');
  return device;
}

/** An officer by the session, on the device it was opened on. */
export interface Officer {
  readonly staff: Staff;
  readonly device: DeviceId;
  readonly snapshot: ReferenceSnapshot;
}

export interface Admin extends Administration, Officer {}

export interface AuditReader extends Officer {
  /** Whose entries this officer may read. */
  readonly reach: readonly OfficeId[];
}

type SessionDeps = Pick<AppDeps, 'store' | 'clock' | 'reference' | 'serverKey'>;

export async function needAdmin(c: Context, deps: SessionDeps): Promise<Admin> {
  const officer = await needOfficer(c, deps);
  const rights = administrationOf(officer.staff, officer.snapshot.offices);
  if (rights === undefined) throw new WireFault('access/denied');
  return { ...officer, ...rights };
}

export async function needAuditReader(c: Context, deps: SessionDeps): Promise<AuditReader> {
  const officer = await needOfficer(c, deps);
  const reach = auditReachOf(officer.staff, officer.snapshot.offices);
  if (reach === undefined) throw new WireFault('access/denied');
  return { ...officer, reach };
}

async function needOfficer(c: Context, deps: SessionDeps): Promise<Officer> {
  const token = bearerToken(c);
  const claims = token === undefined ? undefined : readSession(deps.serverKey, token, deps.clock.now());
  if (claims === undefined) throw new WireFault('session/needed');
  const [snapshot, device] = await Promise.all([deps.reference.read(), deps.store.findDevice(claims.device)]);
  if (device !== undefined) noteCaller(c, device);
  if (device === undefined || device.revokedAt !== undefined) throw new WireFault('wire/device-revoked');
  const staff = snapshot.staffById.get(claims.staff);
  // Whoever works elsewhere now signs in there.
  if (staff === undefined || !staff.active || staff.office !== device.office) throw new WireFault('session/needed');
  return { staff, snapshot, device: device.id };
}

export function bearerToken(c: Context): string | undefined {
  return /^Bearer ([A-Za-z0-9._-]{20,400})$/.exec(c.req.header('Authorization') ?? '')?.[1];
}

/**
 * Administration of devices: what each last reported, codes for new ones, and how one leaves. A device's events belong to the office it had, so it is never carried
 * over to another: moving is leaving here with nothing waiting and joining there anew.
 */
import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { type DeviceUse, retireObstacle } from '@onestop/shared/judgement/device-health.ts';
import { type DeviceId, deviceIdPattern, type OfficeId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { issueEnrolCode } from '../auth/enrolment.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { takesPart } from '@onestop/shared/reference/office-life.ts';
import type { DeviceRecord, Tx } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { contactOf } from '../log/freshness.ts';
import { type ChangedBy, putNextVersion } from '../log/reference-admin.ts';
import { type Admin, needAdmin } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';

const officeName = z.string().regex(/^[A-Za-z0-9._-]{1,32}$/);
const deviceName = z.string().trim().min(1).max(80);
/** A code on paper travels: it may live longer than one that is read out. */
const validDays = z
  .int()
  .min(1)
  .max(14)
  .transform((days) => days * 86_400_000);
const issueCode = z.object({ office: officeName, deviceName, validDays: validDays.optional() });
const rename = z.object({ name: deviceName });
const move = z.object({ office: officeName });
const replaced = z.object({ by: z.string().regex(deviceIdPattern) });
const lost = z.object({ note: z.string().trim().min(1).max(200) });

export function deviceBoardRoutes(deps: AppDeps) {
  const admin = (c: Context): Promise<Admin> => needAdmin(c, deps);
  return new Hono()
    .get('/api/admin/devices', async (c) => {
      const { mayManage } = await admin(c);
      const devices = (await deps.store.listDevices()).filter((device) => mayManage(device.office));
      return c.json({ devices: devices.map(boardRow) }, 200);
    })
    .post('/api/admin/enrol-codes', jsonBody(issueCode, 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const { office, deviceName: name, validDays: validMs } = c.req.valid('json');
      const { staff, device } = who;
      return c.json(
        await issueEnrolCode(deps, {
          office: syncingOffice(who, office, instantToPlainDate(deps.clock.now())),
          deviceName: name,
          createdBy: staff.id,
          onDevice: device,
          validMs,
        }),
        200,
      );
    });
}

export function deviceActRoutes(deps: AppDeps) {
  const { admin, by, hint } = askingFor(deps);
  return new Hono()
    .put('/api/admin/devices/:device/name', jsonBody(rename, 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const { name } = c.req.valid('json');
      const office = await deps.store.write(async (tx) => {
        await tx.lock('reference');
        const device = await ownDevice(tx, who, idOf(c));
        if (device.name === name) return undefined;
        await tx.putDevice({ ...device, name });
        await putNextVersion(tx, by(who).at);
        const changes = [{ field: 'name', before: device.name, after: name }];
        await tx.audit({ ...by(who), office: device.office, what: 'device/renamed', target: device.id, detail: name, changes });
        return device.office;
      });
      await hint(office);
      return c.json({ ok: true as const }, 200);
    })
    .post('/api/admin/devices/:device/revoke', async (c) => {
      const who = await admin(c);
      const left = await deps.store.write(async (tx) => {
        const device = await leave(tx, await ownDevice(tx, who, idOf(c)), by(who));
        if (device) await tx.audit({ ...by(who), office: device.office, what: 'device/revoked', target: device.id, detail: device.name });
        return device?.office;
      });
      await hint(left);
      return c.json({ ok: true as const }, 200);
    })
    .post('/api/admin/devices/:device/retire', async (c) => {
      const who = await admin(c);
      const left = await deps.store.write(async (tx) => {
        const device = await leave(tx, complete(await ownDevice(tx, who, idOf(c))), by(who), { outAs: 'RETIRED' });
        if (device) await tx.audit({ ...by(who), office: device.office, what: 'device/retired', target: device.id, detail: device.name });
        return device?.office;
      });
      await hint(left);
      return c.json({ ok: true as const }, 200);
    });
}

export function deviceLossRoutes(deps: AppDeps) {
  const { admin, by, hint } = askingFor(deps);
  return new Hono()
    .post('/api/admin/devices/:device/lost', jsonBody(lost, 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const { note } = c.req.valid('json');
      const left = await deps.store.write(async (tx) => {
        // One that was revoked or retired before may still be lost: that is said of it all the same.
        const found = await ownDevice(tx, who, idOf(c));
        await leave(tx, found, by(who), { outAs: 'LOST', outNote: note });
        const { id: target, name: detail, office } = found;
        await tx.audit({ ...by(who), office, what: 'device/lost', target, detail, reason: note });
        return office;
      });
      await hint(left);
      return c.json({ ok: true as const }, 200);
    })
    .post('/api/admin/devices/:device/replaced', jsonBody(replaced, 'admin/invalid'), async (c) => {
      // A copy with an identity of its own, a cleared browser that joined anew: what the old row reported as waiting there comes no more.
      const who = await admin(c);
      const { by: successor } = c.req.valid('json');
      const left = await deps.store.write(async (tx) => {
        const found = await ownDevice(tx, who, idOf(c));
        const other = await tx.lockDevice(successor as DeviceId);
        const succeeds = other !== undefined && other.id !== found.id && other.office === found.office && other.revokedAt === undefined;
        if (!succeeds || other.createdAt < found.createdAt) throw invalid('by');
        const device = await leave(tx, found, by(who), { outAs: 'RETIRED', outNote: other.name });
        if (device === undefined) throw new WireFault('wire/device-revoked');
        const { id: target, name: detail, office } = device;
        await tx.audit({
          ...by(who),
          office,
          what: 'device/replaced',
          target,
          detail,
          changes: [{ field: 'id', before: target, after: other.id }],
        });
        return office;
      });
      await hint(left);
      return c.json({ ok: true as const }, 200);
    })
    .post('/api/admin/devices/:device/move', jsonBody(move, 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const office = syncingOffice(who, c.req.valid('json').office, instantToPlainDate(deps.clock.now()));
      const left = await deps.store.write(async (tx) => {
        const found = await ownDevice(tx, who, idOf(c));
        if (found.office === office) throw invalid('office', 'taken');
        const device = await leave(tx, complete(found), by(who), { outAs: 'RETIRED' });
        if (device === undefined) throw new WireFault('wire/device-revoked');
        const { id: target, name: detail } = device;
        await tx.audit({ ...by(who), office: device.office, otherOffice: office, what: 'device/moved', target, detail });
        return device;
      });
      await hint(left.office);
      return c.json(await issueEnrolCode(deps, { office, deviceName: left.name, createdBy: who.staff.id, onDevice: who.device }), 200);
    });
}

function askingFor(deps: AppDeps) {
  return {
    admin: (c: Context): Promise<Admin> => needAdmin(c, deps),
    /** A device that is out, or has another name, hears of it where it has a line. */
    hint: async (office: OfficeId | undefined): Promise<void> => {
      if (office !== undefined) await deps.store.publishHint({ offices: [office], isAdministration: true });
    },
    by: ({ staff, device }: Admin): ChangedBy => ({ at: deps.clock.now(), actor: staff.id, device, office: staff.office }),
  };
}

function idOf(c: Context): DeviceId {
  return c.req.param('device') as DeviceId;
}

function standingOf({ revokedAt, outAs }: DeviceRecord): DeviceUse {
  return revokedAt === undefined ? 'ACTIVE' : (outAs ?? 'REVOKED');
}

function boardRow(device: DeviceRecord) {
  const { id, office, createdAt, revokedAt, outNote, report } = device;
  return { ...contactOf(device), id, office, createdAt, revokedAt, use: standingOf(device), outNote, report };
}

async function ownDevice(tx: Tx, { mayManage }: Admin, id: DeviceId): Promise<DeviceRecord> {
  const device = await tx.lockDevice(id);
  if (device === undefined) throw new WireFault('wire/not-found');
  if (!mayManage(device.office)) throw new WireFault('access/denied');
  return device;
}

/** What it still holds would come to nobody: it is told to send first. */
function complete(device: DeviceRecord): DeviceRecord {
  if (device.revokedAt === undefined && retireObstacle(contactOf(device)) !== undefined) throw new WireFault('admin/device-waiting');
  return device;
}

/** Out from now on; undefined where it was out already, and then only what is known of it changes. */
async function leave(
  tx: Tx,
  device: DeviceRecord,
  { at }: ChangedBy,
  out: Pick<DeviceRecord, 'outAs' | 'outNote'> = {},
): Promise<DeviceRecord | undefined> {
  if (device.revokedAt !== undefined) {
    if (out.outAs === 'LOST') await tx.putDevice({ ...device, ...out });
    return undefined;
  }
  await tx.putDevice({ ...device, revokedAt: at, ...out });
  await tx.retireLeases(device.id, instantToPlainDate(at));
  return device;
}

/** A unit that was closed gets no device any more. */
function syncingOffice({ snapshot, mayManage }: Admin, id: string, today: PlainDate): OfficeId {
  const office = snapshot.offices.find((each) => each.id === id);
  if (office === undefined || !takesPart(office, today)) throw invalid('office');
  if (!mayManage(office.id)) throw new WireFault('access/denied');
  return office.id;
}

function invalid(path: string, problem = 'unknown'): WireFault {
  return new WireFault('admin/invalid', { fields: [{ path, problem }] });
}

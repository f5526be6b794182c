/** Administration: devices, roster, organisation, reference documents. Needs a session of a commune's or the district's administrator. */
import { Hono, type Context } from 'hono';
import * as z from 'zod';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { needsPassphrase, secretProblem } from '@onestop/shared/judgement/secret-rule.ts';
import type { Role, Staff } from '@onestop/shared/reference/staff.ts';
import { type ReferenceKind, referenceKinds } from '@onestop/shared/reference/reference-data.ts';
import { officeSchema, referenceSchemas, staffSchema } from '@onestop/shared/reference/schemas.ts';
import { issueEnrolCode } from '../auth/enrolment.ts';
import { makeVerifier } from '../auth/passwords.ts';
import type { AppDeps } from '../deps.ts';
import { kindsBelow } from '@onestop/shared/reference/office-kinds.ts';
import { WireFault, invalidIssues } from '../faults.ts';
import { type ChangedBy, saveDocument, saveOffice, saveStaffMember } from '../log/reference-admin.ts';
import { type Admin, needAdmin } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';

const issueCode = z.object({ office: z.string().regex(/^[A-Za-z0-9._-]{1,32}$/), deviceName: z.string().trim().min(1).max(80) });
const saveStaff = z.object({
  staff: z.unknown(),
  secret: z.string().max(200).optional(),
  /** Why, for a dangerous grant. */
  reason: z.string().trim().min(1).max(500).optional(),
});
/** The newest of the whole district. */
const setAsideRowsMax = 1_000;

export function adminRoutes(deps: AppDeps) {
  const admin = (c: Context): Promise<Admin> => needAdmin(c, deps);
  const by = ({ staff, device }: Admin): ChangedBy => ({ at: deps.clock.now(), actor: staff.id, device, office: staff.office });
  return new Hono()
    .get('/api/admin/devices', async (c) => {
      const { mayManage } = await admin(c);
      const devices = (await deps.store.listDevices()).filter((device) => mayManage(device.office));
      const rows = devices.map(({ id, office, name, createdAt, lastExchangeAt, revokedAt, report }) => ({
        id,
        office,
        name,
        createdAt,
        lastExchangeAt,
        revokedAt,
        pendingEvents: report?.pendingEvents,
        appVersion: report?.appVersion,
      }));
      return c.json({ devices: rows }, 200);
    })
    .post('/api/admin/enrol-codes', jsonBody(issueCode, 'admin/invalid'), async (c) => {
      const { mayManage, snapshot, staff, device } = await admin(c);
      const { office: id, deviceName } = c.req.valid('json');
      const office = snapshot.offices.find((each) => each.id === id);
      if (office === undefined || !office.syncs) throw invalid('office');
      if (!mayManage(office.id)) throw new WireFault('access/denied');
      return c.json(await issueEnrolCode(deps, { office: office.id, deviceName, createdBy: staff.id, onDevice: device }), 200);
    })
    .post('/api/admin/devices/:device/revoke', async (c) => {
      const who = await admin(c);
      await revokeDevice(deps, c.req.param('device') as DeviceId, who.mayManage, by(who));
      return c.json({ ok: true as const }, 200);
    })
    .put('/api/admin/staff', jsonBody(saveStaff, 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const { staff: given, secret, reason } = c.req.valid('json');
      const parsed = staffSchema.safeParse(given);
      if (!parsed.success) throw invalidIssues(parsed.error);
      const { verifier: _never, ...staff } = parsed.data;
      const known = who.snapshot.staffById.get(staff.id);
      if (!who.mayManage(staff.office) || (known !== undefined && !who.mayManage(known.office))) throw new WireFault('access/denied');
      // A commune's administrator gives nobody rights over the district.
      if (!who.mayGrant(staff.roles)) throw new WireFault('access/denied');
      const isTaken = [...who.snapshot.staffById.values()].some(
        (each) => each.id !== staff.id && each.office === staff.office && each.login === staff.login,
      );
      if (isTaken) throw invalid('login', 'taken');
      needSecret(staff.roles, secret, known);
      await saveStaffMember(deps.store, secret === undefined ? staff : { ...staff, verifier: await makeVerifier(secret, deps.random) }, {
        ...by(who),
        reason,
      });
      return c.json({ ok: true as const }, 200);
    })
    .put('/api/admin/offices', jsonBody(z.unknown(), 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const parsed = officeSchema.safeParse(c.req.valid('json'));
      if (!parsed.success) throw invalidIssues(parsed.error);
      const isNew = !who.snapshot.officesById.has(parsed.data.id);
      const mayChange = who.isDistrict && (isNew ? parsed.data.parent === who.staff.office : who.mayManage(parsed.data.id));
      if (!mayChange) throw new WireFault('access/denied');
      const parent = parsed.data.parent === undefined ? undefined : who.snapshot.officesById.get(parsed.data.parent);
      if (parent !== undefined && !kindsBelow(parent).includes(parsed.data.kind)) throw invalid('kind', 'invalid');
      await saveOffice(deps.store, parsed.data, by(who));
      return c.json({ ok: true as const }, 200);
    })
    .put('/api/admin/reference/:kind', jsonBody(z.unknown(), 'admin/invalid'), async (c) => {
      const who = await admin(c);
      if (!who.isDistrict) throw new WireFault('access/denied');
      const kind = importableKind(c.req.param('kind'));
      const parsed = referenceSchemas[kind].safeParse(c.req.valid('json'));
      if (!parsed.success) throw invalidIssues(parsed.error);
      await saveDocument(deps.store, kind, parsed.data, by(who));
      return c.json({ ok: true as const }, 200);
    })
    .get('/api/admin/refused', async (c) => {
      const { mayManage } = await admin(c);
      const rows = (await deps.store.listSetAside(setAsideRowsMax)).filter((row) => mayManage(row.office));
      return c.json({ rows }, 200);
    });
}

async function revokeDevice(deps: AppDeps, id: DeviceId, mayManage: Admin['mayManage'], by: ChangedBy): Promise<void> {
  const now = by.at;
  await deps.store.write(async (tx) => {
    const device = await tx.lockDevice(id);
    if (device === undefined) throw new WireFault('wire/not-found');
    if (!mayManage(device.office)) throw new WireFault('access/denied');
    if (device.revokedAt !== undefined) return;
    await tx.putDevice({ ...device, revokedAt: now });
    await tx.retireLeases(id, instantToPlainDate(now));
    await tx.audit({ ...by, office: device.office, what: 'device/revoked', target: id, detail: device.name });
  });
}

/** Whoever comes to administer gets a passphrase with it: the PIN he had was made for one device. */
function needSecret(roles: readonly Role[], secret: string | undefined, known: Staff | undefined): void {
  if (secret === undefined && known?.verifier === undefined) throw invalid('secret', 'required');
  const isPromoted = needsPassphrase(roles) && !(known !== undefined && needsPassphrase(known.roles));
  const problem = secret === undefined ? (isPromoted ? 'passphrase' : undefined) : secretProblem(secret, roles);
  if (problem !== undefined) throw invalid('secret', problem);
}

/** Staff and offices have checks of their own and are saved one by one; the calendar has routes of its own. */
function importableKind(kind: string): Exclude<ReferenceKind, 'staff' | 'offices' | 'calendar'> {
  const known = referenceKinds.find((each) => each === kind);
  if (known === undefined || known === 'staff' || known === 'offices' || known === 'calendar') throw new WireFault('wire/not-found');
  return known;
}

function invalid(path: string, problem = 'unknown'): WireFault {
  return new WireFault('admin/invalid', { fields: [{ path, problem }] });
}

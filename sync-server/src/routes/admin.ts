/** Administration: roster, reference documents, what was refused. Needs a session of a commune's or the district's administrator. */
import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { needsPassphrase, secretProblem } from '@onestop/shared/judgement/secret-rule.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { takesPart } from '@onestop/shared/reference/office-life.ts';
import type { Role, Staff } from '@onestop/shared/reference/staff.ts';
import type { ReferenceKind } from '@onestop/shared/reference/reference-data.ts';
import { referenceSchemas, staffSchema } from '@onestop/shared/reference/schemas.ts';
import { makeVerifier } from '../auth/passwords.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault, invalidField, invalidIssues } from '../faults.ts';
import { type ChangedBy, saveDocument, saveStaffMember } from '../log/reference-admin.ts';
import { type Admin, needAdmin } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';

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
    .put('/api/admin/staff', jsonBody(saveStaff, 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const { staff: asked, secret, reason } = c.req.valid('json');
      const parsed = staffSchema.safeParse(asked);
      if (!parsed.success) throw invalidIssues(parsed.error);
      const { verifier: _never, firstSecret: _ours, ...given } = parsed.data;
      const known = who.snapshot.staffById.get(given.id);
      // Telephone numbers stay with their office: who saves from another one does not know it, and not knowing it deletes nothing.
      const isForeign = known !== undefined && known.office !== who.staff.office && given.phone === undefined;
      const staff = isForeign && known.phone !== undefined ? { ...given, phone: known.phone } : given;
      if (!who.mayManage(staff.office) || (known !== undefined && !who.mayManage(known.office))) throw new WireFault('access/denied');
      // A commune's administrator gives nobody rights over the district.
      if (!who.mayGrant(staff.roles)) throw new WireFault('access/denied');
      const isTaken = [...who.snapshot.staffById.values()].some(
        (each) => each.id !== staff.id && each.office === staff.office && each.login === staff.login,
      );
      if (isTaken) throw invalidField('login', 'taken');
      const office = who.snapshot.officesById.get(staff.office);
      const isComing = staff.office !== known?.office && staff.active;
      if (isComing && (office === undefined || !takesPart(office, instantToPlainDate(deps.clock.now()))))
        throw invalidField('office', 'closed');
      needSecret(staff.roles, secret, known);
      await saveStaffMember(deps.store, secret === undefined ? staff : { ...staff, verifier: await makeVerifier(secret, deps.random) }, {
        ...by(who),
        reason,
      });
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

/** Whoever comes to administer gets a passphrase with it: the PIN he had was made for one device. */
function needSecret(roles: readonly Role[], secret: string | undefined, known: Staff | undefined): void {
  if (secret === undefined && known?.verifier === undefined) throw invalidField('secret', 'required');
  const isPromoted = needsPassphrase(roles) && !(known !== undefined && needsPassphrase(known.roles));
  const problem = secret === undefined ? (isPromoted ? 'passphrase' : undefined) : secretProblem(secret, roles);
  if (problem !== undefined) throw invalidField('secret', problem);
}

/** Staff and offices have checks of their own and are saved one by one; calendar and settings have routes of their own. */
function importableKind(kind: string): Extract<ReferenceKind, 'procedures'> {
  if (kind !== 'procedures') throw new WireFault('wire/not-found');
  return kind;
}

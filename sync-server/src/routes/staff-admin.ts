/** Officers beyond one saved by hand: read from a sheet, several added at once (all or none), and first secrets, each made here, answered once and stored as a verifier only. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { newGraveGrants } from '@onestop/shared/judgement/grants.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { takesPart } from '@onestop/shared/reference/office-life.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { staffSchema } from '@onestop/shared/reference/schemas.ts';
import { type StaffRow, readStaffFile, staffRowsMax } from '@onestop/shared/reference/staff-file.ts';
import { type Staff, newStaffId } from '@onestop/shared/reference/staff.ts';
import { tableBytesMax } from '@onestop/shared/table/table.ts';
import { newFirstSecret } from '../auth/first-secret.ts';
import { makeVerifier } from '../auth/passwords.ts';
import type { AppDeps } from '../deps.ts';
import { type FaultField, WireFault, invalidIssues } from '../faults.ts';
import { addStaff, saveStaffMember } from '../log/reference-admin.ts';
import { type Admin, needAdmin } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';
import { rosterProblemText } from '../texts/roster-file.ts';

const several = z.object({ staff: z.array(z.unknown()).min(1).max(staffRowsMax) });
const noStore = { 'Cache-Control': 'no-store' };

export function staffAdminRoutes(deps: AppDeps) {
  const admin = (c: Context): Promise<Admin> => needAdmin(c, deps);
  const by = ({ staff, device }: Admin) => ({ at: deps.clock.now(), actor: staff.id, device, office: staff.office });
  const today = (): PlainDate => instantToPlainDate(deps.clock.now());
  return new Hono()
    .post('/api/admin/staff/read', bodyLimit({ maxSize: tableBytesMax, onError: tooLarge }), async (c) => {
      const { mayManage, snapshot } = await admin(c);
      const offices = snapshot.offices.filter((one) => mayManage(one.id) && takesPart(one, today()));
      const read = readStaffFile(new Uint8Array(await c.req.arrayBuffer()), offices);
      return c.json(read.ok ? { rows: read.value } : { problems: read.error.slice(0, 200).map(rosterProblemText) }, 200);
    })
    .put('/api/admin/staff/several', jsonBody(several, 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const taken = new Set<string>(who.snapshot.staffById.keys());
      const staff = c.req.valid('json').staff.map((row, at) => parseRow(row, at, taken));
      const check = (roster: readonly Staff[], offices: readonly Office[]) => needValid(staff, who, roster, offices, today());
      // Before the secrets are made, which takes time, and once more in the moment of saving.
      check([...who.snapshot.staffById.values()], who.snapshot.offices);
      const made = await Promise.all(staff.map((one) => withFirstSecret(one, deps)));
      await addStaff(
        deps.store,
        made.map((one) => one.staff),
        check,
        by(who),
      );
      return c.json({ made: made.map(slipOf) }, 200, noStore);
    })
    .post('/api/admin/staff/:staff/first-secret', async (c) => {
      const who = await admin(c);
      const known = who.snapshot.staffById.get(c.req.param('staff'));
      if (known === undefined) throw new WireFault('wire/not-found');
      // A commune's administrator makes no secret for who has rights over the district.
      if (!who.mayManage(known.office) || !who.mayGrant(known.roles)) throw new WireFault('access/denied');
      const made = await withFirstSecret(known, deps);
      await saveStaffMember(deps.store, made.staff, by(who));
      return c.json(slipOf(made), 200, noStore);
    });
}

interface Made {
  readonly staff: Staff;
  readonly secret: string;
}

async function withFirstSecret(staff: Staff, { random }: Pick<AppDeps, 'random'>): Promise<Made> {
  const secret = newFirstSecret(random, staff.roles);
  return { staff: { ...staff, verifier: await makeVerifier(secret, random), firstSecret: true }, secret };
}

function slipOf({ staff: { id, fullName, login, office }, secret }: Made) {
  return { id, fullName, login, office, secret };
}

/** Ids are the server's: who is added is never taken for somebody who is there. */
function parseRow(row: unknown, at: number, taken: Set<string>): Staff {
  const { office, login, fullName, title, phone, roles } = (row ?? {}) as Partial<StaffRow>;
  const id = newStaffId(String(office) as StaffRow['office'], String(login), (one) => taken.has(one));
  const parsed = staffSchema.safeParse({
    id,
    office,
    login,
    fullName,
    title,
    roles,
    active: true,
    ...(phone === undefined ? {} : { phone }),
  });
  if (!parsed.success) throw invalidIssues(parsed.error, `staff.${at}`);
  taken.add(id);
  return parsed.data;
}

function needValid(added: readonly Staff[], who: Admin, roster: readonly Staff[], offices: readonly Office[], today: PlainDate): void {
  const fields = added.flatMap((staff, at): FaultField[] => {
    const office = offices.find((one) => one.id === staff.office);
    const found = (path: string, problem: string) => [{ path: `staff.${at}.${path}`, problem }];
    if (office === undefined) return found('office', 'unknown');
    if (!who.mayManage(office.id) || !who.mayGrant(staff.roles)) throw new WireFault('access/denied');
    if (!takesPart(office, today)) return found('office', 'closed');
    const others = [...roster, ...added.slice(0, at)];
    if (others.some((one) => one.office === staff.office && one.login === staff.login)) return found('login', 'taken');
    if (roster.some((one) => one.id === staff.id)) return found('login', 'taken');
    // Such a grant has a reason of its own.
    return newGraveGrants(undefined, staff, offices).length > 0 ? found('roles', 'alone') : [];
  });
  if (fields.length > 0) throw new WireFault('admin/invalid', { fields: fields.slice(0, 50) });
}

function tooLarge(): never {
  throw new WireFault('wire/too-large');
}

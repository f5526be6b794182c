/** `POST /api/setup`: turns an empty production database into a district with its first administrator and the code of the first device. */
import { Hono } from 'hono';
import * as z from 'zod';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import { secretProblem } from '@onestop/shared/judgement/secret-rule.ts';
import type { Role } from '@onestop/shared/reference/staff.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { officeSchema, referenceSchemas, staffSchema } from '@onestop/shared/reference/schemas.ts';
import { enrolCodeMsDefault } from '../auth/enrolment.ts';
import { makeVerifier } from '../auth/passwords.ts';
import { hashEnrolCode, newEnrolCode } from '../auth/secrets.ts';
import { isEmptyDatabase, isSetupKey } from '../auth/setup.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault, invalidField, invalidIssues } from '../faults.ts';
import { putDocuments } from '../log/reference-admin.ts';
import { callerAddress } from '../middleware/caller.ts';
import { jsonBody } from '../middleware/json-body.ts';
import { defaultSettings } from '../reference/default-settings.ts';

const setupRequest = z.object({
  key: z.string().max(100),
  office: z.unknown(),
  admin: z.object({ login: z.string(), fullName: z.string(), title: z.string(), secret: z.string().max(200) }),
  deviceName: z.string().trim().min(1).max(80),
});

const firstRoles: readonly Role[] = ['district_admin'];

export function setupRoutes(deps: Pick<AppDeps, 'store' | 'clock' | 'random' | 'enrolLimit'>) {
  return new Hono().post('/api/setup', jsonBody(setupRequest, 'admin/invalid'), async (c) => {
    const { key, office: givenOffice, admin, deviceName } = c.req.valid('json');
    const caller = `setup:${callerAddress(c)}`;
    const waitSeconds = deps.enrolLimit.waitSeconds(caller);
    if (waitSeconds !== undefined) throw new WireFault('enrol/too-many-tries', { retryAfterSeconds: waitSeconds });
    if (!(await isEmptyDatabase(deps.store))) throw new WireFault('setup/closed');
    deps.enrolLimit.noteTry(caller);
    if (!(await isSetupKey(deps.store, key))) throw new WireFault('access/denied');
    deps.enrolLimit.forgive(caller);
    const office = officeSchema.safeParse(givenOffice);
    if (!office.success) throw allWrong(invalidIssues(office.error, 'office'), adminProblem(admin));
    if (!isCentre(office.data)) throw new WireFault('admin/invalid', { fields: [{ path: 'office.kind', problem: 'invalid' }] });
    const wrongAdmin = adminProblem(admin);
    if (wrongAdmin !== undefined) throw wrongAdmin;
    const data = await firstDocuments(deps, office.data, admin);
    const now = deps.clock.now();
    const code = newEnrolCode(deps.random);
    const expiresAt = now + enrolCodeMsDefault;
    await deps.store.write(async (tx) => {
      // Two at the same moment: the second one waits here and finds the district there.
      await tx.lock('setup');
      if ((await tx.referenceCursor()) !== undefined) throw new WireFault('setup/closed');
      await putDocuments(tx, data, { at: now, office: office.data.id });
      await tx.putEnrolCode({ codeHash: hashEnrolCode(code), office: office.data.id, deviceName, expiresAt });
      await tx.audit({ at: now, office: office.data.id, what: 'setup/done' });
    });
    return c.json({ code, expiresAt }, 200, { 'Cache-Control': 'no-store' });
  });
}

interface GivenAdmin {
  readonly login: string;
  readonly fullName: string;
  readonly title: string;
  readonly secret: string;
}

/** Every wrong field of the administrator, whatever the office is; undefined where all is well. */
function adminProblem({ secret, ...person }: GivenAdmin): WireFault | undefined {
  const staff = staffSchema.safeParse({ ...person, id: 'first', office: 'first', roles: firstRoles, active: true });
  const problem = secretProblem(secret, firstRoles);
  const wrongSecret = problem === undefined ? undefined : invalidField('admin.secret', problem);
  if (staff.success) return wrongSecret;
  return allWrong(invalidIssues(staff.error, 'admin'), wrongSecret);
}

/** One answer that names the fields of both. */
function allWrong(first: WireFault, second: WireFault | undefined): WireFault {
  return new WireFault('admin/invalid', { fields: [...(first.detail.fields ?? []), ...(second?.detail.fields ?? [])] });
}

/** The calendar is law and the same everywhere; procedures are the district's own and are imported afterwards. */
async function firstDocuments(deps: Pick<AppDeps, 'random'>, office: Office, { secret, ...person }: GivenAdmin): Promise<ReferenceData> {
  const staff = staffSchema.safeParse({
    ...person,
    id: `${office.id}-${person.login}` as StaffId,
    office: office.id,
    roles: firstRoles,
    active: true,
    verifier: await makeVerifier(secret, deps.random),
  });
  if (!staff.success) throw invalidIssues(staff.error, 'admin');
  const settings = referenceSchemas.settings.safeParse(defaultSettings(office.name));
  if (!settings.success) throw new Error('The default settings do not pass their schema', { cause: settings.error });
  return { offices: [office], staff: [staff.data], settings: settings.data, calendar: vietnamCalendar(), procedures: [] };
}

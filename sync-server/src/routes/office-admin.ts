/**
 * Units of the organisation: one saved, several at once (all or nothing), read from a file, closed from a day with the unit that goes on with its work, and taken
 * back while that day is not over. Kind and code of a unit never change: its dossiers and codes hang on them.
 */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { kindsBelow } from '@onestop/shared/reference/office-kinds.ts';
import { closingProblems, isOpenOn, lifeOf } from '@onestop/shared/reference/office-life.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { readOfficeFile } from '@onestop/shared/reference/office-file.ts';
import { closingSchema, officeSchema } from '@onestop/shared/reference/schemas.ts';
import { tableBytesMax } from '@onestop/shared/table/table.ts';
import type { AppDeps } from '../deps.ts';
import { type FaultField, WireFault, invalidField, invalidIssues } from '../faults.ts';
import { changeOffices } from '../log/reference-admin.ts';
import { type Admin, needAdmin } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';
import { rosterProblemText } from '../texts/roster-file.ts';

/** A province's communes, twice. */
const several = z.object({ offices: z.array(z.unknown()).min(1).max(300) });

/** Kind and code make it the unit it is; its last day and its successor have a door of their own. */
const fixed = ['kind', 'statisticsCode', 'validFrom', 'validTo', 'successor'] as const;

export function officeAdminRoutes(deps: AppDeps) {
  const { admin, by, today } = askingFor(deps);
  return new Hono()
    .put('/api/admin/offices', jsonBody(z.unknown(), 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const office = parse(c.req.valid('json'));
      await changeOffices(
        deps.store,
        (offices) => {
          needValid([office], offices, who, (field) => field);
          return [office];
        },
        by(who),
      );
      return c.json({ ok: true as const }, 200);
    })
    .put('/api/admin/offices/several', jsonBody(several, 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const given = c.req.valid('json').offices.map((one, at) => parse(one, `offices.${at}`));
      await changeOffices(
        deps.store,
        (offices) => {
          const known = given.findIndex((office) => offices.some((one) => one.id === office.id));
          if (known >= 0) throw invalidField(`offices.${known}.id`, 'exists');
          needValid(given, offices, who, ({ path, problem }, at) => ({ path: `offices.${at}.${path}`, problem }));
          return given;
        },
        by(who),
      );
      return c.json({ saved: given.length }, 200);
    })
    .post('/api/admin/offices/read', bodyLimit({ maxSize: tableBytesMax, onError: tooLarge }), async (c) => {
      const { isDistrict } = await admin(c);
      if (!isDistrict) throw new WireFault('access/denied');
      const read = readOfficeFile(new Uint8Array(await c.req.arrayBuffer()));
      return c.json(read.ok ? { rows: read.value } : { problems: read.error.slice(0, 200).map(rosterProblemText) }, 200);
    })
    .post('/api/admin/offices/:office/close', jsonBody(z.unknown(), 'admin/invalid'), async (c) => {
      const who = await admin(c);
      const parsed = closingSchema.safeParse(c.req.valid('json'));
      if (!parsed.success) throw invalidIssues(parsed.error);
      await changeOffices(
        deps.store,
        (offices) => {
          const office = below(who, c.req.param('office'), offices);
          const fields = closingProblems(office, parsed.data, offices, today());
          if (fields.length > 0) throw new WireFault('admin/invalid', { fields });
          return [{ ...office, ...parsed.data }];
        },
        by(who),
      );
      return c.json({ ok: true as const }, 200);
    })
    .post('/api/admin/offices/:office/reopen', async (c) => {
      const who = await admin(c);
      await changeOffices(
        deps.store,
        (offices) => {
          const { validTo, successor: _next, ...office } = below(who, c.req.param('office'), offices);
          // What was closed has been printed and told; it stays closed.
          if (validTo !== undefined && lifeOf({ validTo }, today()) === 'CLOSED') throw invalidField('validTo', 'over');
          return [office];
        },
        by(who),
      );
      return c.json({ ok: true as const }, 200);
    });
}

function askingFor(deps: AppDeps) {
  return {
    admin: (c: Context): Promise<Admin> => needAdmin(c, deps),
    by: ({ staff, device }: Admin) => ({ at: deps.clock.now(), actor: staff.id, device, office: staff.office }),
    today: () => instantToPlainDate(deps.clock.now()),
  };
}

function parse(given: unknown, within?: string): Office {
  const parsed = officeSchema.safeParse(given);
  if (!parsed.success) throw invalidIssues(parsed.error, within);
  return parsed.data;
}

/** Never the own centre: nobody would be left to take it back. */
function below(who: Admin, id: string, offices: readonly Office[]): Office {
  const office = offices.find((one) => one.id === id);
  if (office === undefined) throw new WireFault('wire/not-found');
  if (!who.isDistrict || office.id === who.staff.office || !who.mayManage(office.id)) throw new WireFault('access/denied');
  return office;
}

function needValid(
  given: readonly Office[],
  offices: readonly Office[],
  who: Admin,
  named: (field: FaultField, at: number) => FaultField,
): void {
  const all = new Map<OfficeId, Office>(offices.map((one) => [one.id, one]));
  const fields = given.flatMap((office, at) => {
    const known = offices.find((one) => one.id === office.id);
    const mayStand = office.parent === known?.parent || mayStandUnder(who, office.parent);
    const mayChange = known === undefined ? office.parent === who.staff.office : who.mayManage(known.id) && mayStand;
    if (!who.isDistrict || !mayChange) throw new WireFault('access/denied');
    const found = known === undefined ? newProblem(office, at, given, all) : changeProblem(office, known, all);
    return found === undefined ? [] : [named(found, at)];
  });
  if (fields.length > 0) throw new WireFault('admin/invalid', { fields: fields.slice(0, 50) });
}

/** A unit is hung only below what the administrator manages. */
function mayStandUnder({ mayManage }: Admin, parent: OfficeId | undefined): boolean {
  return parent !== undefined && mayManage(parent);
}

function newProblem(office: Office, at: number, given: readonly Office[], all: ReadonlyMap<OfficeId, Office>): FaultField | undefined {
  if (office.validTo !== undefined || office.successor !== undefined) return { path: 'validTo', problem: 'fixed' };
  if (given.findIndex((one) => one.id === office.id) !== at) return { path: 'id', problem: 'twice' };
  return placeProblem(office, all) ?? agencyProblem(office, [...all.values(), ...given.slice(0, at)]);
}

function changeProblem(office: Office, known: Office, all: ReadonlyMap<OfficeId, Office>): FaultField | undefined {
  const path = fixed.find((one) => office[one] !== known[one]);
  if (path !== undefined) return { path, problem: 'fixed' };
  return placeProblem(office, all) ?? (office.agencyId === known.agencyId ? undefined : agencyProblem(office, [...all.values()]));
}

function placeProblem(office: Office, all: ReadonlyMap<OfficeId, Office>): FaultField | undefined {
  const parent = office.parent === undefined ? undefined : all.get(office.parent);
  return parent !== undefined && !kindsBelow(parent).includes(office.kind) ? { path: 'kind', problem: 'invalid' } : undefined;
}

/** Two units with one identifier would give citizens the same codes. A closed one's may go over to the unit that goes on with its work. */
function agencyProblem(office: Office, others: readonly Office[]): FaultField | undefined {
  const isTaken = others.some((one) => one.id !== office.id && one.agencyId === office.agencyId && isOpenOn(one, office.validFrom));
  return isTaken ? { path: 'agencyId', problem: 'taken' } : undefined;
}

function tooLarge(): never {
  throw new WireFault('wire/too-large');
}

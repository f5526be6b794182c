/**
 * The country's units by statistics code, for setting up a district and adding units: public facts, so no session is asked for (there is none before the set-up). A list as a file
 * is read for an administrator only, because reading costs.
 */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { validator } from 'hono/validator';
import * as z from 'zod';
import { readUnitFile } from '@onestop/shared/reference/unit-file.ts';
import { unitForms, unitKinds } from '@onestop/shared/reference/unit-list.ts';
import { tableBytesMax } from '@onestop/shared/table/table.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { needAdmin } from '../middleware/auth.ts';
import { createCountryUnits } from '../reference/country-units.ts';
import { unitProblemText } from '../texts/unit-file.ts';

const code = z.string().regex(/^\d{2,5}$/);
const asked = z.object({
  q: z.string().max(100).default(''),
  form: z.enum(unitForms).default('SINCE_2025_07'),
  kind: z.enum(unitKinds).optional(),
  within: code.optional(),
});
const unitsMax = 50;

export function unitRoutes(deps: AppDeps) {
  const units = createCountryUnits();
  const query = validator('query', (value): z.output<typeof asked> => {
    const parsed = asked.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new WireFault('admin/invalid', {
      fields: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.code })),
    });
  });
  return new Hono()
    .get('/api/units', query, (c) => {
      const { q, form, kind, within } = c.req.valid('query');
      return c.json({ units: units(form).search(q, { kind, within, limit: unitsMax }) }, 200);
    })
    .get('/api/units/:code', query, (c) => {
      const { form } = c.req.valid('query');
      const unit = units(form).find(c.req.param('code'));
      if (unit === undefined) throw new WireFault('wire/not-found');
      return c.json({ unit, communes: units(form).communesOf(unit.code) }, 200);
    })
    .post('/api/admin/units/read', bodyLimit({ maxSize: tableBytesMax, onError: tooLarge }), async (c) => {
      const { isDistrict } = await needAdmin(c, deps);
      if (!isDistrict) throw new WireFault('access/denied');
      const read = readUnitFile(new Uint8Array(await c.req.arrayBuffer()));
      return c.json(read.ok ? { units: read.value } : { problems: read.error.slice(0, 200).map(unitProblemText) }, 200);
    });
}

function tooLarge(): never {
  throw new WireFault('wire/too-large');
}

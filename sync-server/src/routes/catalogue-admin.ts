/**
 * The catalogue of procedures: what is there, the shipped ones taken over, a file looked at and published, the catalogue as a file. One catalogue for the whole
 * district, so it is the district's administrator's. Files come as they are; nothing of them is kept.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { validator } from 'hono/validator';
import * as z from 'zod';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, parsePlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { tableBytesMax } from '@onestop/shared/table/table.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import {
  catalogueAsFile,
  catalogueFormats,
  catalogueSummary,
  previewCatalogue,
  publishCatalogue,
  takeOverStarter,
} from '../log/catalogue-admin.ts';
import type { ChangedBy } from '../log/reference-admin.ts';
import { needAdmin } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';
import { starterLevels } from '../reference/starter-catalogue.ts';

const takeOver = z.object({ levels: z.array(z.enum(starterLevels)).min(1) });
const publication = { effective: z.string().refine((text) => parsePlainDate(text) !== undefined), missing: z.enum(['keep', 'end']) };
const previewQuery = z.object(publication);
const publishQuery = z.object({ ...publication, preview: z.string().regex(/^[0-9a-f]{32}$/) });

export function catalogueAdminRoutes(deps: AppDeps) {
  const today = (): PlainDate => instantToPlainDate(deps.clock.now());
  const district = async (c: Context): Promise<ChangedBy> => {
    const { staff, device, isDistrict } = await needAdmin(c, deps);
    if (!isDistrict) throw new WireFault('access/denied');
    return { at: deps.clock.now(), actor: staff.id, device, office: staff.office };
  };
  const planOf = ({ effective, missing }: z.output<typeof previewQuery>) => {
    if (effective < today()) throw new WireFault('admin/invalid', { fields: [{ path: 'effective', problem: 'past' }] });
    return { effective: effective as PlainDate, endMissing: missing === 'end' };
  };
  const fileLimit = bodyLimit({ maxSize: tableBytesMax, onError: tooLarge });
  return new Hono()
    .get('/api/admin/catalogue', async (c) => {
      await district(c);
      return c.json(await catalogueSummary(deps.store, today()), 200);
    })
    .get('/api/admin/catalogue/file/:format', async (c) => {
      await district(c);
      const format = catalogueFormats.find((each) => each === c.req.param('format'));
      if (format === undefined) throw new WireFault('wire/not-found');
      return c.json({ name: `danh-muc-thu-tuc-${today()}.${format}`, text: await catalogueAsFile(deps.store, format, today()) }, 200);
    })
    .post('/api/admin/catalogue/take-over', jsonBody(takeOver, 'admin/invalid'), async (c) => {
      const by = await district(c);
      return c.json({ added: await takeOverStarter(deps.store, c.req.valid('json').levels, today(), by) }, 200);
    })
    .post('/api/admin/catalogue/preview', fileLimit, query(previewQuery), async (c) => {
      await district(c);
      const report = await previewCatalogue(deps.store, await fileOf(c), planOf(c.req.valid('query')));
      return c.json(report.ok ? { report: report.value } : { problems: report.error }, 200);
    })
    .post('/api/admin/catalogue/publish', fileLimit, query(publishQuery), async (c) => {
      const by = await district(c);
      const asked = c.req.valid('query');
      const done = await publishCatalogue(deps.store, await fileOf(c), { ...planOf(asked), preview: asked.preview }, by);
      if (!done.ok) throw new WireFault(done.error === 'changed' ? 'admin/changed' : 'admin/invalid');
      return c.json({ added: done.value.added.length, changed: done.value.changed.length }, 200);
    });
}

async function fileOf(c: Context): Promise<Uint8Array> {
  return new Uint8Array(await c.req.arrayBuffer());
}

function query<S extends z.ZodType>(schema: S) {
  return validator('query', (value): z.output<S> => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new WireFault('admin/invalid', {
      fields: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.code })),
    });
  });
}

function tooLarge(): never {
  throw new WireFault('wire/too-large');
}

/** The district's switches, saved whole by its administrator. What the law leaves open is decided here and holds for what is accepted from then on; printed promises stay. */
import { Hono } from 'hono';
import * as z from 'zod';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { settingsSchema } from '@onestop/shared/reference/schemas.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault, invalidIssues } from '../faults.ts';
import { saveDocument } from '../log/reference-admin.ts';
import { needAdmin } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';

export function settingsAdminRoutes(deps: AppDeps) {
  return new Hono().put('/api/admin/settings', jsonBody(z.unknown(), 'admin/invalid'), async (c) => {
    const { staff, device, isDistrict } = await needAdmin(c, deps);
    if (!isDistrict) throw new WireFault('access/denied');
    const parsed = settingsSchema.safeParse(c.req.valid('json'));
    if (!parsed.success) throw invalidIssues(parsed.error);
    const at = deps.clock.now();
    // Whoever saved them has looked them through; the day is the server's.
    await saveDocument(
      deps.store,
      'settings',
      { ...parsed.data, reviewedOn: instantToPlainDate(at) },
      { at, actor: staff.id, device, office: staff.office },
    );
    return c.json({ ok: true as const }, 200);
  });
}

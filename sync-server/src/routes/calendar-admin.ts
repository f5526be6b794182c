/** The working calendar: whole, a year as the district enters it, and the hours of the week. One calendar for the whole district, so it is the district's administrator's. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { withWeek, withYear } from '@onestop/shared/deadlines/calendar-entry.ts';
import { ok } from '@onestop/shared/kernel/result.ts';
import { calendarSchema, calendarYearSchema, weekSchema } from '@onestop/shared/reference/schemas.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault, invalidIssues } from '../faults.ts';
import { type ChangedBy, changeCalendar } from '../log/reference-admin.ts';
import { needAdmin } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';

export function calendarAdminRoutes(deps: AppDeps) {
  const district = async (c: Context): Promise<ChangedBy> => {
    const { staff, device, isDistrict } = await needAdmin(c, deps);
    if (!isDistrict) throw new WireFault('access/denied');
    return { at: deps.clock.now(), actor: staff.id, device, office: staff.office };
  };
  return new Hono()
    .put('/api/admin/calendar', jsonBody(z.unknown(), 'admin/invalid'), async (c) => {
      const by = await district(c);
      const parsed = calendarSchema.safeParse(c.req.valid('json'));
      if (!parsed.success) throw invalidIssues(parsed.error);
      // Promises name the version they were counted on, so a calendar that changed never keeps its number.
      await changeCalendar(deps.store, ({ version }) => ok({ ...parsed.data, version: version + 1 }), by);
      return c.json({ ok: true as const }, 200);
    })
    .put('/api/admin/calendar/year', jsonBody(z.unknown(), 'admin/invalid'), async (c) => {
      const by = await district(c);
      const parsed = calendarYearSchema.safeParse(c.req.valid('json'));
      if (!parsed.success) throw invalidIssues(parsed.error);
      const saved = await changeCalendar(deps.store, (calendar) => withYear(calendar, parsed.data), by);
      if (!saved.ok) throw new WireFault('admin/invalid', { fields: saved.error.map(({ code, what }) => ({ path: what, problem: code })) });
      return c.json({ ok: true as const }, 200);
    })
    .put('/api/admin/calendar/week', jsonBody(z.unknown(), 'admin/invalid'), async (c) => {
      const by = await district(c);
      const parsed = weekSchema.safeParse(c.req.valid('json'));
      if (!parsed.success) throw invalidIssues(parsed.error);
      await changeCalendar(deps.store, (calendar) => ok(withWeek(calendar, parsed.data)), by);
      return c.json({ ok: true as const }, 200);
    });
}

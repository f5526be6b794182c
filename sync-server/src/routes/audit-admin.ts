/**
 * The record of administration and looks: read by page and filter, exported (which is itself recorded), and dangerous grants marked as seen. Administrators, directors and
 * inspectors read what concerns the offices they answer for.
 */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { type AuditKind, auditKinds } from '@onestop/shared/reference/audit.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { AuditQuery } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault, invalidIssues } from '../faults.ts';
import { type AuditReader, needAuditReader } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';

const pageMax = 100;
/** An inspector's year of a district; what is more is exported period by period. */
const exportMax = 20_000;

/** A query's values are text: numbers are read from it. */
const filter = z.object({
  actor: z.string().max(80).optional(),
  /** Kinds, or the part before the stroke for all of a group: `staff`, `look/print`. */
  what: z.string().max(200).optional(),
  target: z.string().max(120).optional(),
  office: z.string().max(32).optional(),
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  before: z.coerce.number().int().optional(),
  unseen: z.enum(['1']).optional(),
});
type Filter = z.infer<typeof filter>;

const seen = z.object({ ids: z.array(z.number().int().positive()).max(pageMax) });

export function auditAdminRoutes(deps: AppDeps) {
  const reader = (c: Context): Promise<AuditReader> => needAuditReader(c, deps);
  return new Hono()
    .get('/api/admin/audit', async (c) => {
      const who = await reader(c);
      const parsed = filter.safeParse(c.req.query());
      if (!parsed.success) throw invalidIssues(parsed.error);
      const entries = await deps.store.listAudit({ ...queryOf(parsed.data, who), limit: pageMax + 1 });
      return c.json({ entries: entries.slice(0, pageMax), more: entries.length > pageMax }, 200, { 'Cache-Control': 'no-store' });
    })
    .post('/api/admin/audit/export', jsonBody(filter, 'admin/invalid'), async (c) => {
      const who = await reader(c);
      const asked = c.req.valid('json');
      const entries = await deps.store.listAudit({ ...queryOf(asked, who), limit: exportMax + 1 });
      const { staff, device } = who;
      const changes = Object.entries(asked).map(([field, value]) => ({ field, after: String(value) }));
      await deps.store.write((tx) =>
        tx.audit({
          at: deps.clock.now(),
          actor: staff.id,
          device,
          office: staff.office,
          what: 'audit/exported',
          changes: [...changes, { field: 'rows', after: String(Math.min(entries.length, exportMax)) }],
        }),
      );
      return c.json({ entries: entries.slice(0, exportMax), more: entries.length > exportMax }, 200, { 'Cache-Control': 'no-store' });
    })
    .post('/api/admin/audit/seen', jsonBody(seen, 'admin/invalid'), async (c) => {
      const who = await reader(c);
      // The director sees it; that the giver has seen his own grant says nothing.
      if (!who.staff.roles.includes('district_monitor')) throw new WireFault('access/denied');
      const { ids } = c.req.valid('json');
      const mine = await deps.store.listAudit({ ...queryOf({ unseen: '1' }, who), limit: exportMax });
      const own = new Set(mine.map(({ id }) => id));
      await deps.store.write((tx) =>
        tx.markAuditSeen(
          ids.filter((id) => own.has(id)),
          who.staff.id,
          deps.clock.now(),
        ),
      );
      return c.json({ ok: true as const }, 200);
    });
}

/** What was asked for, within what this officer may read. */
function queryOf({ what, office, unseen, ...rest }: Filter, { reach, staff, snapshot }: AuditReader): Omit<AuditQuery, 'limit'> {
  const isOwn = office === undefined;
  return {
    ...rest,
    offices: isOwn ? reach : reach.filter((id) => id === (office as OfficeId)),
    withoutOffice: isOwn && isCentre(snapshot.officesById.get(staff.office)) && reach.length > 1,
    ...(what === undefined ? {} : { what: kindsOf(what) }),
    ...(unseen === undefined ? {} : { unseen: true }),
  };
}

function kindsOf(text: string): readonly AuditKind[] {
  const wanted = text.split(',');
  return auditKinds.filter((kind) => wanted.includes(kind) || wanted.includes(kind.split('/', 1)[0] ?? ''));
}

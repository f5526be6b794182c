/** The record of administration, newest first: one statement for every filter of the screen. */
import { type SQL, sql } from 'drizzle-orm';
import { rowToAudit } from './rows.ts';
import { type SqlRunner, listOf } from './sql-runner.ts';
import type { AuditQuery, StoredAudit } from './store.ts';

export async function readAudit(db: SqlRunner, query: AuditQuery): Promise<readonly StoredAudit[]> {
  const conditions = [sql`1 = 1`];
  const when = (isAsked: boolean, condition: () => SQL): void => void (isAsked && conditions.push(condition()));
  const { offices = [], what = [] } = query;
  when(query.offices !== undefined, () => officesOf(offices, query.withoutOffice === true));
  when(query.actor !== undefined, () => sql`actor = ${query.actor}`);
  when(query.what !== undefined, () => (what.length === 0 ? sql`1 = 0` : sql`what in (${listOf(what)})`));
  when(query.target !== undefined, () => sql`target = ${query.target}`);
  when(query.from !== undefined, () => sql`at >= ${query.from}`);
  when(query.to !== undefined, () => sql`at < ${query.to}`);
  when(query.before !== undefined, () => sql`id < ${query.before}`);
  when(query.unseen === true, () => sql`grave is not null and seen_at is null`);
  const rows =
    await db.all(sql`select id, at, actor, device, office, other_office, what, target, changes, reason, grave, detail, seen_at, seen_by
    from audit where ${sql.join(conditions, sql` and `)} order by id desc limit ${query.limit}`);
  return rows.map(rowToAudit);
}

function officesOf(offices: readonly string[], withoutOffice: boolean): SQL {
  const none = withoutOffice ? sql`office is null` : sql`1 = 0`;
  if (offices.length === 0) return none;
  return sql`(office in (${listOf(offices)}) or other_office in (${listOf(offices)}) or ${none})`;
}

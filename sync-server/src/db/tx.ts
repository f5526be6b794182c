/**
 * `Tx` on either database: the only writer of the tables. Lists travel as one JSON parameter (`dialect.rows`), so a batch of a thousand
 * events is a handful of statements.
 */
import { type SQL, sql } from 'drizzle-orm';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { type DeviceRecord, type EnrolCodeRecord, type SetAside, type Tx, verdicts } from './store.ts';
import { createPlainReads } from './plain-reads.ts';
import { bodyToEvent, deviceColumns, linkToHex, rowToDevice, rowToEnrolCode, rowToLease, rowToRun } from './rows.ts';
import { type Dialect, type SqlRunner, listOf, numberOf, textOf } from './sql-runner.ts';

/** Why a held event waits, as the administration reads it. */
const heldCode: SetAside['code'] = 'event/past-missing';

export function createTx(db: SqlRunner, dialect: Dialect): Tx {
  return {
    ...createPlainReads(db),
    ...lockStatements(db, dialect),
    ...logStatements(db, dialect),
    ...dossierStatements(db, dialect),
    ...leaseStatements(db, dialect),
    ...deviceStatements(db, dialect),
    ...referenceStatements(db, dialect),
  };
}

function lockStatements(db: SqlRunner, dialect: Dialect): Pick<Tx, 'lock'> {
  return {
    lock: async (name) => {
      await db.run(sql`insert into locks (name) values (${name}) on conflict (name) do nothing`);
      await db.all(sql`select name from locks where name = ${name} ${dialect.forUpdate}`);
    },
  };
}

type LogStatements = Pick<Tx, 'lockDevice' | 'appendEvents' | 'setHead' | 'lockOffices' | 'appendFeed'>;

function logStatements(db: SqlRunner, dialect: Dialect): LogStatements {
  return {
    lockDevice: async (id) => {
      const rows = await db.all(sql`select ${sql.raw(deviceColumns)} from devices where id = ${id} ${dialect.forUpdate}`);
      return rows[0] && rowToDevice(rows[0]);
    },
    appendEvents: async (events, { refused, held }, at, texts) => {
      const [first] = events;
      if (first === undefined) return;
      const out = new Set(refused.filter((r) => r.kind === 'REFUSED').map((r) => r.seq));
      await db.insertRows({
        table: 'events',
        columns: [
          ['device', 'text'],
          ['seq', 'integer'],
          ['dossier', 'text'],
          ['verdict', 'integer'],
          ['body', 'text'],
        ],
        rows: events.map((e, i) => [
          e.device,
          e.seq,
          e.dossier,
          out.has(e.seq) ? verdicts.REFUSED : held.has(e.seq) ? verdicts.HELD : verdicts.ACCEPTED,
          texts?.[i] ?? canonicalJson(e),
        ]),
      });
      await db.insertRows({
        table: 'refusals',
        columns: [
          ['device', 'text'],
          ['seq', 'integer'],
          ['kind', 'text'],
          ['code', 'text'],
          ['detail', 'text'],
          ['at', 'integer'],
        ],
        rows: [
          ...refused.map((r) => [first.device, r.seq, r.kind, r.code, r.detail ?? null, at]),
          ...[...held].map((seq) => [first.device, seq, 'HELD', heldCode, null, at]),
        ],
      });
    },
    setHead: (device, seq, link, newestEventAt) =>
      db.run(sql`update devices set head_seq = ${seq}, head_link = ${linkToHex(link)},
        newest_event_at = coalesce(${newestEventAt ?? null}, newest_event_at) where id = ${device}`),
    lockOffices: async (offices) => {
      // One order for everybody, or two exchanges could wait for each other.
      for (const office of [...new Set(offices)].sort()) {
        await db.run(sql`insert into office_feeds (office, position) values (${office}, 0) on conflict (office) do nothing`);
        await db.all(sql`select position from office_feeds where office = ${office} ${dialect.forUpdate}`);
      }
    },
    appendFeed: async (office, device, fromSeq, count, check) => {
      const rows = await db.all(sql`insert into office_feeds (office, position) values (${office}, ${count})
        on conflict (office) do update set position = office_feeds.position + excluded.position returning position`);
      const to = numberOf(must(rows[0], 'the counter row came back'), 'position');
      const run = await db.all(sql`insert into feed_runs (office, to_pos, device, from_seq, count, mark)
        values (${office}, ${to}, ${device}, ${fromSeq}, ${count}, ${check}) returning office, to_pos, device, from_seq, count, mark`);
      return rowToRun(must(run[0], 'the run came back'));
    },
  };
}

type DossierStatements = Pick<
  Tx,
  | 'eventsOfDossiers'
  | 'quarantinedEvents'
  | 'admitEvents'
  | 'refuseEvents'
  | 'releaseEvents'
  | 'dossiersWithEvents'
  | 'dossierOffices'
  | 'nextDossiers'
  | 'putDossiers'
  | 'claimCodes'
>;

function dossierStatements(db: SqlRunner, dialect: Dialect): DossierStatements {
  const keys = (ids: readonly string[]): SQL => dialect.rows(ids.map((id) => [id]));
  return {
    eventsOfDossiers: async (dossiers) => {
      if (dossiers.length === 0) return { accepted: [], held: [], refused: [] };
      // CROSS JOIN keeps SQLite at "list outside, index inside"; PostgreSQL is free to choose.
      const rows = await db.all(sql`select e.verdict, e.body from ${keys(dossiers)} cross join events e where e.dossier = t.value->>0`);
      const of = (wanted: number): readonly EventEnvelope[] =>
        rows.flatMap((row) => (numberOf(row, 'verdict') === wanted ? bodyToEvent(textOf(row, 'body')) : []));
      return { accepted: of(verdicts.ACCEPTED), held: of(verdicts.HELD), refused: of(verdicts.REFUSED) };
    },
    quarantinedEvents: async (dossiers) => {
      if (dossiers.length === 0) return [];
      const rows = await db.all(sql`select e.body from ${keys(dossiers)} cross join events e
        join refusals r on r.device = e.device and r.seq = e.seq where e.dossier = t.value->>0 and r.kind = 'QUARANTINED'`);
      return rows.map((row) => bodyToEvent(textOf(row, 'body')));
    },
    admitEvents: async (refs) => {
      for (const { device, seq } of refs)
        await db.run(sql`delete from refusals where device = ${device} and seq = ${seq} and kind = 'QUARANTINED'`);
    },
    refuseEvents: async (refs, code, at) => {
      for (const { device, seq } of refs) {
        await db.run(sql`update events set verdict = ${verdicts.REFUSED} where device = ${device} and seq = ${seq}`);
        await db.run(sql`update refusals set kind = 'REFUSED', code = ${code}, at = ${at} where device = ${device} and seq = ${seq}`);
      }
    },
    releaseEvents: async (refs) => {
      for (const { device, seq } of refs) {
        await db.run(
          sql`update events set verdict = ${verdicts.ACCEPTED} where device = ${device} and seq = ${seq} and verdict = ${verdicts.HELD}`,
        );
        await db.run(sql`delete from refusals where device = ${device} and seq = ${seq} and kind = 'HELD'`);
      }
    },
    dossiersWithEvents: async (dossiers) => {
      if (dossiers.length === 0) return new Set();
      const rows = await db.all(sql`select t.value->>0 as id from ${keys(dossiers)} where exists
        (select 1 from events e where e.dossier = t.value->>0 and e.verdict <> ${verdicts.REFUSED})`);
      return new Set(rows.map((row) => textOf(row, 'id') as DossierId));
    },
    dossierOffices: async (dossiers) => {
      const found = new Map<DossierId, readonly OfficeId[]>();
      if (dossiers.length === 0) return found;
      const rows = await db.all(sql`select d.id, d.offices from ${keys(dossiers)} cross join dossiers d where d.id = t.value->>0`);
      for (const row of rows) found.set(textOf(row, 'id') as DossierId, JSON.parse(textOf(row, 'offices')) as OfficeId[]);
      return found;
    },
    nextDossiers: async (after, limit) => {
      const rows = await db.all(sql`select distinct dossier from events where dossier > ${after} order by dossier limit ${limit}`);
      return rows.map((row) => textOf(row, 'dossier') as DossierId);
    },
    putDossiers: async (dossiers) => {
      await db.insertRows({
        table: 'dossiers',
        columns: [
          ['id', 'text'],
          ['offices', 'text'],
        ],
        rows: dossiers.map((d) => [d.id, JSON.stringify(d.offices)]),
        conflict: 'on conflict (id) do update set offices = excluded.offices',
      });
    },
    claimCodes: async (claims) => {
      const taken = new Map<string, DossierId>();
      const written = await db.insertRows({
        table: 'codes',
        columns: [
          ['code', 'text'],
          ['dossier', 'text'],
          ['device', 'text'],
          ['seq', 'integer'],
        ],
        rows: claims.map((c) => [c.code, c.dossier, c.event.device, c.event.seq]),
        conflict: 'on conflict (code) do nothing',
      });
      if (written === claims.length) return taken;
      const others = await db.all(sql`select c.code, c.dossier from ${dialect.rows(claims.map((c) => [c.code, c.dossier]))}
        cross join codes c where c.code = t.value->>0 and c.dossier <> t.value->>1`);
      for (const row of others) taken.set(textOf(row, 'code'), textOf(row, 'dossier') as DossierId);
      return taken;
    },
  };
}

type LeaseStatements = Pick<Tx, 'leasesOfDevice' | 'lockAgencyLeases' | 'addLease' | 'retireLeases'>;

function leaseStatements(db: SqlRunner, dialect: Dialect): LeaseStatements {
  return {
    leasesOfDevice: async (device) =>
      (await db.all(sql`select * from leases where device = ${device} order by agency, kind, from_serial`)).map(rowToLease),
    lockAgencyLeases: async (agencyId) => {
      await db.run(sql`insert into agencies (agency) values (${agencyId}) on conflict (agency) do nothing`);
      await db.all(sql`select agency from agencies where agency = ${agencyId} ${dialect.forUpdate}`);
      return (await db.all(sql`select * from leases where agency = ${agencyId} order by kind, from_serial`)).map(rowToLease);
    },
    addLease: (device, lease) =>
      db.run(sql`insert into leases (agency, kind, from_serial, to_serial, digits, device, valid_from, retired_on)
        values (${lease.agencyId}, ${lease.kind}, ${lease.from}, ${lease.to}, ${lease.digits}, ${device}, ${lease.validFrom}, ${lease.retiredOn ?? null})`),
    retireLeases: (device, on) => db.run(sql`update leases set retired_on = ${on} where device = ${device} and retired_on is null`),
  };
}

type DeviceStatements = Pick<Tx, 'putDevice' | 'bookNumbers' | 'touchDevice' | 'lockEnrolCode' | 'putEnrolCode'>;

function deviceStatements(db: SqlRunner, dialect: Dialect): DeviceStatements {
  return {
    putDevice: (d: DeviceRecord) =>
      db.run(sql`insert into devices (${sql.raw(deviceColumns)}) values (${d.id}, ${d.office}, ${d.name}, ${d.bookNumber}, ${d.tokenHash}, ${d.publicKey},
        ${d.encryptionKey}, ${d.headSeq}, ${linkToHex(d.headLink)}, ${d.createdAt}, ${d.lastExchangeAt ?? null}, ${d.newestEventAt ?? null}, ${d.revokedAt ?? null},
        ${d.report === undefined ? null : JSON.stringify(d.report)}, ${d.forkOf?.device ?? null}, ${d.forkOf?.key ?? null}, ${d.outAs ?? null}, ${d.outNote ?? null})
        on conflict (id) do update set office = excluded.office, name = excluded.name, book_number = excluded.book_number, token_hash = excluded.token_hash,
        public_key = excluded.public_key, encryption_key = excluded.encryption_key, head_seq = excluded.head_seq, head_link = excluded.head_link, last_exchange_at = excluded.last_exchange_at,
        newest_event_at = excluded.newest_event_at, revoked_at = excluded.revoked_at, report = excluded.report,
        fork_device = excluded.fork_device, fork_key = excluded.fork_key, out_as = excluded.out_as, out_note = excluded.out_note`),
    bookNumbers: async (office) =>
      (await db.all(sql`select book_number from devices where office = ${office}`)).map((row) => numberOf(row, 'book_number')),
    touchDevice: (device, at, report) =>
      db.run(sql`update devices set last_exchange_at = ${at}, report = ${JSON.stringify(report)} where id = ${device}`),
    lockEnrolCode: async (codeHash) => {
      const rows = await db.all(sql`select * from enrol_codes where code_hash = ${codeHash} ${dialect.forUpdate}`);
      return rows[0] && rowToEnrolCode(rows[0]);
    },
    putEnrolCode: (c: EnrolCodeRecord) =>
      db.run(sql`insert into enrol_codes (code_hash, office, device_name, created_by, expires_at, used_at, used_by)
        values (${c.codeHash}, ${c.office}, ${c.deviceName}, ${c.createdBy ?? null}, ${c.expiresAt}, ${c.usedAt ?? null}, ${c.usedBy ?? null})
        on conflict (code_hash) do update set expires_at = excluded.expires_at, used_at = excluded.used_at, used_by = excluded.used_by`),
  };
}

type ReferenceStatements = Pick<
  Tx,
  'putReferenceParts' | 'forgetReferenceChecks' | 'holdSetting' | 'putSetting' | 'audit' | 'markAuditSeen'
>;

function referenceStatements(db: SqlRunner, dialect: Dialect): ReferenceStatements {
  return {
    putReferenceParts: async ({ version, check }, parts) => {
      await db.run(sql`insert into reference_versions (version, mark) values (${version}, ${check})`);
      await db.insertRows({
        table: 'reference_parts',
        columns: [
          ['key', 'text'],
          ['version', 'integer'],
          ['body', 'text'],
        ],
        rows: parts.map((part) => [part.key, part.version, part.body ?? null]),
        conflict: 'on conflict (key) do update set version = excluded.version, body = excluded.body',
      });
    },
    forgetReferenceChecks: () => db.run(sql`delete from reference_versions where version < (select max(version) from reference_versions)`),
    holdSetting: async (key) => {
      const rows = await db.all(sql`select value from settings where key = ${key} ${dialect.forShare}`);
      return rows[0] && textOf(rows[0], 'value');
    },
    putSetting: (key, value) =>
      db.run(sql`insert into settings (key, value) values (${key}, ${value}) on conflict (key) do update set value = excluded.value`),
    audit: (entry) =>
      db.run(sql`insert into audit (at, actor, device, office, other_office, what, target, changes, reason, grave, detail) values (${entry.at}, ${entry.actor ?? null},
        ${entry.device ?? null}, ${entry.office ?? null}, ${entry.otherOffice ?? null}, ${entry.what}, ${entry.target ?? null}, ${jsonOrNull(entry.changes)},
        ${entry.reason ?? null}, ${jsonOrNull(entry.grave)}, ${entry.detail ?? null})`),
    markAuditSeen: async (ids, by, at) => {
      if (ids.length === 0) return;
      await db.run(
        sql`update audit set seen_at = ${at}, seen_by = ${by} where grave is not null and seen_at is null and id in (${listOf(ids)})`,
      );
    },
  };
}

/** An empty list says nothing. */
function jsonOrNull(list: readonly unknown[] | undefined): string | null {
  return list === undefined || list.length === 0 ? null : JSON.stringify(list);
}

/** Reads outside the writing transaction: they see committed data only and never wait for a writer. */
import { sql } from 'drizzle-orm';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { FeedCursor } from '@onestop/shared/protocol/messages.ts';
import { readAudit } from './read-audit.ts';
import { bodyToEvent, deviceColumns, rowToDevice, rowToEnrolCode, rowToRefused, rowToRun, rowToSetAside } from './rows.ts';
import { createPlainReads } from './plain-reads.ts';
import { type Dialect, type SqlRunner, countOf, numberOf, textOf } from './sql-runner.ts';
import { type FeedReading, type FeedRun, type SetAside, type Store, verdicts } from './store.ts';

export type Reads = Omit<Store, 'write' | 'publishHint' | 'onHint' | 'close'>;

export function createReads(db: SqlRunner, dialect: Dialect): Reads {
  const device = sql.raw(deviceColumns);
  return {
    ...createPlainReads(db),
    findDevice: async (id) => first(await db.all(sql`select ${device} from devices where id = ${id}`), rowToDevice),
    findDeviceByTokenHash: async (hash) => first(await db.all(sql`select ${device} from devices where token_hash = ${hash}`), rowToDevice),
    listDevices: async (office) => {
      const where = office === undefined ? sql`` : sql`where office = ${office}`;
      return (await db.all(sql`select ${device} from devices ${where} order by office, book_number`)).map(rowToDevice);
    },
    listEnrolCodes: async () => (await db.all(sql`select * from enrol_codes order by expires_at desc`)).map(rowToEnrolCode),
    findReferenceCheck: async (version) =>
      first(await db.all(sql`select mark from reference_versions where version = ${version}`), (row) => numberOf(row, 'mark')),
    readFeed: (cursor, eventsMax, skip) => readFeed(db, cursor, eventsMax, skip),
    readFeedTail: (office, eventsMax, skip) => readFeedTail(db, office, eventsMax, skip),
    readRuns: (runs) => readRuns(db, dialect, runs),
    eventsNearCode: async (code) => {
      // The least code that is not below the asked one is the asked one itself, where it exists.
      const rows = await db.all(sql`select body from events where verdict = ${verdicts.ACCEPTED} and dossier = coalesce(
        (select dossier from codes where code >= ${code} order by code limit 1), (select dossier from codes order by code limit 1))`);
      return rows.map((row) => bodyToEvent(textOf(row, 'body')));
    },
    refusedOfDevice: async (id) =>
      (await db.all(sql`select seq, kind, code, detail from refusals where device = ${id} and kind <> 'HELD' order by seq`)).map(
        rowToRefused,
      ),
    listSetAside: async (limit) =>
      (
        await db.all(sql`select r.device, r.seq, r.kind, r.code, r.at, e.body, d.office, d.name from refusals r
          join events e on e.device = r.device and e.seq = r.seq join devices d on d.id = r.device order by r.at desc, r.device, r.seq desc limit ${limit}`)
      ).map(rowToSetAside),
    countSetAside: async () =>
      (
        await db.all(sql`select d.office, r.kind, cast(count(*) as integer) as n from refusals r
          join devices d on d.id = r.device group by d.office, r.kind order by d.office, r.kind`)
      ).map((row) => ({
        office: textOf(row, 'office') as OfficeId,
        kind: textOf(row, 'kind') as SetAside['kind'],
        count: numberOf(row, 'n'),
      })),
    countEvents: async () => countOf(await db.all(sql`select cast(count(*) as integer) as n from events`)),
    countDossiers: async () => countOf(await db.all(sql`select cast(count(distinct dossier) as integer) as n from events`)),
    listAudit: (query) => readAudit(db, query),
    ping: async () => {
      await db.all(sql`select 1 as one`);
    },
  };
}

function first<R, T>(rows: readonly R[], convert: (row: R) => T): T | undefined {
  return rows[0] === undefined ? undefined : convert(rows[0]);
}

const runsReadMax = 256;

async function readFeed(db: SqlRunner, cursor: FeedCursor, eventsMax: number, skip: DeviceId | undefined): Promise<FeedReading> {
  const { office } = cursor;
  if (cursor.position > 0) {
    const marks = await db.all(sql`select mark from feed_runs where office = ${office} and to_pos = ${cursor.position}`);
    if (marks[0] === undefined || numberOf(marks[0], 'mark') !== cursor.check) return { found: false, runs: [], cursor, more: false };
  }
  const runs: FeedRun[] = [];
  let place = cursor;
  let events = 0;
  for (;;) {
    const rows = await db.all(sql`select office, to_pos, device, from_seq, count, mark from feed_runs
      where office = ${office} and to_pos > ${place.position} order by to_pos limit ${runsReadMax}`);
    for (const row of rows) {
      const run = rowToRun(row);
      if (run.device !== skip) {
        if (events > 0 && events + run.count > eventsMax) return { found: true, runs, cursor: place, more: true };
        runs.push(run);
        events += run.count;
      }
      place = { office, position: run.to, check: run.check };
    }
    if (rows.length < runsReadMax) return { found: true, runs, cursor: place, more: false };
  }
}

async function readFeedTail(
  db: SqlRunner,
  office: OfficeId,
  eventsMax: number,
  skip: DeviceId | undefined,
): Promise<{ readonly length: number; readonly runs: readonly FeedRun[] }> {
  const runs: FeedRun[] = [];
  let length = 0;
  let events = 0;
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = await db.all(sql`select office, to_pos, device, from_seq, count, mark from feed_runs
      where office = ${office} and to_pos < ${before} order by to_pos desc limit ${runsReadMax}`);
    for (const row of rows) {
      const run = rowToRun(row);
      length = Math.max(length, run.to);
      before = run.to;
      if (run.device === skip) continue;
      if (events >= eventsMax) break;
      runs.unshift(run);
      events += run.count;
    }
    if (rows.length < runsReadMax || events >= eventsMax) return { length, runs };
  }
}

/** Neighbouring runs of one device are read as one range. Refused and held events are left out. */
async function readRuns(db: SqlRunner, dialect: Dialect, runs: readonly FeedRun[]): Promise<readonly (readonly EventEnvelope[])[]> {
  if (runs.length === 0) return [];
  const ranges = runs.map((run) => [run.device, run.fromSeq, run.fromSeq + run.count - 1]);
  const rows = await db.all(sql`select e.device, e.seq, e.body from ${dialect.rows(ranges)} cross join events e
    where e.device = t.value->>0 and e.seq between cast(t.value->>1 as integer) and cast(t.value->>2 as integer) and e.verdict = ${verdicts.ACCEPTED}`);
  const bodies = new Map<string, string>();
  for (const row of rows) bodies.set(`${textOf(row, 'device')}:${numberOf(row, 'seq')}`, textOf(row, 'body'));
  return runs.map((run) => {
    const events: EventEnvelope[] = [];
    for (let seq = run.fromSeq; seq < run.fromSeq + run.count; seq++) {
      const body = bodies.get(`${run.device}:${seq}`);
      if (body !== undefined) events.push(bodyToEvent(body));
    }
    return events;
  });
}

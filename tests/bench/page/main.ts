/** The bench in the browser: the app's own data layer (no screens) on the real IndexedDB, driven step by step from the harness. */
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import { createClient, type Client } from '@onestop/client/data/compose.ts';
import { browserPlatform } from '@onestop/client/ports/browser-platform.ts';
import { registerBooks } from '@onestop/client/print/forms/register/data.ts';
import { paperColumns } from '@onestop/client/print/register-columns.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { daysOf, movePeriod, periodBefore, periodOf } from '@onestop/shared/reports/period.ts';
import { makeReport } from '@onestop/shared/reports/report.ts';
import { exchangeOnce } from '@onestop/client/data/engine/exchange-once.ts';
import { randomIntake } from '../../support/people.ts';
import { seededRandom } from '../../support/random.ts';
import { benchEvents, plainDossier, type BenchEvent } from '../workload.ts';
import { referencePull, referencePush, type PlainDossier } from './reference.ts';

const appendAtOnce = 1_000;
const clients = new Map<string, Client>();
let plain: readonly PlainDossier[] = [];

function mustClient(name: string): Client {
  const client = clients.get(name);
  if (client === undefined) throw new Error(`no client ${name}`);
  return client;
}

/** The app waits for minutes before it gives a silent line up; the bench need not. */
let patienceMs = Infinity;

function platformOf(name: string) {
  const platform = browserPlatform('bench');
  const timers = { ...platform.timers, set: (run: () => void, ms: number) => platform.timers.set(run, Math.min(ms, patienceMs)) };
  return { ...platform, timers, name: `-${name}` };
}

async function open(name: string): Promise<{ ms: number; size: number }> {
  clients.get(name)?.close();
  const start = performance.now();
  const client = await createClient(platformOf(name), { startSync: false });
  if (!client.ok) throw new Error(client.error.code);
  await client.value.openRows();
  const ms = performance.now() - start;
  clients.set(name, client.value);
  return { ms, size: client.value.log.index.size() };
}

async function turn(name: string): Promise<{ bytesUp: number; bytesDown: number; more: boolean; sent: number; received: number }> {
  const client = mustClient(name);
  const done = await exchangeOnce(
    { platform: platformOf(name), log: client.log, transport: client.transport, facts: () => ({}) },
    { eventsMax: 2_000, charsMax: 20_000_000, answerEventsMax: 5_000 },
  );
  if (!done.ok) throw new Error(done.error.code);
  const { bytesUp, bytesDown, more, sent, applied } = done.value;
  return { bytesUp, bytesDown, more, sent, received: applied.received };
}

async function enrol(name: string, code: string): Promise<void> {
  await open(name);
  const client = mustClient(name);
  const enrolled = await client.services.device.enrol(code);
  if (!enrolled.ok) throw new Error(enrolled.error.code);
}

function deskOf(client: Client): {
  events: (count: number, seed: number) => readonly BenchEvent[];
  office: Office;
  reference: ReferenceData;
} {
  const reference = client.services.reference.get();
  const office = client.services.office.get();
  const { identity, leases } = client.log.state.get();
  if (reference === undefined || office === undefined || identity === undefined) throw new Error('the device has no reference data yet');
  return {
    reference,
    office,
    events: (count, seed) =>
      benchEvents(count, seed, { office: office.id, bookNumber: identity.bookNumber, leases, reference, now: client.services.now() }),
  };
}

/** Writes `count` dossiers into the device's own log, as if taken in offline, and keeps them as plain records for the reference. */
async function write(name: string, count: number, seed: number): Promise<void> {
  const client = mustClient(name);
  const { events, office } = deskOf(client);
  const all = events(count, seed);
  plain = all.map((event) => plainDossier(event, office.id));
  for (let at = 0; at < all.length; at += appendAtOnce) {
    const appended = await client.log.appendMany(all.slice(at, at + appendAtOnce));
    if (!appended.ok) throw new Error(appended.error.code);
  }
  await client.log.tidy();
}

async function until(isDone: () => boolean, listen: (listener: () => void) => () => void, msMax = 300_000): Promise<number> {
  const start = performance.now();
  await new Promise<void>((done, failed) => {
    const timer = setTimeout(() => failed(new Error('took too long')), msMax);
    const check = (): void => {
      if (!isDone()) return;
      clearTimeout(timer);
      stop();
      done();
    };
    const stop = listen(check);
    check();
  });
  return performance.now() - start;
}

/** The app's own driver, with its adapting batches, from the moment the line is there to the receipt for everything. */
async function push(name: string): Promise<{ ms: number; refused: readonly string[] }> {
  const { driver, services } = mustClient(name);
  const start = performance.now();
  driver.start();
  await until(() => driver.status.get().pendingEvents === 0, driver.status.subscribe);
  const ms = performance.now() - start;
  driver.stop();
  return { ms, refused: services.sync.refused.get().map((one) => `${one.code} ${one.detail ?? ''}`) };
}

/** Until everything is listed and a search finds a person; and when the newest 500 were there. */
async function pull(name: string, count: number): Promise<{ ms: number; newestMs: number; found: number }> {
  const { driver, log, services } = mustClient(name);
  const index = log.index;
  const newest = plain.slice(-500).map((one) => one.id as Parameters<typeof index.get>[0]);
  const lastName = String(plain.at(-1)?.['name'] ?? '');
  let newestMs = 0;
  const start = performance.now();
  driver.start();
  await until(() => {
    if (newestMs === 0 && newest.every((id) => index.get(id) !== undefined)) newestMs = performance.now() - start;
    return index.size() >= count;
  }, index.version.subscribe);
  const found = index.query({ text: lastName, limit: 50 }, services.now()).length;
  const ms = performance.now() - start;
  driver.stop();
  return { ms, newestMs, found };
}

/** Acts of an officer on twenty dossiers that are there already. */
async function forwardSome(name: string, count: number): Promise<void> {
  const { services } = mustClient(name);
  const rows = services.dossiers.index
    .query({ queue: 'all', limit: 2_000, sort: 'newest' }, services.now())
    .filter((row) => row.status === 'ACCEPTED');
  for (const row of rows.slice(0, count)) {
    const done = await services.dossiers.perform({
      command: 'forward',
      dossier: row.id,
      input: { to: { kind: 'AGENCY', name: 'Công chức Tư pháp – hộ tịch' } },
    });
    if (!done.ok) throw new Error(done.error.code);
  }
}

async function signIn(name: string): Promise<void> {
  const signed = await mustClient(name).services.session.signIn('lan', '2580');
  if (!signed.ok) throw new Error(signed.error.code);
}

/** One intake after another, each awaited until it is durable. */
async function acts(name: string, count: number): Promise<readonly number[]> {
  const { services } = mustClient(name);
  const random = seededRandom(99);
  const { reference } = deskOf(mustClient(name));
  const procedures = reference.procedures.filter((one) => one.level === 'commune' && one.timeLimit !== null);
  const times: number[] = [];
  while (times.length < count) {
    const input = { intake: randomIntake(random.next, procedures) };
    const start = performance.now();
    const done = await services.dossiers.perform({ command: 'accept', input });
    if (done.ok) times.push(performance.now() - start);
  }
  return times;
}

/** Latencies of what screens ask the index while an officer types or looks. */
function searches(name: string): { prefix: readonly number[]; overdue: readonly number[]; counts: readonly number[]; size: number } {
  const { log, services } = mustClient(name);
  const now = services.now();
  const prefixes = ['nguyen van', 'tran t', 'le', 'pham thi h', 'vu', 'd', 'hoang van an', 'nguyen thi lan', 'bui', '0271'];
  const timed = (run: (i: number) => unknown): number[] =>
    Array.from({ length: 200 }, (_, i) => {
      const start = performance.now();
      run(i);
      return performance.now() - start;
    });
  return {
    prefix: timed((i) => log.index.query({ text: prefixes[i % prefixes.length], limit: 50 }, now)),
    overdue: timed(() => log.index.query({ queue: 'overdue', limit: 200, sort: 'due' }, now)),
    counts: timed(() => log.index.counts(now)),
    size: log.index.size(),
  };
}

const reportedRows = 36_000;

/** The same questions as the reports page and the register on paper. */
function reports(name: string): { year: readonly number[]; month: readonly number[]; rows: number; lines: number } {
  const { log, services } = mustClient(name);
  const { reference, office } = deskOf(mustClient(name));
  const now = services.now();
  const rows = log.index.query({ queue: 'all', limit: reportedRows }, now);
  const year = daysOf(periodOf('YEAR', 'CALENDAR', instantToPlainDate(now)));
  // A month back, where the workload is whole.
  const month = daysOf(movePeriod(periodOf('MONTH', 'CALENDAR', instantToPlainDate(now)), -1));
  const source = { rows, procedures: reference.procedures, calendar: reference.calendar, now, by: 'FIELD' } as const;
  const timed = (run: () => unknown): number[] =>
    Array.from({ length: 5 }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    });
  let lines = 0;
  return {
    rows: rows.length,
    year: timed(() => [makeReport({ ...source, period: year }), makeReport({ ...source, period: periodBefore(year) })]),
    month: timed(() => {
      const books = registerBooks(rows, month);
      lines = books.reduce((sum, book) => sum + book.rows.length, 0);
      return books.map((book) =>
        book.rows.map((row) => paperColumns.map(({ value }) => value(row, { office, procedures: reference.procedures }))),
      );
    }),
    lines,
  };
}

const bench = {
  reports,
  open,
  enrol,
  turn,
  write,
  push,
  pull,
  forwardSome,
  signIn,
  acts,
  searches,
  tidy: (name: string) => mustClient(name).log.tidy(),
  close: (name: string) => {
    clients.get(name)?.close();
    clients.delete(name);
  },
  setPatience: (ms: number) => {
    patienceMs = ms;
  },
  identity: (name: string) => mustClient(name).log.state.get().identity?.device as string,
  plainDossiers: () => plain,
  setPlain: (dossiers: readonly PlainDossier[]) => {
    plain = dossiers;
  },
  referencePush: (count: number) => referencePush(plain.slice(0, count)),
  referencePull,
  storedBytes: async () => {
    // `usageDetails` is Chromium's own.
    const estimate = (await navigator.storage.estimate()) as StorageEstimate & { readonly usageDetails?: { readonly indexedDB?: number } };
    return estimate.usageDetails?.indexedDB ?? estimate.usage ?? 0;
  },
  staff: (name: string) =>
    mustClient(name)
      .services.session.roster.get()
      .map((one) => one.id as StaffId),
};
export type Bench = typeof bench;
declare global {
  // eslint-disable-next-line no-var -- the only way to declare a global's type
  var bench: Bench;
}
globalThis.bench = bench;

/** What is of no dossier through the server, on both databases: who gets it, what is refused, and an older build that learns it later. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayEventTypes } from '@onestop/shared/daybook/event-types.ts';
import { foldDay } from '@onestop/shared/daybook/fold-day.ts';
import { dayIdOf } from '@onestop/shared/daybook/stream.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { type EventRef, eventKey } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { createPostgresStore } from '@onestop/sync-server/db/postgres-store.ts';
import { createSqliteStore } from '@onestop/sync-server/db/sqlite-store.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { createBuild } from '@onestop/sync-server/log/build.ts';
import { rebuildProjections } from '@onestop/sync-server/log/rebuild.ts';
import { centreId, communeId, otherCommuneId, staff } from '../support/builders.ts';
import { dayEventOf } from '../support/day-samples.ts';
import { startPostgres } from '../support/postgres.ts';
import { accept, now } from '../support/test-acts.ts';
import type { TestDevice } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motcua-daybook-'));
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});
let files = 0;

async function makeOpen(name: string): Promise<() => Promise<Store>> {
  if (name === 'SQLite') {
    const file = join(folder, `${files++}.db`);
    return () => createSqliteStore(file);
  }
  const url = await must(postgres, 'a server').createDatabase();
  return () => createPostgresStore({ url });
}

const date = instantToPlainDate(now);
const today = { office: communeId, date };
const id = dayIdOf(communeId, date);

function write(device: TestDevice, ...of: Parameters<typeof dayEventOf>): EventRef {
  const { device: _device, seq: _seq, office: _office, ...event } = dayEventOf(...of);
  return device.write({ ...event, dossier: id, at: now - 30_000 });
}

describe.each(['SQLite', ...(postgres === undefined ? [] : ['PostgreSQL'])])('the day of an office on %s', (name) => {
  let open: () => Promise<Store>;
  let server: TestServer;
  beforeEach(async () => {
    open = await makeOpen(name);
    server = await createTestServer({ store: await open(), now });
  });
  afterEach(() => server.close());

  const feedOf = async (office: typeof centreId): Promise<readonly string[]> => {
    const { runs } = await server.store.readFeed({ office, position: 0, check: 0 }, 100_000);
    return (await server.store.readRuns(runs)).flat().map(eventKey);
  };

  it('[S108] devices of the office meet in it and the centre above has it too, each event once; nobody else', async () => {
    const [a, b, centre, stranger] = [
      await server.newDevice(communeId),
      await server.newDevice(communeId),
      await server.newDevice(centreId),
      await server.newDevice(otherCommuneId),
    ];
    await a.settle();
    accept(a, 'd00000000001');
    write(a, 'TicketTaken', { seq: 1 });
    await a.settle();
    write(b, 'TicketTaken', { seq: 1 }, { number: 'B001' });
    await b.settle();
    const called = write(b, 'TicketCalled', { seq: 1, after: [{ device: a.id, seq: 2 }] });
    await b.settle();
    for (const device of [a, centre, stranger]) await device.settle();
    const held = (device: TestDevice) => [...device.log, ...device.pulled.values()].filter(({ dossier }) => dossier === id);
    const wanted = foldDay(today, held(a));
    expect(wanted.tickets.map(({ number, status }) => [number, status])).toEqual([
      ['A001', 'CALLED'],
      ['B001', 'WAITING'],
    ]);
    for (const device of [b, centre]) expect(foldDay(today, held(device))).toEqual(wanted);
    expect(stranger.pulled.size).toBe(0);
    const feed = await feedOf(communeId);
    expect(new Set(feed).size, 'nothing comes twice').toBe(feed.length);
    expect(feed).toContain(eventKey(called));
  });

  it("[S109] another office's day, a post without the right and an event of a dossier are refused and reach nobody", async () => {
    const [own, other] = [await server.newDevice(communeId), await server.newDevice(otherCommuneId)];
    await other.settle();
    write(other, 'TicketTaken', { seq: 1, actor: staff.otherCommune.id });
    await other.settle();
    await own.settle();
    write(own, 'TicketTaken', { seq: 1, actor: staff.otherCommune.id });
    own.write({ ...dayEventOf('TicketTaken', { seq: 1 }), dossier: 'd00000000009' as typeof id, at: now - 30_000 });
    await own.settle();
    const codes = async ({ id: device }: TestDevice) => (await server.store.refusedOfDevice(device)).map(({ kind, code }) => [kind, code]);
    expect(await codes(other)).toEqual([['REFUSED', 'event/other-office']]);
    expect(await codes(own)).toEqual([
      ['REFUSED', 'event/other-office'],
      ['REFUSED', 'event/malformed'],
    ]);
    expect(await feedOf(communeId)).toEqual([]);
  });

  it('[S110] a build that knows no such day keeps it, and the next one judges and shares it', async () => {
    await server.close();
    // A database that never saw the new build.
    open = await makeOpen(name);
    server = await createTestServer({ store: await open(), now, build: createBuild(new Set(dayEventTypes)) });
    const [a, b] = [await server.newDevice(communeId), await server.newDevice(communeId)];
    await a.settle();
    write(a, 'TicketTaken', { seq: 1 });
    write(a, 'TicketTaken', { seq: 1, actor: staff.commune.id }, { number: 'wrong' });
    await a.settle();
    expect((await server.store.refusedOfDevice(a.id)).map(({ kind }) => kind)).toEqual(['QUARANTINED', 'QUARANTINED']);
    await server.close();
    server = await createTestServer({ store: await open(), now, build: createBuild() });
    await rebuildProjections({ ...server.deps, build: createBuild() }, () => undefined);
    Object.assign(b, { fetch: server.fetch });
    await b.settle();
    expect((await server.store.refusedOfDevice(a.id)).map(({ seq, code }) => [seq, code])).toEqual([[2, 'event/malformed']]);
    expect(foldDay(today, [...b.pulled.values()]).tickets).toMatchObject([{ number: 'A001' }]);
  });
});

/** What the technician's log and monitoring say: which device of which office by ids, times as people read them, and each commune's state as numbers. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officeAge } from '@onestop/shared/judgement/freshness.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { centreId, communeId, otherCommuneId } from '../support/builders.ts';
import { write } from '../support/test-acts.ts';
import type { TestDevice } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

let server: TestServer;
const now = Math.floor(Date.now() / 1_000) * 1_000;
const hour = 3_600_000;
let dossiers = 0;
beforeEach(async () => {
  server = await createTestServer({ now });
});
afterEach(() => server.close());

/** The value of a series, by its name with labels. */
async function scrape(): Promise<ReadonlyMap<string, number>> {
  const text = await (await server.fetch('/metrics')).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

/** An exchange that leaves `waiting` events on the device and reports what it says of itself. */
async function report(device: TestDevice, said: { readonly waiting: number; readonly oldest?: number; readonly clockErrorMs?: number }) {
  const at = server.deps.clock.now();
  const reported = {
    appVersion: 'test',
    pendingEvents: said.waiting,
    pendingBytes: 0,
    oldestPendingAt: said.oldest,
    clock: at + (said.clockErrorMs ?? 0),
  };
  for (let i = 0; i <= said.waiting; i++) write(device, `d${String(dossiers++).padStart(11, '0')}`, 'DossierDrafted', []);
  const { answer } = await device.send(device.request({ report: reported }, 1));
  if (answer !== undefined) device.take(answer);
}

describe('the log', () => {
  it('[O148] names device and office by their ids, has readable times and a request id; files of the app are no news', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-log-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    const served = await createTestServer({ clientFolder: folder, now });
    try {
      const device = await served.newDevice(communeId);
      await device.settle();
      await served.fetch('/so-theo-doi');
      await served.fetch('/assets/gone.js');
      const line = served.lines.find((each) => each['route'] === '/api/sync');
      expect(line).toMatchObject({ level: 30, device: device.id, office: communeId, status: 200 });
      expect(line?.['requestId']).toMatch(/^[\w-]{8}$/);
      expect(line?.['time']).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+07:00$/);
      const said = served.lines.filter((each) => each['route'] === '/*').map((each) => [each['level'], each['status']]);
      expect(said).toEqual([
        [20, 200],
        [30, 404],
      ]);
      // A device that was refused is named too: it is the one asked about.
      await served.store.write(async (tx) => {
        const record = await tx.lockDevice(device.id);
        if (record !== undefined) await tx.putDevice({ ...record, revokedAt: now });
      });
      await device.send(device.request());
      expect(served.lines.at(-1)).toMatchObject({ device: device.id, office: communeId, status: 403 });
    } finally {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('monitoring', () => {
  it('[O149] each commune is told by its id: last exchange, waiting, oldest waiting, refused, clock error; a revoked device counts no more', async () => {
    const desk = await server.newDevice(communeId);
    const tablet = await server.newDevice(communeId);
    await report(desk, { waiting: 37, oldest: now - 2 * hour, clockErrorMs: -90_000 });
    server.advance(hour);
    await report(tablet, { waiting: 5, oldest: now - hour, clockErrorMs: 1_000 });
    const of = (name: string) => `motcua_office_${name}{office="${communeId}"}`;
    const first = await scrape();
    expect(first.get(of('devices'))).toBe(2);
    expect(first.get(of('slowest_exchange_timestamp_seconds'))).toBe(now / 1_000);
    expect(first.get(of('complete_to_timestamp_seconds'))).toBe((now - 2 * hour) / 1_000);
    expect(first.get(of('waiting_events'))).toBe(42);
    expect(first.get(of('oldest_waiting_timestamp_seconds'))).toBe((now - 2 * hour) / 1_000);
    expect(first.get(of('clock_error_seconds'))).toBe(90);
    expect(first.get(`motcua_office_set_aside_events{office="${communeId}",kind="REFUSED"}`)).toBe(0);
    // Nobody there yet: no silence of theirs, and no series of names.
    expect(first.get(`motcua_office_devices{office="${otherCommuneId}"}`)).toBe(0);
    expect(first.has(`motcua_office_slowest_exchange_timestamp_seconds{office="${otherCommuneId}"}`)).toBe(false);

    // An act of the office on a dossier that it does not see.
    const stranger = await server.newDevice(otherCommuneId);
    await desk.settle();
    write(stranger, String(desk.log[0]?.dossier), 'NoteAdded', []);
    await stranger.settle();
    const second = await scrape();
    expect(second.get(`motcua_office_set_aside_events{office="${otherCommuneId}",kind="REFUSED"}`)).toBe(1);
    await server.store.write(async (tx) => {
      const record = await tx.lockDevice(desk.id);
      if (record !== undefined) await tx.putDevice({ ...record, revokedAt: now });
    });
    expect((await scrape()).get(of('waiting_events'))).toBe(5);
  });

  it('[O170] a commune is as fresh as its slowest device that counts, by the district’s limit, as on the centre’s page', async () => {
    const centre = await server.newDevice(centreId);
    const [desk, tablet] = [await server.newDevice(communeId), await server.newDevice(communeId)];
    const { data } = await server.deps.reference.read();
    const { settings, offices } = must(data, 'reference data');
    const stale = async () => {
      const scraped = await scrape();
      const { answer } = await centre.send(centre.request());
      for (const each of offices.filter(({ id }) => id !== centreId)) {
        const page = officeAge(
          answer?.freshness?.find(({ office }) => office === each.id),
          server.deps.clock.now(),
          settings,
        );
        expect(scraped.get(`motcua_office_stale{office="${each.id}"}`)).toBe(page === 'STALE' ? 1 : 0);
      }
      return scraped.get(`motcua_office_stale{office="${communeId}"}`);
    };
    await report(desk, { waiting: 0 });
    // One that was enrolled and never heard makes the commune old, and so does one that stays silent while another is heard every minute.
    expect(await stale()).toBe(1);
    await report(tablet, { waiting: 0 });
    expect(await stale()).toBe(0);
    server.advance(settings.staleAfterMinutes * 60_000 + 1);
    await report(desk, { waiting: 0 });
    expect(await stale()).toBe(1);
    // Heard, and holding work for longer than the limit.
    await report(tablet, { waiting: 3, oldest: now });
    expect(await stale()).toBe(1);
    await server.store.write(async (tx) => {
      const record = must(await tx.lockDevice(tablet.id), 'the tablet');
      await tx.putDevice({ ...record, revokedAt: now });
    });
    expect(await stale()).toBe(0);
    // Where no device is, nobody is late.
    expect((await scrape()).get(`motcua_office_stale{office="${otherCommuneId}"}`)).toBe(0);
  });

  it('[O150] the example alerts ask for nothing that is not measured', async () => {
    await report(await server.newDevice(communeId), { waiting: 1, oldest: now });
    const help = await (await server.fetch('/metrics')).text();
    const rules = readFileSync(resolve(import.meta.dirname, '../../sync-server/deploy/alerts.yml'), 'utf8');
    const asked = [...new Set(rules.match(/\bmotcua_\w+/g))];
    expect(asked.length).toBeGreaterThan(6);
    for (const name of asked) expect(help).toContain(`# TYPE ${name} `);
  });
});

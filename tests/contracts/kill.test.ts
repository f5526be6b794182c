/**
 * The real server process on SQLite, killed without warning again and again while ten devices push: every acknowledged event is there afterwards, none
 * twice, each device's log on the server is an exact prefix of its own.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { createSqliteStore } from '@onestop/sync-server/db/sqlite-store.ts';
import { sqliteFileName } from '@onestop/sync-server/db/open-store.ts';
import { sampleData } from '../support/builders.ts';
import { type ServerProcess, communeCodes, createServerProcess } from '../support/server-process.ts';
import { type Fetch, type TestDevice, enrol } from '../support/test-device.ts';

const devicesCount = 10;
const eventsEach = 300;
const killsAim = 5;
const batch = 20;

describe('kill -9', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await createServerProcess();
    await server.start();
  });
  afterAll(() => server.dispose());

  it('[K1] every acknowledged event survives, none is stored twice', { timeout: 180_000 }, async () => {
    const codes = communeCodes(server.output());
    const fetchFromServer: Fetch = (path, init) => fetch(server.origin + path, init);
    const devices: TestDevice[] = [];
    for (let d = 0; d < devicesCount; d++) devices.push(await enrol(fetchFromServer, must(codes[d], 'a code')));
    devices.forEach(writeLog);

    let lostAnswers = 0;
    const push = async (device: TestDevice): Promise<void> => {
      while (device.ackedSeq < eventsEach) {
        try {
          const { answer, error } = await device.send(device.request({}, batch));
          if (answer === undefined) throw new TypeError(`refused: ${error}`);
          expect(answer.outcome.kind).toBe('OK');
          expect(answer.headSeq).toBeGreaterThanOrEqual(device.ackedSeq);
          device.take(answer);
          // The devices take their time, so that the kills fall into the middle.
          await new Promise((resolve) => setTimeout(resolve, 20));
        } catch (problem) {
          // Only a vanished server is expected here; a failed expectation is not.
          if (!(problem instanceof TypeError)) throw problem;
          lostAnswers += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    };
    let kills = 0;
    const pushing = Promise.all(devices.map(push));
    let isDone = false;
    const finished = pushing.finally(() => (isDone = true));
    while (kills < killsAim) {
      await new Promise((resolve) => setTimeout(resolve, 120 + ((kills * 97) % 160)));
      if (isDone) break;
      await server.kill();
      kills += 1;
      await server.start();
    }
    await finished;
    await server.kill();
    expect(kills).toBeGreaterThanOrEqual(3);
    expect(lostAnswers).toBeGreaterThan(0);

    const store = await createSqliteStore(join(server.dataDir, sqliteFileName));
    try {
      expect(await store.countEvents()).toBe(devicesCount * eventsEach);
      for (const device of devices) {
        expect(await store.readDeviceLog(device.id, 1, eventsEach + 1)).toEqual(device.log);
        expect((await store.findDevice(device.id))?.headSeq).toBe(eventsEach);
        const feed = await store.readFeed({ office: device.office, position: 0, check: 0 }, 1_000_000);
        const own = (await store.readRuns(feed.runs))
          .flat()
          .filter((event) => event.device === device.id)
          .map(eventKey);
        expect(own).toEqual(device.log.map(eventKey));
      }
    } finally {
      await store.close();
    }
  });
});

/** Drafts: they need no number, so that what is tested is the log alone. */
function writeLog(device: TestDevice): void {
  for (let i = 0; i < eventsEach; i++) {
    device.write({
      dossier: `${device.id.slice(0, 7)}${String(i).padStart(5, '0')}` as DossierId,
      after: [],
      type: 'DossierDrafted',
      version: 1,
      at: Date.now() - 60_000,
      clockOffsetMs: 0,
      actor: `${device.office}-lan` as StaffId,
      data: sampleData.DossierDrafted as unknown as EventEnvelope['data'],
    });
  }
}

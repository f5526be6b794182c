/**
 * Two real server processes on one real PostgreSQL, as behind a balancer: devices alternate between them request by request, a hint travels from one to the
 * other, and one is killed in the middle of the work.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { createPostgresStore } from '@onestop/sync-server/db/postgres-store.ts';
import { startPostgres } from '../support/postgres.ts';
import { type ServerProcess, communeCodes, createServerProcess } from '../support/server-process.ts';
import { writeDrafts } from '../support/test-acts.ts';
import { type Fetch, TestDevice, enrol } from '../support/test-device.ts';

const postgres = await startPostgres();
const devicesCount = 6;
const eventsEach = 200;
const batch = 10;

describe.skipIf(postgres === undefined)('two server processes on one PostgreSQL', () => {
  let url = '';
  let a: ServerProcess;
  let b: ServerProcess;
  let codes: readonly string[] = [];

  beforeAll(async () => {
    url = await must(postgres, 'a server').createDatabase();
    a = await createServerProcess({ DATABASE_URL: url });
    b = await createServerProcess({ DATABASE_URL: url });
    await a.start();
    await b.start();
    codes = communeCodes(a.output());
  }, 120_000);
  afterAll(async () => {
    await Promise.all([a.dispose(), b.dispose()]);
    await postgres?.stop();
  });

  const fetchFrom =
    (server: ServerProcess): Fetch =>
    (path, init) =>
      fetch(server.origin + path, init);

  it('[K11] a hint raised in one process reaches a device connected to the other', { timeout: 60_000 }, async () => {
    const writer = await enrol(fetchFrom(a), must(codes[0], 'a code'));
    const reader = await enrol(fetchFrom(b), must(codes[1], 'a code'));
    expect(writer.office).toBe(reader.office);
    const answer = await fetch(`${b.origin}/api/hints`, { headers: { Authorization: `Bearer ${reader.token}` } });
    const stream = must(answer.body, 'a stream').pipeThrough(new TextDecoderStream()).getReader();
    expect((await stream.read()).value).toContain('event: hello');
    const hint = stream.read();
    writeDrafts(writer, 1);
    await writer.settle();
    expect((await hint).value).toContain('event: hint');
    await stream.cancel();
    await reader.settle();
    expect([...reader.pulled.values()]).toEqual(writer.log);
  });

  it(
    '[K12] devices alternate between the processes, one is killed in the middle: every acknowledged event once',
    { timeout: 120_000 },
    async () => {
      const origins = [a.origin, b.origin];
      const devices: TestDevice[] = [];
      for (let d = 0; d < devicesCount; d++) {
        let turn = d;
        // The next process at every request, also after one that got no answer.
        const alternating: Fetch = (path, init) => fetch(`${must(origins[turn++ % 2], 'an origin')}${path}`, init);
        const device = await enrol(alternating, must(codes[2 + d], 'a code'));
        writeDrafts(device, eventsEach);
        devices.push(device);
      }
      let unanswered = 0;
      const push = async (device: TestDevice): Promise<void> => {
        while (device.ackedSeq < eventsEach) {
          const sent = await device.send(device.request({}, batch)).catch((problem: unknown) => {
            // Only a vanished process is expected here.
            if (!(problem instanceof TypeError)) throw problem;
            return undefined;
          });
          if (sent?.answer === undefined) unanswered += 1;
          else {
            if (sent.answer.outcome.kind !== 'OK') throw new Error(`Not stored: ${sent.answer.outcome.kind}`);
            device.take(sent.answer);
          }
          await new Promise((resolve) => setTimeout(resolve, 15));
        }
      };
      const pushing = Promise.all(devices.map(push));
      while (devices.every((device) => device.ackedSeq < eventsEach / 4)) await new Promise((resolve) => setTimeout(resolve, 10));
      await a.kill();
      const ackedAtKill = devices.map((device) => device.ackedSeq);
      await pushing;
      expect(ackedAtKill.some((seq) => seq < eventsEach)).toBe(true);
      expect(unanswered).toBeGreaterThan(0);

      const store = await createPostgresStore({ url });
      try {
        for (const device of devices) {
          expect(await store.readDeviceLog(device.id, 1, eventsEach + 1)).toEqual(device.log);
          const feed = await store.readFeed({ office: device.office, position: 0, check: 0 }, 1_000_000);
          const own = (await store.readRuns(feed.runs)).flat().filter((event) => event.device === device.id);
          expect(own.map(eventKey)).toEqual(device.log.map(eventKey));
        }
      } finally {
        await store.close();
      }
      // The killed one comes back and takes part again.
      await a.start();
      const late = must(devices[0], 'a device');
      const back = new TestDevice(fetchFrom(a), late.keys, {
        device: late.id,
        token: late.token,
        office: late.office,
        bookNumber: late.bookNumber,
        deviceName: '',
        serverTime: 0,
      });
      back.log.push(...late.log);
      back.ackedSeq = late.ackedSeq;
      writeDrafts(back, 1);
      expect((await back.settle()).headSeq).toBe(eventsEach + 1);
    },
  );

  it('[K14] of many devices that try one code at the same moment, at both processes, one is enrolled', async () => {
    const code = must(codes[10], 'a code');
    const tries = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => enrol(fetchFrom(i % 2 === 0 ? a : b), code)));
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    const reasons = tries.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    expect(reasons.every((reason) => reason.includes('enrol/code-used'))).toBe(true);
  });

  it('[K13] a fork is settled also where every connection of the pool is in use', { timeout: 60_000 }, async () => {
    const store = await createPostgresStore({ url, poolMax: 1 });
    const { createTestServer } = await import('../support/test-server.ts');
    const server = await createTestServer({ store });
    try {
      const device = await enrol(server.fetch, must(codes[9], 'a code'));
      writeDrafts(device, 3);
      await device.settle();
      const twin = new TestDevice(server.fetch, device.keys, {
        device: device.id,
        token: device.token,
        office: device.office,
        bookNumber: device.bookNumber,
        deviceName: '',
        serverTime: 0,
      });
      writeDrafts(twin, 4);
      const answers = await Promise.all([1, 2, 3].map(() => twin.send(twin.request())));
      for (const { answer } of answers) expect(answer?.outcome.kind).toBe('FORKED');
    } finally {
      await server.close();
    }
  });
});

/** An upload whose line breaks goes on where it stopped: the product's transport, a real socket, and a line that is really cut. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTransport, type DeviceTransport } from '@onestop/client/data/engine/transport.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DeviceId, DossierId } from '@onestop/shared/kernel/ids.ts';
import type { PreparedRequest } from '@onestop/shared/ports.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { pack } from '@onestop/shared/protocol/pack.ts';
import { uploadName } from '@onestop/shared/protocol/upload.ts';
import { encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { createCutUploads } from '@onestop/sync-server/log/cut-uploads.ts';
import { type RunningServer, startServer } from '@onestop/sync-server/server.ts';
import { communeId, intakeFor, procedures, staff } from '../support/builders.ts';
import { seededRandom } from '../support/random.ts';
import { createTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import type { TestDevice } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

let server: TestServer;
let running: RunningServer;
let proxy: TcpProxy;
let device: TestDevice;
let transport: DeviceTransport;
const count = 600;
/** The device's own, which is minutes outside of tests. */
let patienceMs: number;

beforeEach(async () => {
  patienceMs = 600_000;
  server = await createTestServer();
  running = await startServer(server.deps, '127.0.0.1', 0);
  proxy = await createTcpProxy(running.port);
  device = await server.newDevice(communeId);
  await device.settle();
  const random = seededRandom(7);
  for (let i = 0; i < count; i++) {
    // Names nobody can guess, so that the body stays large when packed.
    const note = Array.from(random.bytes(120), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
    const intake = intakeFor(procedures.threeDays);
    device.write({
      dossier: `d${String(i).padStart(11, '0')}` as DossierId,
      after: [],
      type: 'DossierDrafted',
      version: 1,
      at: server.deps.clock.now(),
      clockOffsetMs: 0,
      actor: staff.commune.id,
      data: { intake: { ...intake, owner: { ...intake.owner, address: note } } } as unknown as EventEnvelope['data'],
    });
  }
  transport = createTransport({
    fetch: globalThis.fetch,
    baseUrl: proxy.origin,
    timers: { set: (run, ms) => setTimeout(run, Math.min(ms, patienceMs)), clear: (timer) => clearTimeout(timer as NodeJS.Timeout) },
    token: () => device.token,
    sign: (bytes) => device.sign(bytes),
  });
});
afterEach(async () => {
  await proxy.close();
  await running.stop();
  await server.close();
});

/** The whole log in one body, and how long that is. */
async function upload(): Promise<{ readonly prepared: PreparedRequest; readonly bytes: number; readonly name: string }> {
  const request = device.request();
  const body = pack(encodeSyncRequest(request));
  return { prepared: await transport.prepare(request), bytes: body.length, name: uploadName(body) };
}

async function breakLine(prepared: PreparedRequest, afterBytes: number): Promise<void> {
  proxy.cutAfterBytesUp(afterBytes);
  expect(await prepared.send()).toEqual({ ok: false, error: { code: 'network/unreachable' } });
}

/** As the machine does after a failure: first ask what arrived. */
async function ask(): Promise<void> {
  const asked = await transport.prepare(device.request({ events: [], linkAfter: device.request({}, 0).linkBefore }));
  expect(await asked.send()).toMatchObject({ ok: true, value: { answer: { headSeq: 0 } } });
}

describe('an upload whose line breaks', () => {
  it('[H6] goes on where it stopped, also after a second cut, and is stored once', async () => {
    const { prepared, bytes } = await upload();
    expect(bytes).toBeGreaterThan(40_000);
    expect(prepared.isPartlyThere()).toBe(false);
    await breakLine(prepared, bytes * 0.5);
    expect(prepared.isPartlyThere()).toBe(false);
    await ask();
    expect(prepared.isPartlyThere()).toBe(true);
    await breakLine(prepared, bytes * 0.25);
    await ask();
    proxy.reset();
    expect(await prepared.send()).toMatchObject({ ok: true, value: { answer: { headSeq: count, refused: [] } } });
    // What is left of the body, and the headers of one request.
    expect(proxy.up()).toBeLessThan(bytes * 0.25 + 2_500);
    expect((await server.store.readDeviceLog(device.id, 1, 10_000)).map((event) => event.seq)).toEqual(
      device.log.map((event) => event.seq),
    );
    expect(server.deps.cutUploads.find(device.id)).toBeUndefined();
  });

  it('[H6] sends the whole again at once where the server kept nothing: another process, or too late', async () => {
    const { prepared, bytes } = await upload();
    await breakLine(prepared, bytes * 0.5);
    await ask();
    server.advance(16 * 60_000);
    proxy.reset();
    expect(await prepared.send()).toMatchObject({ ok: true, value: { answer: { headSeq: count } } });
    expect(proxy.up()).toBeGreaterThan(bytes);
  });

  it('[H6] pieces that do not belong together are refused without a doubt about the device, and the whole is sent', async () => {
    const { prepared, bytes, name } = await upload();
    await breakLine(prepared, bytes * 0.5);
    await ask();
    const kept = must(server.deps.cutUploads.find(device.id), 'a part');
    must(server.deps.cutUploads.begin(device.id, name, 0), 'a new one').push(new Uint8Array(kept.bytes));
    expect(await prepared.send()).toMatchObject({ ok: true, value: { answer: { headSeq: count } } });
  });

  it('[H6] another device gets nothing of it', async () => {
    const { prepared, bytes, name } = await upload();
    await breakLine(prepared, bytes * 0.5);
    await ask();
    const kept = must(server.deps.cutUploads.find(device.id), 'a part');
    const other = await server.newDevice(communeId);
    const stolen = await other.sendBytes(new Uint8Array(10), { 'X-Upload': name, 'X-Upload-From': String(kept.bytes) });
    expect([stolen.status, stolen.error]).toEqual([409, 'wire/upload-gone']);
    expect(server.deps.cutUploads.find(device.id)).toEqual(kept);
  });

  it('[H6] goes on also while the server still waits for the rest of it on a line that is dead', async () => {
    const { prepared, bytes } = await upload();
    patienceMs = 500;
    proxy.stallAfterBytesUp(bytes * 0.6);
    expect(await prepared.send()).toEqual({ ok: false, error: { code: 'network/unreachable' } });
    patienceMs = 600_000;
    await ask();
    expect(prepared.isPartlyThere()).toBe(true);
    proxy.reset();
    expect(await prepared.send()).toMatchObject({ ok: true, value: { answer: { headSeq: count } } });
    expect(proxy.up()).toBeLessThan(bytes * 0.4 + 2_500);
    // Not kept for the dead line's sake either.
    expect(server.deps.cutUploads.find(device.id)).toBeUndefined();
  });

  it('[H6] of a device the last one counts, and memory has a bound', () => {
    const uploads = createCutUploads({ now: () => 0 });
    const [a, b, c] = ['dev-a', 'dev-b', 'dev-c'] as DeviceId[] as [DeviceId, DeviceId, DeviceId];
    const sizes = (): unknown => [a, b, c].map((id) => uploads.find(id)?.bytes);
    for (const id of [a, b, c]) must(uploads.begin(id, '0123456789abcdef', 0), 'new').push(new Uint8Array(15 * 1_048_576));
    expect(sizes()).toEqual([undefined, 15 * 1_048_576, 15 * 1_048_576]);
    const old = must(uploads.begin(b, 'fedcba9876543210', 0), 'new');
    old.push(new Uint8Array([1, 2, 3, 4, 5]));
    expect(uploads.find(b)).toEqual({ name: 'fedcba9876543210', bytes: 5 });
    expect(uploads.begin(b, 'fedcba9876543210', 6)).toBeUndefined();
    const next = must(uploads.begin(b, 'fedcba9876543210', 4), 'the first four');
    old.push(new Uint8Array([9]));
    next.push(new Uint8Array([7]));
    expect(uploads.find(b)?.bytes).toBe(5);
    expect([...next.finish()]).toEqual([1, 2, 3, 4, 7]);
    expect([...old.finish()]).toEqual([1, 2, 3, 4, 5, 9]);
    expect(sizes()).toEqual([undefined, undefined, 15 * 1_048_576]);
  });
});

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { unpack } from '@onestop/shared/protocol/pack.ts';
import { decodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { putNextVersion, saveStaffMember } from '@onestop/sync-server/log/reference-admin.ts';
import { centreId, communeId, intakeFor, procedures, staff } from '../../../../tests/support/builders.ts';
import { createTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { type Client, createClient } from '../compose.ts';
import { createTestTabs, memoryStorage, testPlatform, type TestPlatform } from '../../ports/test-platform.ts';

let server: TestServer;
const clients: Client[] = [];
let reachable = true;
let dropAnswers = false;

beforeEach(async () => {
  server = await createTestServer();
  reachable = true;
  dropAnswers = false;
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

function platform(changes: Partial<TestPlatform> = {}): TestPlatform {
  return testPlatform({
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    clock: { now: () => Date.now() },
    monotonicMs: () => performance.now(),
    fetch: async (input, init) => {
      if (!reachable) throw new TypeError('fetch failed');
      const answer = await server.fetch(String(input instanceof Request ? input.url : input).replace('http://test', ''), init);
      if (dropAnswers) throw new TypeError('fetch failed');
      return answer;
    },
    verifySecret: (secret) => Promise.resolve(secret === '2580'),
    ...changes,
  });
}

async function open(on: TestPlatform): Promise<Client> {
  const client = await createClient(on);
  if (!client.ok) throw new Error(client.error.code);
  clients.push(client.value);
  return client.value;
}

async function newDesk(office = communeId, login = 'lan'): Promise<Client> {
  const client = await open(platform());
  const enrolled = await client.services.device.enrol(await server.issueCode(office));
  expect(enrolled).toMatchObject({ ok: true });
  await until(() => client.services.reference.get() !== undefined && client.log.state.get().leases.length > 0);
  const signedIn = await client.services.session.signIn(login, '2580');
  expect(signedIn).toMatchObject({ ok: true });
  return client;
}

/** A desk whose line works although that of the desk under test does not. */
async function newDeskOnline(): Promise<Client> {
  reachable = true;
  return newDesk();
}

async function accept(client: Client): Promise<DossierId> {
  const done = await client.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) } });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.dossier;
}

async function until(holds: () => boolean, ms = 18_000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the engine against the real server', () => {
  it('[E1] an act made without a network is sent when the line is back, and every device of the office and the centre has it', async () => {
    const desk = await newDesk();
    const neighbour = await newDesk();
    const centre = await newDesk(centreId, 'hung');
    reachable = false;
    const id = await accept(desk);
    expect(desk.services.dossiers.index.get(id)?.code).toMatch(/^000\.01\.38\.H05-\d{6}-0001$/);
    expect(desk.services.dossiers.index.isPending(id)).toBe(true);
    expect(desk.services.sync.status.get().pendingEvents).toBe(1);
    reachable = true;
    await until(() => !desk.services.dossiers.index.isPending(id));
    neighbour.services.sync.syncNow();
    centre.services.sync.syncNow();
    await until(() => neighbour.services.dossiers.index.get(id) !== undefined && centre.services.dossiers.index.get(id) !== undefined);
    expect(neighbour.services.dossiers.index.get(id)).toEqual(desk.services.dossiers.index.get(id));
    const seen = await centre.services.dossiers.open(id);
    expect(seen?.state).toEqual((await desk.services.dossiers.open(id))?.state);
    expect(seen?.timeline.map((entry) => entry.sync)).toEqual(['RECEIVED']);
  });

  it('[E2] an answer lost after the server stored the batch loses and doubles nothing', async () => {
    const desk = await newDesk();
    dropAnswers = true;
    const id = await accept(desk);
    await until(() => desk.services.sync.status.get().problem !== undefined);
    const stored = await server.store.countEvents();
    expect(stored).toBe(1);
    dropAnswers = false;
    await until(() => !desk.services.dossiers.index.isPending(id));
    expect(await server.store.countEvents()).toBe(1);
    expect((await desk.services.dossiers.open(id))?.timeline.map((entry) => entry.sync)).toEqual(['SENT']);
  });

  it('[E36] one tab leads and sends what every tab writes; when it closes, the next one goes on by itself', async () => {
    const tabs = createTestTabs();
    const disk = { indexedDB: new IDBFactory(), localStorage: memoryStorage(), locks: tabs.locks, openChannel: tabs.openChannel };
    let exchanges: string[] = [];
    const tab = async (name: string): Promise<Client> => {
      const on = platform(disk);
      return open({
        ...on,
        fetch: (input, init) => {
          if (String(input).endsWith('/api/sync')) exchanges.push(name);
          return on.fetch(input, init);
        },
      });
    };
    const first = await tab('first');
    expect(await first.services.device.enrol(await server.issueCode(communeId))).toMatchObject({ ok: true });
    const second = await tab('second');
    const third = await tab('third');
    await until(() => second.services.reference.get() !== undefined && second.log.state.get().leases.length > 0);
    const leads = (): boolean[] => [first, second, third].map((client) => client.services.sync.status.get().leader);
    expect(leads()).toEqual([true, false, false]);
    for (const client of [first, second, third]) expect(await client.services.session.signIn('lan', '2580')).toMatchObject({ ok: true });

    const sent = await accept(second);
    await until(() => !second.services.dossiers.index.isPending(sent));
    // The status is the leader's, told to the others.
    await until(() => second.services.sync.status.get().lastAttemptAt === first.services.sync.status.get().lastAttemptAt);
    expect(second.services.sync.status.get().reachable).toBe(true);
    const asked = exchanges.length;
    second.services.sync.syncNow();
    await until(() => exchanges.length > asked);
    expect(new Set(exchanges)).toEqual(new Set(['first']));

    reachable = false;
    const kept = await accept(second);
    // A tab that has not heard of it yet would say that nothing is pending.
    await until(() => third.services.dossiers.index.isPending(kept));
    exchanges = [];
    first.close();
    await until(() => second.services.sync.status.get().leader);
    expect(third.services.sync.status.get().leader).toBe(false);
    expect(second.services.sync.status.get().pendingEvents).toBe(1);
    reachable = true;
    await until(() => !third.services.dossiers.index.isPending(kept));
    expect(new Set(exchanges)).toEqual(new Set(['second']));
    expect(await server.store.countEvents()).toBe(2);
  });

  it('[E36] a tab that closes in the middle of an exchange leaves nothing half done for the next one', async () => {
    const tabs = createTestTabs();
    const disk = { indexedDB: new IDBFactory(), localStorage: memoryStorage(), locks: tabs.locks, openChannel: tabs.openChannel };
    const first = await open(platform(disk));
    expect(await first.services.device.enrol(await server.issueCode(communeId))).toMatchObject({ ok: true });
    await until(() => first.services.reference.get() !== undefined && first.log.state.get().leases.length > 0);
    await first.services.session.signIn('lan', '2580');
    const second = await open(platform(disk));
    dropAnswers = true;
    const id = await accept(first);
    await until(() => first.services.sync.status.get().problem !== undefined);
    first.close();
    dropAnswers = false;
    await second.services.session.signIn('lan', '2580');
    await until(() => second.services.dossiers.index.get(id) !== undefined && !second.services.dossiers.index.isPending(id));
    expect(await server.store.countEvents()).toBe(1);
    expect(await second.log.verify()).toBeUndefined();
  });

  it('[E43] a device that nobody is signed in to delivers, and takes in what signing in needs; what others did comes with the sign-in', async () => {
    const on = platform();
    const first = await open(on);
    expect(await first.services.device.enrol(await server.issueCode(communeId))).toMatchObject({ ok: true });
    await until(() => first.services.reference.get() !== undefined && first.log.state.get().leases.length > 0);
    await first.services.session.signIn('lan', '2580');
    reachable = false;
    await accept(first);
    first.close();
    const neighbour = await newDeskOnline();
    const theirs = await accept(neighbour);
    await until(() => !neighbour.services.dossiers.index.isPending(theirs));

    /** How many events each request asks for. */
    const asked: number[] = [];
    const listening: typeof fetch = async (input, init) => {
      if (String(input).endsWith('/api/sync')) asked.push(answerEventsMaxOf(init?.body as Uint8Array));
      return on.fetch(input, init);
    };
    const desk = await open({ ...on, fetch: listening, sessionStorage: memoryStorage() });
    expect(desk.services.session.current.get()).toBeUndefined();
    desk.services.sync.syncNow();
    await until(() => desk.services.sync.status.get().pendingEvents === 0);
    expect(await server.store.countEvents()).toBe(2);
    expect(await desk.db.foreign.count()).toBe(0);
    expect(desk.log.state.get().cursors).toEqual([]);
    expect(desk.log.index.size()).toBe(0);
    expect(new Set(asked)).toEqual(new Set([0]));

    await desk.services.session.signIn('lan', '2580');
    expect(desk.log.index.size()).toBe(1);
    await until(() => desk.services.dossiers.index.get(theirs) !== undefined);
    desk.services.session.signOut();
    await until(() => desk.log.index.size() === 0);
    await desk.services.session.signIn('lan', '2580');
    expect(desk.log.index.size()).toBe(2);
  });

  it('[S70] where nobody is signed in, who may sign in, a new name and a revocation come by hint too; what neighbours did does not', async () => {
    const desk = await newDesk();
    desk.services.session.signOut();
    const [lan, device] = [staff.commune, must(desk.services.device.info.get(), 'the device').device];
    const exchanges = async (): Promise<number> => {
      const { values } = await server.deps.metrics.exchanges.get();
      return values.reduce((sum, { value }) => sum + value, 0);
    };
    const streams = async (): Promise<number> => (await server.deps.metrics.hintStreams.get()).values[0]?.value ?? 0;
    while ((await streams()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const before = await exchanges();
    await server.store.publishHint({ offices: [communeId] });
    await saveStaffMember(server.store, { ...lan, active: false }, { at: Date.now() });
    await until(() => desk.services.session.roster.get().length === 0);
    expect(await exchanges()).toBe(before + 1);
    expect(await desk.services.session.signIn('lan', '2580')).toMatchObject({ ok: false, error: { code: 'session/inactive' } });
    await server.store.write(async (tx) => {
      await tx.lock('reference');
      await tx.putDevice({ ...must(await tx.lockDevice(device), 'the device'), name: 'Quầy số 3' });
      await putNextVersion(tx, Date.now());
    });
    await server.store.publishHint({ offices: [communeId], isAdministration: true });
    await until(() => desk.services.device.info.get()?.name === 'Quầy số 3');
    await server.store.write(async (tx) => tx.putDevice({ ...must(await tx.lockDevice(device), 'the device'), revokedAt: Date.now() }));
    await server.store.publishHint({ offices: [communeId], isAdministration: true });
    await until(() => desk.services.device.fault.get()?.code === 'device/revoked');
  });

  it('[E44] the tab where somebody is signed in leads, because the others only deliver', async () => {
    const tabs = createTestTabs();
    const disk = { indexedDB: new IDBFactory(), localStorage: memoryStorage(), locks: tabs.locks, openChannel: tabs.openChannel };
    const first = await open(platform(disk));
    expect(await first.services.device.enrol(await server.issueCode(communeId))).toMatchObject({ ok: true });
    const second = await open(platform(disk));
    const third = await open(platform(disk));
    const leads = (): boolean[] => [first, second, third].map((client) => client.services.sync.status.get().leader);
    await until(() => third.services.session.roster.get().length > 0 && third.log.state.get().leases.length > 0);
    expect(leads()).toEqual([true, false, false]);
    await third.services.session.signIn('lan', '2580');
    await until(() => leads().join() === 'false,false,true');
    const neighbour = await newDesk();
    const theirs = await accept(neighbour);
    await until(() => !neighbour.services.dossiers.index.isPending(theirs));
    third.services.sync.syncNow();
    await until(() => third.services.dossiers.index.get(theirs) !== undefined);
    // The leader signs out while another tab is at work.
    await first.services.session.signIn('lan', '2580');
    third.services.session.signOut();
    await until(() => leads().join() === 'true,false,false');
  });

  it('[E46] a storage fault in the middle of an exchange is told, and ends by itself with the next one that finds it gone', async () => {
    const desk = await newDesk();
    reachable = false;
    const id = await accept(desk);
    const fail = (): never => {
      throw new DOMException('backing store', 'UnknownError');
    };
    desk.db.meta.hook('updating', fail);
    reachable = true;
    desk.services.sync.syncNow();
    await until(() => desk.services.device.fault.get()?.code === 'storage/unavailable');
    expect(desk.services.sync.status.get()).toMatchObject({ problem: { code: 'local/storage' }, pendingEvents: 1 });
    desk.db.meta.hook('updating').unsubscribe(fail);
    await until(() => !desk.services.dossiers.index.isPending(id));
    await until(() => desk.services.device.fault.get() === undefined);
    expect(desk.services.sync.status.get().problem).toBeUndefined();
    expect(await server.store.countEvents()).toBe(1);
  });

  it('[E45] a device keeps two pairs nobody can take out, and the key of the server; both sides can agree on a secret', async () => {
    const desk = await newDesk();
    const { own, server: serverKey } = must(await desk.log.readKeys(), 'keys');
    for (const { privateKey } of [own.signing, own.encryption]) {
      expect(privateKey.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow(/extractable/);
    }
    const there = must((await server.store.listDevices())[0], 'the device');
    expect(there).toMatchObject({ publicKey: await spkiOf(own.signing), encryptionKey: await spkiOf(own.encryption) });
    const serverPublic = await crypto.subtle.importKey(
      'spki',
      Buffer.from(serverKey, 'base64url'),
      { name: 'ECDH', namedCurve: 'P-256' },
      false,
      [],
    );
    expect((await crypto.subtle.deriveBits({ name: 'ECDH', public: serverPublic }, own.encryption.privateKey, 256)).byteLength).toBe(32);
  });

  it('[F4] what failed while the line was down is told with the exchange that gets through', async () => {
    const desk = await newDesk();
    const device = must(desk.log.state.get().identity, 'enrolled').device;
    await until(() => desk.services.sync.status.get().phase === 'IDLE');
    reachable = false;
    desk.services.sync.syncNow();
    await until(() => desk.services.sync.status.get().problem?.code === 'network/unreachable');
    reachable = true;
    const reported = async () => (await server.store.findDevice(device))?.report?.problems;
    for (let tries = 0; tries < 100 && (await reported()) === undefined; tries++) {
      desk.services.sync.syncNow();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await reported()).toMatchObject([{ code: 'network/unreachable' }]);
  });
});

function answerEventsMaxOf(body: Uint8Array): number {
  const bytes = unpack(body);
  const request = bytes.ok ? decodeSyncRequest(bytes.value) : bytes;
  if (!request.ok) throw new Error(request.error.code);
  return request.value.answerEventsMax;
}

async function spkiOf({ publicKey }: CryptoKeyPair): Promise<string> {
  return Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64url');
}

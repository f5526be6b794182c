import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { centreId, communeId, intakeFor, procedures } from '../../../../tests/support/builders.ts';
import { createTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { type Client, createClient } from '../../app/create-services.ts';
import { testPlatform, type TestPlatform } from '../../ports/test-platform.ts';

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

async function accept(client: Client): Promise<DossierId> {
  const done = await client.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) } });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.dossier;
}

async function until(holds: () => boolean, ms = 8_000): Promise<void> {
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
    expect(desk.services.dossiers.index.get(id)?.code).toMatch(/^000\.01\.31\.H05-\d{6}-0001$/);
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
});

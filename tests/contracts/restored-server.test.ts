/** The product's own client meets a server that was restored from yesterday's backup and does not know it any more. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '@onestop/client/data/compose.ts';
import { testPlatform } from '@onestop/client/ports/test-platform.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { DeviceId, DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { putDocuments } from '@onestop/sync-server/log/reference-admin.ts';
import { systemRandom } from '@onestop/sync-server/auth/secrets.ts';
import { centreId, communeId, intakeFor, offices, procedures, reference } from '../support/builders.ts';
import { createSimServer, type SimServer } from '../sim/sim-server.ts';
import { readStoredDossier } from '../support/stored-dossier.ts';

let server: SimServer;
const clients: Client[] = [];

beforeEach(async () => {
  const staff = reference.staff.map((each) => ({ ...each, verifier: 'plain:2580' }));
  server = await createSimServer({ now: () => Date.now() }, systemRandom, { ...reference, staff });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.dispose();
});

async function newDesk(office: OfficeId, login: string, line = { up: true }): Promise<Client> {
  const opened = await createClient(
    testPlatform({
      indexedDB: new IDBFactory(),
      IDBKeyRange,
      clock: { now: () => Date.now() },
      monotonicMs: () => performance.now(),
      fetch: async (input, init) => {
        const request = new Request(new URL(String(input), 'http://test'), { ...init, signal: null });
        if (!line.up || request.url.endsWith('/api/hints')) throw new TypeError('no stream');
        return must(server.request(), 'the server is up')(request);
      },
    }),
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const client = opened.value;
  clients.push(client);
  await enrol(client, office);
  await until(() => client.services.reference.get() !== undefined && client.log.state.get().leases.length > 0);
  expect(await client.services.session.signIn(login, '2580')).toMatchObject({ ok: true });
  return client;
}

async function enrol(client: Client, office: OfficeId): Promise<void> {
  const enrolled = await client.services.device.enrol(await server.issueCode(office, 'Máy'));
  expect(enrolled).toMatchObject({ ok: true });
}

async function accept(client: Client, procedure: Procedure = procedures.threeDays): Promise<DossierId> {
  const done = await client.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedure) } });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.dossier;
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 50_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function act(client: Client, dossier: DossierId, command: CommandName, input: object): Promise<void> {
  expect(
    await client.services.dossiers.perform({ command, dossier, input } as Parameters<typeof client.services.dossiers.perform>[0]),
  ).toMatchObject({
    ok: true,
  });
}

/** Nothing waits here, and an exchange begun after this call has brought whatever the server has. */
async function synced(client: Client): Promise<void> {
  const since = Date.now();
  client.services.sync.syncNow();
  await until(() => {
    const { pendingEvents, problem, lastReceiptAt } = client.services.sync.status.get();
    if ((lastReceiptAt ?? 0) < since) client.services.sync.syncNow();
    return pendingEvents === 0 && problem === undefined && (lastReceiptAt ?? 0) > since;
  });
}

async function timeline(client: Client, id: DossierId): Promise<readonly string[]> {
  return must(await client.services.dossiers.open(id), 'the dossier').timeline.map((entry) => entry.event.type);
}

const pending = (client: Client): number => client.services.sync.status.get().pendingEvents;
const deviceOf = (client: Client): DeviceId => must(client.log.state.get().identity, 'an identity').device;

async function holds(client: Client, ids: readonly DossierId[]): Promise<void> {
  client.services.sync.syncNow();
  await until(() => ids.every((id) => client.log.index.get(id) !== undefined));
}

describe('a restored server', () => {
  it('[S33] a device enrolled since the backup keeps its name and log: all is sent again, nothing is doubled or lost', async () => {
    const neighbour = await newDesk(communeId, 'lan');
    const centre = await newDesk(centreId, 'hung');
    await server.backUp();
    const desk = await newDesk(communeId, 'lan');
    const before = must(desk.log.state.get().identity, 'an identity');
    const ids = [await accept(desk), await accept(desk), await accept(desk)];
    await until(() => pending(desk) === 0);
    await holds(neighbour, ids);
    await holds(centre, ids);

    await server.restore();
    expect(await server.store().countEvents()).toBe(0);
    ids.push(await accept(desk));
    await until(() => desk.services.sync.status.get().problem?.code === 'wire/device-unknown');
    await enrol(desk, communeId);
    await until(() => pending(desk) === 0 && desk.services.sync.status.get().problem === undefined);

    const { device, bookNumber } = must(desk.log.state.get().identity, 'an identity');
    expect({ device, bookNumber }).toEqual({ device: before.device, bookNumber: before.bookNumber });
    const stored = await server.deviceLog(before.device);
    expect(stored.map((event) => [event.seq, event.dossier])).toEqual(ids.map((id, i) => [i + 1, id]));
    expect(await server.store().refusedOfDevice(before.device)).toEqual([]);
    expect(await desk.log.verify()).toBeUndefined();
    // The range it has used since the backup is its own again.
    const held = await server.store().write((tx) => tx.lockAgencyLeases(offices.commune.agencyId));
    const serials = stored.map((event) => Number(String(event.data['code']).slice(-4)));
    for (const serial of serials)
      expect(held.filter((lease) => lease.from <= serial && serial <= lease.to).map((lease) => lease.device)).toEqual([device]);

    for (const other of [neighbour, centre]) {
      await holds(other, ids);
      expect(other.log.index.size()).toBe(4);
      for (const id of ids) expect((await other.services.dossiers.open(id))?.timeline.map((entry) => entry.event.device)).toEqual([device]);
    }
    expect(desk.log.index.size()).toBe(4);
    // Numbers go on where they were, with no code twice.
    const next = await accept(desk);
    await until(() => pending(desk) === 0);
    expect(await server.store().refusedOfDevice(before.device)).toEqual([]);
    expect(serials).not.toContain(Number(String(desk.log.index.get(next)?.code).slice(-4)));
  });

  it('[S34] what a revoked device wrote before it heard of it is taken from its successor, with the codes already on paper', async () => {
    const desk = await newDesk(communeId, 'lan');
    const old = deviceOf(desk);
    const sent = await accept(desk);
    await until(() => pending(desk) === 0);
    // As the administrator's act does it: the device is out and its ranges are retired today.
    await server.store().write(async (tx) => {
      const device = must(await tx.lockDevice(must(desk.log.state.get().identity, 'an identity').device), 'enrolled');
      await tx.putDevice({ ...device, revokedAt: Date.now() });
      await tx.retireLeases(device.id, instantToPlainDate(Date.now()));
    });
    const unsent = await accept(desk);
    const code = desk.log.index.get(unsent)?.code;
    await until(() => desk.services.device.fault.get()?.code === 'device/revoked');
    await enrol(desk, communeId);
    await until(() => pending(desk) === 0 && desk.services.sync.status.get().problem === undefined);
    const next = must(desk.log.state.get().identity, 'an identity').device;
    expect(next).not.toBe(old);
    expect(await server.store().refusedOfDevice(next)).toEqual([]);
    expect((await server.deviceLog(next)).map((event) => [event.dossier, event.data['code']])).toEqual([[unsent, code]]);
    expect(desk.services.sync.refused.get()).toEqual([]);
    expect(desk.log.index.get(sent)).toBeDefined();
  });

  it('[S33] a device the server knows gets a new name, and so does one that moved to another office', async () => {
    await server.backUp();
    const desk = await newDesk(communeId, 'lan');
    const first = deviceOf(desk);
    await enrol(desk, communeId);
    const second = deviceOf(desk);
    expect(second).not.toBe(first);
    await server.restore();
    await enrol(desk, offices.otherCommune.id);
    expect(deviceOf(desk)).not.toBe(second);
    // Book numbers stay apart, whatever was taken back.
    const books = (await server.store().listDevices()).map((device) => `${device.office}/${device.bookNumber}`);
    expect(new Set(books).size).toBe(books.length);
  });

  it('[S35] what others did on a dossier waits, shared with nobody, until the commune has brought back what made it visible to them', async () => {
    const line = { up: true };
    const desk = await newDesk(communeId, 'lan', line);
    const centre = await newDesk(centreId, 'hung');
    const id = await accept(desk, procedures.interconnected);
    await until(() => pending(desk) === 0);
    await server.backUp();
    await act(desk, id, 'forwardUp', {});
    await until(() => pending(desk) === 0);
    await holds(centre, [id]);
    await until(() => centre.log.index.get(id)?.status === 'AT_DISTRICT');
    await act(centre, id, 'acknowledgeUp', {});
    await act(centre, id, 'processUp', { to: { kind: 'AGENCY', name: 'Phòng Tư pháp' } });
    await until(() => pending(centre) === 0);
    await synced(desk);
    const types = ['DossierAccepted', 'DossierForwardedUp', 'UpTransferAcknowledged', 'UpTransferProcessing'];
    expect(await timeline(desk, id)).toEqual(types);

    line.up = false;
    await server.restore();
    await synced(centre);
    expect(await server.store().refusedOfDevice(deviceOf(centre))).toEqual([]);
    expect(centre.services.sync.refused.get()).toEqual([]);
    expect(await timeline(centre, id)).toEqual(types);
    // The server has them, but its view of the dossier and the feeds do not: for all it knows the commune still has the file.
    expect(await server.deviceLog(deviceOf(centre))).toHaveLength(2);
    expect((await readStoredDossier(server.store(), id)).state?.status).toBe('ACCEPTED');
    const neighbour = await newDesk(communeId, 'lan');
    await holds(neighbour, [id]);
    expect(await timeline(neighbour, id)).toEqual(['DossierAccepted']);

    line.up = true;
    await synced(desk);
    for (const one of [desk, centre, neighbour]) {
      await synced(one);
      expect(await timeline(one, id)).toEqual(types);
    }
    expect((await readStoredDossier(server.store(), id)).state).toMatchObject({ status: 'AT_DISTRICT', step: 'PROCESSING_UP' });
  });

  it('[S36] what a server refused is no longer refused where one restored from before that takes it', async () => {
    const line = { up: true };
    const desk = await newDesk(communeId, 'lan', line);
    const neighbour = await newDesk(communeId, 'lan');
    await server.backUp();
    line.up = false;
    const id = await accept(desk);
    const code = desk.log.index.get(id)?.code;
    await server.store().write((tx) => putDocuments(tx, { staff: [] }, { at: Date.now() }));
    line.up = true;
    await synced(desk);
    // Nobody is on the roster any more, which signed the officer out.
    await desk.openRows();
    expect(desk.services.sync.refused.get()).toMatchObject([{ code: 'event/actor-unknown' }]);
    expect(desk.log.index.get(id)).toBeUndefined();

    await server.restore();
    await synced(desk);
    // The roster is back; officers sign in again, each when the device has noticed that he was signed out.
    const codeAt = async (one: typeof desk) => {
      await one.openRows();
      return one.log.index.get(id)?.code;
    };
    await expect.poll(() => codeAt(desk)).toBe(code);
    expect(desk.services.sync.refused.get()).toEqual([]);
    await synced(neighbour);
    await expect.poll(() => codeAt(neighbour)).toBe(code);
  });
});

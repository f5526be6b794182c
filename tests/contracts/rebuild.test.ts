/** A server whose build understands more than the one before: what it makes anew, who waits meanwhile, and what a kill or a second process may do in the middle. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { type DossierId, eventKey } from '@onestop/shared/kernel/ids.ts';
import { createPostgresStore } from '@onestop/sync-server/db/postgres-store.ts';
import { createSqliteStore } from '@onestop/sync-server/db/sqlite-store.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { createBuild } from '@onestop/sync-server/log/build.ts';
import { rebuildProjections } from '@onestop/sync-server/log/rebuild.ts';
import { centreId, communeId } from '../support/builders.ts';
import { startPostgres } from '../support/postgres.ts';
import { readStoredDossier } from '../support/stored-dossier.ts';
import { accept, acceptance, now, write } from '../support/test-acts.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motcua-rebuild-'));
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const oldBuild = createBuild(new Set(['DossierForwardedUp']));
const newBuild = createBuild();
let files = 0;

async function makeOpen(name: string): Promise<() => Promise<Store>> {
  if (name === 'SQLite') {
    const file = join(folder, `${files++}.db`);
    return () => createSqliteStore(file);
  }
  const url = await must(postgres, 'a server').createDatabase();
  return () => createPostgresStore({ url });
}

describe.each(['SQLite', ...(postgres === undefined ? [] : ['PostgreSQL'])])('rebuilding on %s', (name) => {
  let open: () => Promise<Store>;
  let server: TestServer;
  beforeEach(async () => {
    open = await makeOpen(name);
    server = await createTestServer({ store: await open(), now, build: oldBuild });
  });
  afterEach(() => server.close());

  async function upgrade(): Promise<void> {
    await server.close();
    server = await createTestServer({ store: await open(), now, build: newBuild });
  }

  const rebuild = (store = server.store): Promise<number> =>
    rebuildProjections({ ...server.deps, store, build: newBuild }, () => undefined);

  const feedOf = async (office: typeof centreId): Promise<readonly string[]> => {
    const { runs } = await server.store.readFeed({ office, position: 0, check: 0 }, 100_000);
    return (await server.store.readRuns(runs)).flat().map(eventKey);
  };

  it('[B17] what a new build understands is shared with those who should see it, once; devices wait meanwhile', async () => {
    const desk = await server.newDevice(communeId);
    await desk.settle();
    accept(desk, 'd00000000001');
    accept(desk, 'd00000000002');
    write(desk, 'd00000000001', 'DossierForwardedUp', [{ device: desk.id, seq: 1 }]);
    write(desk, 'd00000000002', 'DossierForwardedUp', [{ device: desk.id, seq: 2 }]);
    Object.assign(must(desk.log.at(-1), 'the event'), { data: { toOffice: 7 } });
    await desk.settle();
    expect((await server.store.refusedOfDevice(desk.id)).map((each) => [each.seq, each.kind])).toEqual([
      [3, 'QUARANTINED'],
      [4, 'QUARANTINED'],
    ]);
    expect((await readStoredDossier(server.store, 'd00000000001')).offices).toEqual([communeId]);

    await upgrade();
    Object.assign(desk, { fetch: server.fetch });
    expect((await server.fetch('/api/ready')).status).toBe(503);
    const busy = await desk.send(desk.request());
    expect([busy.status, busy.error]).toEqual([503, 'wire/busy']);
    expect(await rebuild()).toBe(2);
    expect((await server.fetch('/api/ready')).status).toBe(200);
    expect((await readStoredDossier(server.store, 'd00000000001')).offices).toEqual([communeId, centreId]);
    // What is wrong is known only now.
    expect((await server.store.refusedOfDevice(desk.id)).map((each) => [each.seq, each.kind, each.code])).toEqual([
      [4, 'REFUSED', 'event/malformed'],
    ]);
    const centre = await server.newDevice(centreId);
    await centre.settle();
    expect(await feedOf(centreId)).toEqual([1, 3].map((seq) => eventKey({ device: desk.id, seq })));
    write(desk, 'd00000000001', 'ContactCorrected', [{ device: desk.id, seq: 3 }]);
    await desk.settle();
    await centre.settle();
    expect(await feedOf(centreId)).toHaveLength(3);

    expect(await rebuild()).toBe(0);
    expect(await rebuildProjections({ ...server.deps, build: newBuild }, () => undefined, { again: true })).toBe(2);
    expect([await feedOf(centreId), await feedOf(communeId)].map((keys) => [keys.length, new Set(keys).size])).toEqual([
      [3, 3],
      [4, 4],
    ]);
  });

  it('[B23] what a new build understands is judged as if it arrived: strangers, numbers of others and codes that are taken are refused', async () => {
    await server.close();
    server = await createTestServer({ store: await (await makeOpen(name))(), now, build: createBuild(new Set(['DossierAccepted'])) });
    const [desk, other] = [await server.newDevice(communeId), await server.newDevice(communeId)];
    await desk.settle();
    await other.settle();
    accept(desk, 'd00000000001');
    const code = String(must(desk.log[0], 'the acceptance').data['code']);
    // The same number under another dossier, a number of another device, and one that is right.
    desk.write(acceptance('d00000000002', code));
    other.write(acceptance('d00000000003', code));
    accept(other, 'd00000000004');
    await desk.settle();
    await other.settle();
    const refusedOf = async (device: typeof desk) =>
      (await server.store.refusedOfDevice(device.id)).map((each) => [each.seq, each.kind, each.code]);
    expect([...(await refusedOf(desk)), ...(await refusedOf(other))].map(([, kind]) => kind)).toEqual(Array(4).fill('QUARANTINED'));
    expect(await rebuild()).toBe(4);
    expect(await refusedOf(desk)).toEqual([[2, 'REFUSED', 'numbers/duplicate-code']]);
    expect(await refusedOf(other)).toEqual([[1, 'REFUSED', 'numbers/not-leased']]);
    const states = await Promise.all(['d00000000001', 'd00000000002', 'd00000000004'].map((id) => readStoredDossier(server.store, id)));
    expect(states.map(({ offices }) => offices)).toEqual([[communeId], undefined, [communeId]]);
  });

  it('[S61] an old build does not refuse what was done in sight of something that it cannot read', async () => {
    await server.close();
    server = await createTestServer({ store: await (await makeOpen(name))(), now, build: createBuild(new Set(['UpTransferSentBack'])) });
    const [desk, centre] = [await server.newDevice(communeId), await server.newDevice(centreId)];
    await desk.settle();
    const up = write(desk, 'd00000000001', 'DossierForwardedUp', [accept(desk, 'd00000000001')]);
    await desk.settle();
    const back = write(centre, 'd00000000001', 'UpTransferSentBack', [up]);
    await centre.settle();
    write(desk, 'd00000000001', 'SignatureRequested', [back]);
    await desk.settle();
    expect(await server.store.refusedOfDevice(desk.id)).toEqual([]);
  });

  it('[B18] a rebuild that was killed in the middle goes on where it was, also by two processes at once', async () => {
    const desk = await server.newDevice(communeId);
    await desk.settle();
    const ids = Array.from({ length: 450 }, (_, i) => `d${String(i).padStart(11, '0')}`);
    for (const id of ids) desk.write(acceptance(id, `unused-${id}`));
    await server.store.write(async (tx) => {
      await tx.appendEvents(desk.log, { refused: [], held: new Set() }, now);
      await tx.appendFeed(communeId, desk.id, 1, desk.log.length, 7);
    });
    await upgrade();
    const killed = new AbortController();
    const done = await rebuildProjections({ ...server.deps, build: newBuild }, () => killed.abort(), { signal: killed.signal });
    expect(done).toBe(200);
    expect((await server.fetch('/api/ready')).status).toBe(503);
    const second = name === 'SQLite' ? server.store : await open();
    const both = await Promise.all([rebuild(), rebuild(second)]);
    if (second !== server.store) await second.close();
    expect(both[0] + both[1]).toBe(250);
    expect((await server.fetch('/api/ready')).status).toBe(200);
    const seen = await server.store.write((tx) => tx.dossierOffices(ids as unknown as DossierId[]));
    expect(seen.size).toBe(450);
    expect(await feedOf(communeId)).toHaveLength(450);
  });
});

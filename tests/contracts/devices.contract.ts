/** What the centre knows of its devices, through HTTP messages and whatever the database: freshness of the offices. Run on SQLite and on PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { officeAge } from '@onestop/shared/judgement/freshness.ts';
import type { Freshness } from '@onestop/shared/protocol/messages.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { centreId, communeId, reference } from '../support/builders.ts';
import { now } from '../support/test-acts.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

export function describeDevices(name: string, openStore: () => Promise<Store | undefined>, isAvailable = true): void {
  describe.runIf(isAvailable)(`devices on ${name}`, () => {
    let server: TestServer;
    beforeEach(async () => {
      server = await createTestServer({ store: await openStore(), now });
    });
    afterEach(() => server.close());

    it('[M16] an office is as fresh as its slowest device that counts; of a revoked one nothing is awaited any more', async () => {
      const centre = await server.newDevice(centreId);
      const told = async (): Promise<Freshness | undefined> => (await centre.settle()).freshness?.find((each) => each.office === communeId);
      const ageOf = (fresh: Freshness | undefined): string => officeAge(fresh, server.deps.clock.now(), reference.settings);
      expect([await told(), ageOf(await told())]).toEqual([{ office: communeId, devices: 0, pendingEvents: 0 }, 'NO_DEVICE']);
      const [a, b] = [await server.newDevice(communeId), await server.newDevice(communeId)];
      await a.settle();
      // One was never heard: what it holds nobody knows.
      expect((await told())?.slowest).toEqual({ name: 'Máy' });
      expect(ageOf(await told())).toBe('STALE');
      await b.settle();
      expect(ageOf(await told())).toBe('FRESH');
      const heardA = server.deps.clock.now();
      server.advance((reference.settings.staleAfterMinutes + 1) * 60_000);
      await b.settle();
      expect(await told()).toMatchObject({ devices: 2, slowest: { lastExchangeAt: heardA } });
      expect(ageOf(await told())).toBe('STALE');
      await server.store.write(async (tx) => {
        const lost = must(await tx.lockDevice(a.id), 'the silent one');
        await tx.putDevice({ ...lost, revokedAt: server.deps.clock.now() });
      });
      expect(await told()).toMatchObject({ devices: 1 });
      expect(ageOf(await told())).toBe('FRESH');
    });
  });
}

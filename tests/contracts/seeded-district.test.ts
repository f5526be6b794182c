/** The seeded district through the real exchange: what `npm run seed` sends is what the server takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { createSqliteStore } from '@onestop/sync-server/db/sqlite-store.ts';
import { demoCentreId, demoWalkThroughId } from '@onestop/sync-server/demo/offices.ts';
import { demoReference } from '@onestop/sync-server/demo/reference.ts';
import { leaseFromLongAgo, longAgo } from '../bench/server-data.ts';
import { deliverDistrict, seededDistrict } from '../support/seeded-district.ts';
import type { TestDevice } from '../support/test-device.ts';
import { createTestServer } from '../support/test-server.ts';

const now = civilToInstant('2026-11-26' as PlainDate, 16 * 60);

test('[O123] the server takes every event of the seeded district, and the centre has those of what came up to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-seeded-'));
  const reference = demoReference();
  const server = await createTestServer({ reference, now, store: await createSqliteStore(join(folder, 'motcua.db')) });
  try {
    const devices: TestDevice[] = [];
    for (const office of [demoCentreId, demoWalkThroughId, '09535' as OfficeId]) devices.push(await server.newDevice(office));
    for (const device of devices) await device.settle();
    await leaseFromLongAgo(folder);
    // The server's own: no code is drawn for a day before its range was given.
    const desks = await Promise.all(
      devices.map(async ({ id, office, bookNumber }) => ({
        device: id,
        office,
        bookNumber,
        leases: await server.store.write((tx) => tx.leasesOfDevice(id)),
      })),
    );
    expect(desks.flatMap(({ leases }) => leases).filter(({ validFrom }) => validFrom !== longAgo)).toEqual([]);
    const centreADay = [4, 6] as const;
    const events = seededDistrict({ seed: 3, now, days: 40, reference, desks, centreADay });
    await deliverDistrict(events, devices);
    expect(devices.map((one) => one.ackedSeq)).toEqual(devices.map((one) => events.filter((event) => event.device === one.id).length));
    for (const { id } of devices) expect(await server.store.refusedOfDevice(id)).toEqual([]);
    const reader = await server.newDevice(demoCentreId);
    await reader.settle();
    const shown = new Set([...reader.pulled.values()].map((one) => `${one.device} ${one.seq}`));
    const upward = new Set(events.filter((one) => one.type === 'DossierForwardedUp').map((one) => one.dossier));
    const expected = events.filter((one) => one.office === demoCentreId || upward.has(one.dossier));
    expect(upward.size).toBeGreaterThan(2);
    expect(expected.filter((one) => !shown.has(`${one.device} ${one.seq}`))).toEqual([]);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * `npm run seed [days]`: fills the demo district of DATA_DIR with the work of the last days (90), for trying lists, searches and the centre's figures: 85–100
 * dossiers a working day at the centre and four to eight in each commune, most of them returned in time. They come as from real devices: enrolled, done by the real
 * commands, sent through the real exchange. A day gives the same district whenever it is asked for. Stop the server first.
 */
import { issueEnrolCode } from '@onestop/sync-server/auth/enrolment.ts';
import { systemRandom } from '@onestop/sync-server/auth/secrets.ts';
import { systemClock } from '@onestop/sync-server/compose.ts';
import { parseConfig } from '@onestop/sync-server/config.ts';
import { openStore } from '@onestop/sync-server/db/open-store.ts';
import { createReferenceCache } from '@onestop/sync-server/log/reference-cache.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { leaseFromLongAgo, longAgo } from '../bench/server-data.ts';
import { deliverDistrict, seededDistrict } from '../support/seeded-district.ts';
import { createServerProcess } from '../support/server-process.ts';
import { type TestDevice, enrol } from '../support/test-device.ts';

const days = Number(process.argv[2] ?? 90);
const config = parseConfig(process.env);
if (!config.ok || !config.value.demo || config.value.databaseUrl !== undefined || !(days >= 1)) {
  const problems = config.ok
    ? ['npm run seed [days]: only for the demo district on SQLite, never with NODE_ENV=production, DEMO=off or DATABASE_URL']
    : config.error;
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}

const server = await createServerProcess({ DATA_DIR: config.value.dataDir });
await server.start();
try {
  const store = await openStore(config.value, () => undefined);
  const { offices, data } = await createReferenceCache(store).read();
  const devices: TestDevice[] = [];
  for (const office of offices.filter((one) => one.syncs)) {
    const { code } = await issueEnrolCode({ store, clock: systemClock, random: systemRandom }, { office: office.id, deviceName: 'seed' });
    const device = await enrol((path, init) => fetch(server.origin + path, init), code);
    await device.settle();
    devices.push(device);
  }
  await store.close();
  await leaseFromLongAgo(config.value.dataDir);
  // A device has only the roster it needs.
  const reference = must(data, 'the reference data');
  const desks = devices.map(({ id, office, bookNumber, leases = [] }) => ({
    device: id,
    office,
    bookNumber,
    leases: leases.map((lease) => ({ ...lease, validFrom: longAgo })),
  }));
  const events = seededDistrict({ seed: 1, now: Date.now(), days, reference, desks });
  await deliverDistrict(events, devices);
  process.stdout.write(`${new Set(events.map((one) => one.dossier)).size} dossiers, ${events.length} events\n`);
} finally {
  await server.stop();
}

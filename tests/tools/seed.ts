/**
 * `npm run seed [dossiers per commune]`: fills the demo district of DATA_DIR with dossiers of the last sixty days, for trying lists, searches and the centre's
 * figures. They come as from a real device: enrolled, taken in by the real command, sent through the real exchange. Stop the server first.
 */
import { issueEnrolCode } from '@onestop/sync-server/auth/enrolment.ts';
import { systemRandom } from '@onestop/sync-server/auth/secrets.ts';
import { systemClock } from '@onestop/sync-server/compose.ts';
import { parseConfig } from '@onestop/sync-server/config.ts';
import { openStore } from '@onestop/sync-server/db/open-store.ts';
import { createReferenceCache } from '@onestop/sync-server/log/reference-cache.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { assembleReference } from '@onestop/shared/reference/parts.ts';
import { leaseFromLongAgo } from '../bench/server-data.ts';
import { benchEvents } from '../bench/workload.ts';
import { createServerProcess } from '../support/server-process.ts';
import { enrol } from '../support/test-device.ts';

const perCommune = Number(process.argv[2] ?? 300);
const config = parseConfig(process.env);
if (!config.ok || !config.value.demo || config.value.databaseUrl !== undefined || !(perCommune >= 1)) {
  const problems = config.ok
    ? ['npm run seed [number]: only for the demo district on SQLite, never with NODE_ENV=production, DEMO=off or DATABASE_URL']
    : config.error;
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}

const server = await createServerProcess({ DATA_DIR: config.value.dataDir });
await server.start();
try {
  const store = await openStore(config.value, () => undefined);
  const { offices } = await createReferenceCache(store).read();
  for (const [index, office] of offices.filter((one) => one.syncs && one.kind === 'COMMUNE').entries()) {
    const { code } = await issueEnrolCode({ store, clock: systemClock, random: systemRandom }, { office: office.id, deviceName: 'seed' });
    const device = await enrol((path, init) => fetch(server.origin + path, init), code);
    await device.settle();
    const reference = must(assembleReference(device.parts), 'the reference data');
    await leaseFromLongAgo(config.value.dataDir);
    const seed = Date.now() + index;
    for (const event of benchEvents(perCommune, seed, {
      office: device.office,
      bookNumber: device.bookNumber,
      leases: device.leases ?? [],
      reference,
      now: Date.now(),
    })) {
      device.write({ ...event, after: [], clockOffsetMs: 0 });
    }
    await device.settle();
    process.stdout.write(`${office.name}: ${perCommune}\n`);
  }
  await store.close();
} finally {
  await server.stop();
}

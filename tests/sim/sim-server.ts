/**
 * The district's server in the simulation: the real application on a real SQLite file, which can be killed at any moment, started again, backed up and
 * restored from an older copy, as a technician would after a broken disk.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createClient } from '@libsql/client';
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Clock, Random } from '@onestop/shared/ports.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { createApp } from '@onestop/sync-server/app.ts';
import { issueEnrolCode } from '@onestop/sync-server/auth/enrolment.ts';
import { composeDeps } from '@onestop/sync-server/compose.ts';
import { createSqliteStore } from '@onestop/sync-server/db/sqlite-store.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { type Build, createBuild } from '@onestop/sync-server/log/build.ts';
import { rebuildProjections } from '@onestop/sync-server/log/rebuild.ts';
import { putDocuments } from '@onestop/sync-server/log/reference-admin.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';

export interface SimServer {
  readonly request: () => ((request: Request) => Promise<Response>) | undefined;
  readonly issueCode: (office: OfficeId, deviceName: string) => Promise<string>;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly backUp: () => Promise<void>;
  /** Where every device of today was known already when the backup was made: a later one would have to enrol again. */
  readonly canRestore: () => Promise<boolean>;
  readonly restore: () => Promise<void>;
  readonly isOld: () => boolean;
  /** The newer build is installed and makes the projections anew; answers how many dossiers got a new view. */
  readonly upgrade: () => Promise<number>;
  readonly isUp: () => boolean;
  readonly store: () => Store;
  readonly deviceLog: (device: DeviceId) => Promise<readonly EventEnvelope[]>;
  readonly dispose: () => Promise<void>;
}

export async function createSimServer(
  clock: Clock,
  random: Random,
  reference: ReferenceData,
  unknownTypes: ReadonlySet<string> = new Set(),
): Promise<SimServer> {
  // Memory-backed where there is such a place: the simulation proves logic, the kill tests prove the disk.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'motcua-sim-'));
  const file = join(folder, 'district.db');
  const backup = join(folder, 'yesterday.db');
  let store: Store | undefined;
  let handle: ((request: Request) => Promise<Response>) | undefined;
  const underWay = new Set<Promise<unknown>>();
  let generation = 0;
  let build: Build = createBuild(unknownTypes);
  let inBackup: ReadonlySet<DeviceId> = new Set();

  /** Answers how many dossiers got a new view: none, but where the database was another build's. */
  async function start(): Promise<number> {
    if (store !== undefined) return 0;
    store = await createSqliteStore(file);
    const deps = await composeDeps({ store, log: pino({ level: 'silent' }), clock, random, build });
    const app = createApp({ ...deps, stopping: new AbortController().signal });
    const mine = ++generation;
    handle = async (request) => {
      const answer = Promise.resolve(app.request(request));
      underWay.add(answer);
      try {
        const response = await answer;
        // The process died while it worked: whatever it would have said is lost; what it committed stays.
        if (mine !== generation) throw new TypeError('Failed to fetch (server killed)');
        return response;
      } finally {
        underWay.delete(answer);
      }
    };
    return rebuildProjections(deps, () => undefined);
  }

  async function kill(): Promise<void> {
    if (store === undefined) return;
    generation += 1;
    handle = undefined;
    await Promise.allSettled(underWay);
    await store.close();
    store = undefined;
  }

  await start();
  await must(store).write((tx) => putDocuments(tx, reference, { at: clock.now() }));
  return {
    request: () => handle,
    issueCode: async (office, deviceName) =>
      (await issueEnrolCode({ store: must(store), clock, random }, { office, deviceName, validMs: 400 * 86_400_000 })).code,
    kill,
    start: async () => void (await start()),
    isUp: () => store !== undefined,
    backUp: async () => {
      rmSync(backup, { force: true });
      const client = createClient({ url: `file:${file}` });
      await client.execute(`VACUUM INTO '${backup}'`);
      client.close();
      inBackup = new Set((await must(store).listDevices()).map(({ id }) => id));
    },
    canRestore: async () => existsSync(backup) && (await must(store).listDevices()).every(({ id }) => inBackup.has(id)),
    restore: async () => {
      await kill();
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      copyFileSync(backup, file);
      await start();
    },
    isOld: () => build.readOptions.knownTypes !== undefined,
    upgrade: async () => {
      await kill();
      build = createBuild();
      return start();
    },
    store: () => must(store),
    deviceLog: (device) => must(store).readDeviceLog(device, 1, 1_000_000),
    dispose: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the simulated server is down');
  return value;
}

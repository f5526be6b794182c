/** The real app in process on a fresh SQLite file (or a given store) with the small district of the specs: `fetch` goes straight into it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { createApp } from '@onestop/sync-server/app.ts';
import { issueEnrolCode } from '@onestop/sync-server/auth/enrolment.ts';
import { makeVerifier } from '@onestop/sync-server/auth/passwords.ts';
import { systemRandom } from '@onestop/sync-server/auth/secrets.ts';
import { composeDeps, createLog } from '@onestop/sync-server/compose.ts';
import { createSqliteStore } from '@onestop/sync-server/db/sqlite-store.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import type { AppDeps } from '@onestop/sync-server/deps.ts';
import type { Build } from '@onestop/sync-server/log/build.ts';
import { putDocuments } from '@onestop/sync-server/log/reference-admin.ts';
import { reference } from './builders.ts';
import { type Fetch, type TestDevice, enrol } from './test-device.ts';

export interface TestServer {
  readonly deps: Omit<AppDeps, 'stopping'>;
  readonly store: Store;
  readonly fetch: Fetch;
  /** Lines of the server's log, as objects. */
  readonly lines: readonly Record<string, unknown>[];
  /** Moves the server's clock. */
  readonly advance: (ms: number) => void;
  readonly issueCode: (office: OfficeId, validMs?: number) => Promise<string>;
  readonly newDevice: (office: OfficeId) => Promise<TestDevice>;
  readonly close: () => Promise<void>;
}

export interface TestServerOptions {
  readonly store?: Store | undefined;
  readonly now?: number | undefined;
  readonly clientFolder?: string | undefined;
  /** An old build of the server. */
  readonly build?: Build | undefined;
  /** undefined: the small district with the secret "2580" for everybody; null: an empty database. */
  readonly reference?: ReferenceData | null | undefined;
}

export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
  const store = options.store ?? (await createSqliteStore(join(folder, 'motcua.db')));
  let now = options.now ?? Date.now();
  const lines: Record<string, unknown>[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const deps = await composeDeps({ store, log, clock: { now: () => now }, clientFolder: options.clientFolder, build: options.build });
  if (options.reference !== null && (await store.referenceCursor()) === undefined) {
    const data = options.reference ?? reference;
    const verifier = await makeVerifier('2580', systemRandom);
    const staff = data.staff.map((each) => ({ ...each, verifier }));
    await store.write((tx) => putDocuments(tx, { ...data, staff }, { at: now }));
  }
  const stopping = new AbortController();
  const app = createApp({ ...deps, stopping: stopping.signal });
  const fetch: Fetch = async (path, init) => app.request(path, init);
  const issueCode = async (office: OfficeId, validMs?: number): Promise<string> =>
    (await issueEnrolCode(deps, { office, deviceName: 'Máy', validMs })).code;
  return {
    deps,
    store,
    fetch,
    lines,
    advance: (ms) => {
      now += ms;
    },
    issueCode,
    newDevice: async (office) => enrol(fetch, await issueCode(office)),
    close: async () => {
      stopping.abort();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

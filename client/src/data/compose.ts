/**
 * Composition of the client's data layer: opens the database, loads what screens read, starts synchronisation, and gives screens one object. Made once
 * in `main.tsx` with the browser's platform; tests, the simulation and the bench make as many as they like with platforms of their own.
 */
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { type CommandName, decideCommand } from '@onestop/shared/dossier/commands/index.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import type { SyncOptions } from '@onestop/shared/sync/options.ts';
import { createBuildRegistry } from './db/build-registry.ts';
import { openDatabase, databaseName } from './db/database.ts';
import { type Codec, createPlainCodec } from './db/records/codec.ts';
import type { Database } from './db/database.ts';
import { createDrafts } from './db/drafts.ts';
import { createEventLog, type EventLog } from './db/event-log.ts';
import { createMutableLive } from './db/live.ts';
import { createQueueRules } from './db/index/queue-rules.ts';
import { createReference } from './db/reference.ts';
import { storageFaultOf } from './db/storage-fault.ts';
import { createSentinel } from './db/sentinel.ts';
import type { Platform } from '../ports/platform.ts';
import { createSession } from './session/create-session.ts';
import { createLockouts } from './session/lockout.ts';
import { createOnlineClient } from './engine/admin-client.ts';
import { createDriver, type SyncDriver, type SyncMessage } from './engine/driver.ts';
import type { DeviceTrouble } from './engine/exchange-turn.ts';
import type { DeviceFacts } from './engine/turn.ts';
import { createTransport, type DeviceTransport } from './engine/transport.ts';
import { createDevice, type DeviceFault } from './device/create-device.ts';
import type { Dossiers, PerformRequest } from '../contract/dossiers.ts';
import type { StorageFault } from '../contract/faults.ts';
import type { Services } from '../contract/services.ts';
import type { Sync } from '../contract/sync-status.ts';

/** Everything of one tab; screens get `services` only. */
export interface Client {
  readonly services: Services;
  readonly db: Database;
  readonly log: EventLog;
  /** What a sign-in opens, for a desk that is driven without a session. */
  readonly openRows: () => Promise<void>;
  readonly driver: SyncDriver;
  readonly transport: DeviceTransport;
  /** Ends timers, locks, channels and the database connection of this tab. */
  readonly close: () => void;
}

export interface ClientOptions {
  /** false: nothing is exchanged by itself; the caller drives `exchangeOnce` (bench). */
  readonly startSync?: boolean | undefined;
  readonly syncOptions?: SyncOptions | undefined;
  /** How records with personal data are stored. */
  readonly codec?: Codec | undefined;
  /** Event types that do not exist for this client: plays an old build in tests. */
  readonly unknownTypes?: ReadonlySet<string> | undefined;
}

type TabMessage = SyncMessage | { readonly kind: 'rev'; readonly rev: number } | { readonly kind: 'drafts' };

const blockedWaitMs = 4_000;

export async function createClient(platform: Platform, options: ClientOptions = {}): Promise<Result<Client, StorageFault>> {
  const fault = createMutableLive<DeviceFault>(undefined);
  const opened = await openDatabase({
    name: databaseName + platform.name,
    indexedDB: platform.indexedDB,
    IDBKeyRange: platform.IDBKeyRange,
    codec: options.codec ?? createPlainCodec(),
    onVersionChange: () => fault.set({ code: 'storage/newer-version' }),
    onClosed: () => fault.set({ code: 'storage/unavailable', detail: 'closed by the browser' }),
    blockedWait: () => new Promise((resolve) => void platform.timers.set(resolve, blockedWaitMs)),
  });
  if (!opened.ok) return opened;
  const db = opened.value;
  const channel = platform.openChannel(`motcua${platform.name}`);
  const post = (message: TabMessage): void => channel.post(message);
  const sentinel = createSentinel(platform.localStorage, platform.caches, platform.name);
  const reference = createReference(db);
  const log = createEventLog({
    db,
    clock: platform.clock,
    random: platform.random,
    rules: createQueueRules(() => {
      const data = reference.live.get();
      return data === undefined ? undefined : { calendar: data.calendar, dueSoonWorkingDays: data.settings.dueSoonWorkingDays };
    }),
    foldWord: foldVietnamese,
    build: createBuildRegistry(options.unknownTypes),
    announce: (rev) => post({ kind: 'rev', rev }),
    mark: ({ identity, head }) => identity !== undefined && sentinel.write({ device: identity.device, seq: head?.seq ?? 0 }),
  });
  const drafts = createDrafts(db, () => post({ kind: 'drafts' }));
  for (const load of [log.load, reference.load]) {
    const loaded = await load();
    if (!loaded.ok) {
      db.close();
      return loaded;
    }
  }
  await inspect(log, sentinel, fault);

  const online = createOnlineClient(platform, () => log.state.get().identity?.token);
  const transport = createTransport({
    fetch: platform.fetch,
    baseUrl: platform.baseUrl,
    timers: platform.timers,
    token: () => log.state.get().identity?.token,
    sign: async (bytes) => platform.keys.sign(must(await log.readKeys(), 'an enrolled device has keys').own, bytes),
  });
  const device = createDevice({ platform, log, reference: reference.live, online, fault, onEnrolled: () => driver.syncNow() });
  const session = createSession({
    reference: reference.live,
    office: () => log.state.get().identity?.office,
    lockouts: createLockouts(db),
    verifySecret: platform.verifySecret,
    now: log.now,
    timers: platform.timers,
    signals: platform.signals,
    sessionStorage: platform.sessionStorage,
    onSecret: (login, secret) => void openAdminSession(login, secret),
    onOpening: openRows,
    onSignedOut: () => {
      online.closeSession();
      drafts.close();
      void log.closeRows().catch(onBackgroundError);
    },
  });
  const office = createMutableLive<Office | undefined>(undefined);
  const refused = createMutableLive<ReturnType<Sync['refused']['get']>>([]);
  let facts: DeviceFacts = {};
  const driver = createDriver({
    platform,
    log,
    transport,
    post,
    facts: () => facts,
    onTrouble,
    // Tidying in the middle of a long pull or push would be done again after it.
    onExchanged: (turn) => !turn.more && turn.applied.pending === 0 && scheduleTidy(),
    options: options.syncOptions,
  });

  /** The second stage of opening: what only a signed-in officer sees. */
  async function openRows(): Promise<void> {
    for (const load of [log.openRows, drafts.load]) {
      const loaded = await load();
      if (!loaded.ok) fault.set(loaded.error);
    }
  }

  /** What an exchange found wrong with this device is told until an exchange finds it right. */
  let trouble: DeviceTrouble | undefined;
  function onTrouble(found: DeviceTrouble | undefined): void {
    if (found !== undefined) fault.set(found);
    else if (trouble !== undefined && fault.get() === trouble) fault.set(undefined);
    trouble = found;
  }

  /** Only administrators need a session on the server; it is opened while the secret is at hand, and not being reachable is no error. */
  async function openAdminSession(login: string, secret: string): Promise<void> {
    const roles = session.current.get()?.staff.roles ?? [];
    if (roles.some((role) => role === 'commune_admin' || role === 'district_admin')) await online.openSession(login, secret);
  }

  function refreshAll(): void {
    const { referenceVersions, identity } = log.state.get();
    void reference.refresh(referenceVersions).catch(onBackgroundError);
    const own = reference.live.get()?.offices.find((one) => one.id === identity?.office);
    office.set(own);
    device.refresh();
    session.refresh();
    driver.onLogChanged();
  }

  function showRefused(): void {
    refused.set([...log.refused.get().values()]);
  }

  let closed = false;
  /** Work behind the screens: a closing tab has no database any more, a failing one says so. */
  function onBackgroundError(error: unknown): void {
    const found = storageFaultOf(error);
    if (found === undefined) throw error;
    if (!closed) fault.set(found);
  }

  let tidying = false;
  function scheduleTidy(): void {
    if (tidying) return;
    tidying = true;
    platform.idle(() => {
      void (async () => {
        const { usedBytes, quotaBytes } = await platform.storageHealth.estimate();
        facts = { usedBytes, quotaBytes, persisted: await platform.storageHealth.persisted() };
        const tidied = await log.tidy();
        if (!tidied.ok && !closed) fault.set(tidied.error);
      })()
        .catch(onBackgroundError)
        .finally(() => {
          tidying = false;
        });
    });
  }

  const ends = [
    log.state.subscribe(refreshAll),
    log.refused.subscribe(showRefused),
    reference.live.subscribe(refreshAll),
    channel.listen((message) => {
      // Sent by another tab of the same build, or of an older one whose messages are ignored.
      const heard = message as TabMessage;
      if (heard.kind === 'rev') {
        if (heard.rev > log.state.get().rev) void log.refresh().catch(onBackgroundError);
      } else if (heard.kind === 'drafts') {
        if (log.rowsOpen.get()) void drafts.load();
      } else driver.hear(heard);
    }),
  ];
  const close = (): void => {
    closed = true;
    driver.stop();
    session.stop();
    for (const end of ends) end();
    channel.close();
    db.close();
  };
  refreshAll();
  showRefused();
  await session.restore();
  if (options.startSync !== false) driver.start();
  scheduleTidy();

  const dossiers = createDossiers(log, () => ({ session, reference: reference.live.get(), office: office.get() }), drafts.forget);
  const services: Services = {
    now: log.now,
    dossiers,
    drafts,
    reference: reference.live,
    office,
    sync: { status: driver.status, diary: driver.diary, refused, syncNow: driver.syncNow },
    device,
    session,
    admin: {
      ...online.admin,
      openSession: async (secret) => {
        const staff = session.current.get()?.staff;
        return staff === undefined ? err({ code: 'session/needed' }) : online.openSession(staff.login, secret);
      },
    },
    exportLog: async () => new Blob([(await log.exportLines()).join('\n') + '\n'], { type: 'application/x-ndjson' }),
  };
  return ok({ services, db, log, openRows, driver, transport, close });
}

/** At start: is the log still there and whole? */
async function inspect(
  log: EventLog,
  sentinel: ReturnType<typeof createSentinel>,
  fault: { readonly set: (value: DeviceFault) => void },
): Promise<void> {
  const { identity, head } = log.state.get();
  const mark = await sentinel.read();
  if (identity === undefined) {
    if (mark !== undefined) fault.set({ code: 'storage/evicted', lastKnownSeq: mark.seq });
    return;
  }
  const broken = await log.checkTail();
  const lost = mark !== undefined && mark.device === identity.device && mark.seq > (head?.seq ?? 0) ? (head?.seq ?? 0) + 1 : undefined;
  if (broken !== undefined || lost !== undefined) fault.set({ code: 'log/broken', seq: broken ?? must(lost, 'one of both') });
}

function createDossiers(
  log: EventLog,
  parts: () => {
    readonly session: Services['session'];
    readonly reference: ReturnType<Services['reference']['get']>;
    readonly office: Office | undefined;
  },
  forgetDraft: (id: string) => void,
): Dossiers {
  const watchers = new Map<DossierId, Set<() => void>>();
  log.onChanged((ids) => {
    for (const id of ids) for (const listener of watchers.get(id) ?? []) listener();
  });
  return {
    index: log.index,
    perform: async <C extends CommandName>(request: PerformRequest<C>) => {
      const { session, reference, office } = parts();
      const current = session.current.get();
      if (current === undefined || current.locked || reference === undefined || office === undefined)
        return err({ code: 'session/locked' as const });
      const done = await log.perform({
        dossier: request.dossier,
        actor: current.staff.id,
        intakeDraft: request.intakeDraft,
        decide: (state, context) =>
          decideCommand(request.command, state, request.input, { ...context, actor: current.staff, office, reference }),
      });
      if (done.ok && request.intakeDraft !== undefined) forgetDraft(request.intakeDraft);
      return done.ok ? ok({ dossier: done.value.dossier, state: done.value.state }) : done;
    },
    open: log.open,
    watch: (id, listener) => {
      const listeners = watchers.get(id) ?? new Set();
      watchers.set(id, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && watchers.get(id) === listeners) watchers.delete(id);
      };
    },
  };
}

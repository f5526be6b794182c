/**
 * Composition of the client's data layer: opens the device, starts synchronisation, and gives screens one object. Made once in `main.tsx` with the browser's
 * platform; tests, the simulation and the bench make as many as they like with platforms of their own.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import { auditReachOf } from '@onestop/shared/judgement/administration.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { SyncOptions } from '@onestop/shared/sync/options.ts';
import type { StorageFault } from '../contract/faults.ts';
import type { LogFile, Services } from '../contract/services.ts';
import type { Sync } from '../contract/sync-status.ts';
import type { Platform } from '../ports/platform.ts';
import type { Database } from './db/database.ts';
import type { EventLog } from './db/event-log.ts';
import { createMutableLive, type MutableLive } from './db/live.ts';
import { createDevice, type DeviceFault } from './device/create-device.ts';
import { createDaybook } from './daybook.ts';
import { createDossiers } from './dossiers.ts';
import { createOnlineClient, type OnlineClient } from './engine/admin-client.ts';
import { createDriver, type SyncDriver } from './engine/driver.ts';
import type { DeviceTrouble } from './engine/exchange-turn.ts';
import { createTransport, type DeviceTransport } from './engine/transport.ts';
import { createHousekeeping } from './housekeeping.ts';
import { type DeviceOptions, openDevice, type OpenedDevice, type TabMessage } from './open-device.ts';
import { createSession, type OwnedSession } from './session/create-session.ts';
import { createPublicLookup } from './public-lookup.ts';
import { createLockouts } from './session/lockout.ts';

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

export interface ClientOptions extends DeviceOptions {
  /** false: nothing is exchanged by itself; the caller drives `exchangeOnce` (bench). */
  readonly startSync?: boolean | undefined;
  readonly syncOptions?: SyncOptions | undefined;
}

export async function createClient(platform: Platform, options: ClientOptions = {}): Promise<Result<Client, StorageFault>> {
  const fault = createMutableLive<DeviceFault>(undefined);
  const opened = await openDevice(platform, options, fault);
  if (!opened.ok) return opened;
  const { db, log, reference, drafts, channel, post } = opened.value;
  const house = createHousekeeping(platform, log, (found) => fault.set(found));
  const online = createOnlineClient(platform, () => log.state.get().identity?.token);
  const transport = transportOf(platform, log);
  const device = createDevice({ platform, log, reference: reference.live, online, fault, onEnrolled: () => driver.syncNow() });
  const openRows = rowsOpener(opened.value, fault);
  const session = sessionOf(platform, opened.value, online, { openRows, onError: house.onError, syncNow: () => driver.syncNow() });
  const office = createMutableLive<Office | undefined>(undefined);
  const refused = createMutableLive<ReturnType<Sync['refused']['get']>>([]);
  const driver = createDriver({
    platform,
    log,
    transport,
    post,
    facts: house.facts,
    onTrouble: troubleTeller(fault),
    // Tidying in the middle of a long pull or push would be done again after it.
    onExchanged: (turn) => !turn.more && turn.applied.pending === 0 && house.schedule(),
    options: options.syncOptions,
  });

  function refreshAll(): void {
    const { reference: held, identity } = log.state.get();
    void reference.refresh(held).catch(house.onError);
    office.set(reference.live.get()?.offices.find((one) => one.id === identity?.office));
    device.refresh();
    session.refresh();
    driver.onLogChanged();
  }

  const showRefused = (): void => refused.set([...log.refused.get().values()]);
  const ends = [
    log.state.subscribe(refreshAll),
    log.refused.subscribe(showRefused),
    reference.live.subscribe(refreshAll),
    log.rowsOpen.subscribe(() => log.rowsOpen.get() && house.schedule()),
    channel.listen((message) => hear(opened.value, driver, house.onError, message)),
  ];
  const close = (): void => {
    house.stop();
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
  house.schedule();

  const services: Services = {
    now: log.now,
    dossiers: createDossiers(log, () => ({ session, reference: reference.live.get(), office: office.get() }), device.refresh, drafts.hold),
    daybook: createDaybook(log, session, office.get, device.refresh),
    drafts,
    reference: reference.live,
    office,
    sync: { status: driver.status, diary: driver.diary, refused, syncNow: driver.syncNow },
    publicLookup: createPublicLookup(opened.value),
    device,
    session,
    admin: adminOf(online, session),
    exportLog: () => exportLog(platform, log, session),
  };
  return ok({ services, db, log, openRows, driver, transport, close });
}

/** The second stage of opening: what only a signed-in officer sees. */
function rowsOpener({ log, drafts }: OpenedDevice, fault: MutableLive<DeviceFault>): () => Promise<void> {
  return async () => {
    for (const load of [log.openRows, drafts.load]) {
      const loaded = await load();
      if (!loaded.ok) fault.set(loaded.error);
    }
  };
}

/** What an exchange found wrong with this device is told until an exchange finds it right. */
function troubleTeller(fault: MutableLive<DeviceFault>): (found: DeviceTrouble | undefined) => void {
  let trouble: DeviceTrouble | undefined;
  return (found) => {
    if (found !== undefined) fault.set(found);
    else if (trouble !== undefined && fault.get() === trouble) fault.set(undefined);
    trouble = found;
  };
}

/** Another tab of this device wrote or says something. */
function hear({ log, drafts }: OpenedDevice, driver: SyncDriver, onError: (error: unknown) => void, message: unknown): void {
  // Sent by a tab of the same build, or of an older one whose messages are ignored.
  const heard = message as TabMessage;
  if (heard.kind === 'rev') {
    if (heard.rev > log.state.get().rev) void log.refresh().catch(onError);
  } else if (heard.kind === 'drafts') {
    if (log.rowsOpen.get()) void drafts.load();
  } else driver.hear(heard);
}

/** Names and numbers of persons are in it: who has not signed in gets it sealed, and takes it to the server. */
async function exportLog({ keys }: Platform, log: EventLog, session: OwnedSession): Promise<LogFile> {
  const text = `${(await log.exportLines()).join('\n')}\n`;
  if (session.current.get()?.locked === false) return { file: new Blob([text], { type: 'application/x-ndjson' }), sealed: false };
  const { server } = must(await log.readKeys(), 'an enrolled device has keys');
  const parcel = await keys.seal(server, new TextEncoder().encode(text));
  return { file: new Blob([parcel as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' }), sealed: true };
}

function transportOf(platform: Platform, log: EventLog): DeviceTransport {
  const { fetch, baseUrl, timers, keys } = platform;
  return createTransport({
    fetch,
    baseUrl,
    timers,
    token: () => log.state.get().identity?.token,
    sign: async (bytes) => keys.sign(must(await log.readKeys(), 'an enrolled device has keys').own, bytes),
  });
}

interface SessionEnds {
  readonly openRows: () => Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly syncNow: () => void;
}

function sessionOf(
  platform: Platform,
  { db, log, reference, drafts }: OpenedDevice,
  online: OnlineClient,
  { openRows, onError, syncNow }: SessionEnds,
): OwnedSession {
  const session = createSession({
    reference: reference.live,
    office: () => log.state.get().identity?.office,
    lockouts: createLockouts(db),
    verifySecret: platform.verifySecret,
    now: log.now,
    timers: platform.timers,
    signals: platform.signals,
    sessionStorage: platform.sessionStorage,
    onSecret: (login, secret) => {
      // Only who administers or reads the record of it needs a session on the server; it is opened while the secret is at hand, and not being reachable is no error.
      const staff = session.current.get()?.staff;
      if (staff !== undefined && auditReachOf(staff, []) !== undefined) void online.openSession(login, secret);
    },
    sendSecret: online.changeSecret,
    onSecretChanged: syncNow,
    onOpening: openRows,
    onSignedOut: () => {
      online.closeSession();
      drafts.close();
      void log.closeRows().catch(onError);
    },
  });
  session.current.subscribe(() => log.index.setOfficer(session.current.get()?.staff.id));
  return session;
}

function adminOf(online: OnlineClient, session: OwnedSession): Services['admin'] {
  return {
    ...online.admin,
    openSession: async (secret) => {
      const staff = session.current.get()?.staff;
      return staff === undefined ? err({ code: 'session/needed' }) : online.openSession(staff.login, secret);
    },
  };
}

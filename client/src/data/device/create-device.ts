/** The device as the screens know it: enrolment, readiness for work without a network, storage, and what is wrong with local data or the clock. */
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { type ClockFacts, type ClockNotice, clockNotice } from '@onestop/shared/sync/act-time.ts';
import type { DeviceState, Identity } from '../db/device-state.ts';
import type { EventLog } from '../db/event-log.ts';
import { createMutableLive, type MutableLive } from '../db/live.ts';
import type { Platform } from '../../ports/platform.ts';
import type { OnlineClient, PreviousIdentity } from '../engine/admin-client.ts';
import type { Device, DeviceInfo, Readiness } from '../../contract/device.ts';
import type { Live } from '../../contract/live.ts';

export type DeviceFault = ReturnType<Device['fault']['get']>;

export interface DeviceDeps {
  readonly platform: Platform;
  readonly log: EventLog;
  readonly reference: Live<ReferenceData | undefined>;
  readonly online: OnlineClient;
  readonly fault: MutableLive<DeviceFault>;
  /** Starts the first exchange. */
  readonly onEnrolled: () => void;
}

export interface OwnedDevice extends Device {
  /** The log's state or the reference data changed. */
  readonly refresh: () => void;
}

export function createDevice(deps: DeviceDeps): OwnedDevice {
  const { platform, log, fault } = deps;
  const info = createMutableLive<DeviceInfo | undefined>(undefined);
  const readiness = createMutableLive<Readiness>({
    appCached: false,
    catalogue: false,
    calendar: false,
    roster: false,
    numbers: false,
    persisted: 'unknown',
    ready: false,
  });
  const storage = createMutableLive<{ readonly usedBytes?: number | undefined; readonly quotaBytes?: number | undefined }>({});
  let appCached = false;
  let persisted: Readiness['persisted'] = 'unknown';

  function refresh(): void {
    const state = log.state.get();
    const identity = state.identity;
    const known = info.get();
    if (identity === undefined) info.set(undefined);
    else if (!isSame(known, identity)) info.set(infoOf(identity));
    const next = readinessOf(state, deps.reference.get(), appCached, persisted);
    const before = readiness.get();
    if ((Object.keys(next) as (keyof Readiness)[]).some((key) => next[key] !== before[key])) readiness.set(next);
    fault.set(watched(fault.get(), state, log.clock()));
  }

  async function checkReadiness(): Promise<void> {
    appCached = (await platform.isWorkerActive()) && (await isAppCached(platform.caches));
    const answer = await platform.storageHealth.persisted();
    persisted = answer === undefined ? 'unknown' : answer ? 'granted' : persisted === 'unknown' ? 'unknown' : 'denied';
    storage.set(await platform.storageHealth.estimate());
    refresh();
  }

  return {
    info,
    readiness,
    storage,
    fault,
    refresh,
    checkReadiness,
    checkClock: refresh,
    stateTime: log.stateTime,
    askPersistence: async () => {
      const granted = await platform.storageHealth.persist();
      persisted = granted ? 'granted' : 'denied';
      refresh();
      return granted;
    },
    enrol: async (code) => {
      const enrolled = await enrolDevice(deps, code);
      if (!enrolled.ok) return enrolled;
      fault.set(undefined);
      refresh();
      deps.onEnrolled();
      return ok(infoOf(enrolled.value));
    },
  };
}

function readinessOf(
  state: DeviceState,
  data: ReferenceData | undefined,
  appCached: boolean,
  persisted: Readiness['persisted'],
): Readiness {
  const facts = {
    appCached,
    catalogue: (data?.procedures.length ?? 0) > 0,
    calendar: data !== undefined && data.calendar.week.length > 0,
    roster: data?.staff.some((staff) => staff.office === state.identity?.office && staff.verifier !== undefined) ?? false,
    numbers: state.leases.length > 0,
  };
  return { ...facts, persisted, ready: Object.values(facts).every(Boolean) };
}

/** Of the faults a state by itself shows, the one it shows now; another fault stands. The same one stays the same object. */
function watched(current: DeviceFault, state: DeviceState, clock: ClockFacts): DeviceFault {
  if (current !== undefined && current.code !== 'clock/wrong' && current.code !== 'device/revoked') return current;
  if (state.revoked) return current?.code === 'device/revoked' ? current : { code: 'device/revoked' };
  const notice = state.identity === undefined ? undefined : clockNotice(clock);
  if (notice === undefined) return undefined;
  return current?.code === 'clock/wrong' && saysTheSame(current.notice, notice) ? current : { code: 'clock/wrong', notice };
}

/** Told in minutes at the finest: a clock that goes on says nothing new. */
function saysTheSame(a: ClockNotice, b: ClockNotice): boolean {
  const floors = [a, b].map((one) => (one.kind === 'TOO_EARLY' ? one.floor : undefined));
  return a.kind === b.kind && floors[0] === floors[1] && Math.abs(a.offMs - b.offMs) < 60_000;
}

type EnrolError = Exclude<Awaited<ReturnType<Device['enrol']>>, { readonly ok: true }>['error'];

async function enrolDevice({ platform, log, online }: DeviceDeps, code: string): Promise<Result<Identity, EnrolError>> {
  const keys = await platform.keys.generate();
  const sentAt = platform.clock.now();
  const enrolled = await online.enrol(code.trim(), await platform.keys.publicKeys(keys), previousIdentity(log.state.get().identity));
  if (!enrolled.ok) return err({ code: enrolled.error.code });
  const { device, token, office, deviceName: name, bookNumber, serverTime, serverKey } = enrolled.value;
  const identity: Identity = { device, token, office, name, bookNumber };
  const offset = Math.round(serverTime - (sentAt + platform.clock.now()) / 2);
  const stored = await log.enrol(identity, { own: keys, server: serverKey }, offset);
  return stored.ok ? ok(identity) : stored;
}

function previousIdentity(identity: Identity | undefined): PreviousIdentity | undefined {
  if (identity === undefined) return undefined;
  const { device, office, bookNumber } = identity;
  return { device, office, bookNumber };
}

function infoOf(identity: Identity): DeviceInfo {
  return { device: identity.device, name: identity.name, office: identity.office, bookNumber: identity.bookNumber };
}

function isSame(known: DeviceInfo | undefined, { device, bookNumber, name }: Identity): boolean {
  return known?.device === device && known.bookNumber === bookNumber && known.name === name;
}

/** True only when the page itself would come from the cache: the shell is in a precache. */
async function isAppCached(caches: CacheStorage | undefined): Promise<boolean> {
  if (caches === undefined) return false;
  for (const name of await caches.keys()) {
    if (!name.includes('precache')) continue;
    const cache = await caches.open(name);
    if ((await cache.match('/index.html', { ignoreSearch: true })) !== undefined) return true;
  }
  return false;
}

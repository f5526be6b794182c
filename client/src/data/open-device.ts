/**
 * The first stage of opening a device: its database, who it is, its numbers and reference data. Enough to sign in and to deliver; rows, drafts and what others
 * did are opened by the sign-in.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import { ok, type Result } from '@onestop/shared/kernel/result.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import type { StorageFault } from '../contract/faults.ts';
import type { Channel, Platform } from '../ports/platform.ts';
import { type Database, databaseName, openDatabase } from './db/database.ts';
import { createDrafts, type DraftStore } from './db/drafts.ts';
import { createEventLog, type EventLog } from './db/event-log.ts';
import { createQueueRules } from './db/index/queue-rules.ts';
import type { MutableLive } from './db/live.ts';
import { type Codec, createPlainCodec } from './db/records/codec.ts';
import { createReference, type ReferenceStore } from './db/reference.ts';
import { createSentinel, type Sentinel } from './db/sentinel.ts';
import type { DeviceFault } from './device/create-device.ts';
import type { SyncMessage } from './engine/driver.ts';

export interface OpenedDevice {
  readonly db: Database;
  readonly log: EventLog;
  readonly reference: ReferenceStore;
  readonly drafts: DraftStore;
  readonly channel: Channel;
  readonly post: (message: TabMessage) => void;
}

export interface DeviceOptions {
  /** How records with personal data are stored. */
  readonly codec?: Codec | undefined;
  /** Event types that do not exist for this client: plays an old build in tests. */
  readonly unknownTypes?: ReadonlySet<string> | undefined;
}

export type TabMessage = SyncMessage | { readonly kind: 'rev'; readonly rev: number } | { readonly kind: 'drafts' };

const blockedWaitMs = 4_000;

export async function openDevice(
  platform: Platform,
  options: DeviceOptions,
  fault: MutableLive<DeviceFault>,
): Promise<Result<OpenedDevice, StorageFault>> {
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
      return data && { calendar: data.calendar, ...data.settings };
    }),
    foldWord: foldVietnamese,
    unknownTypes: options.unknownTypes,
    announce: (rev) => post({ kind: 'rev', rev }),
    mark: ({ identity, head }) => identity !== undefined && sentinel.write({ device: identity.device, seq: head?.seq ?? 0 }),
  });
  for (const load of [log.load, reference.load]) {
    const loaded = await load();
    if (!loaded.ok) {
      db.close();
      return loaded;
    }
  }
  await inspect(log, sentinel, fault);
  return ok({ db, log, reference, drafts: createDrafts(db, () => post({ kind: 'drafts' })), channel, post });
}

/** At start: is the log still there and whole? */
async function inspect(log: EventLog, sentinel: Sentinel, fault: { readonly set: (value: DeviceFault) => void }): Promise<void> {
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

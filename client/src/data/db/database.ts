/**
 * The IndexedDB tables and their numbered versions; nothing else. Invariants: every write is durable when its promise resolves
 * (`durability: 'strict'`: without it a killed browser loses acknowledged writes), and a database written by a newer build is never
 * opened (Dexie opens it silently, so the stored version is compared here).
 * `indexedDB` is a parameter, so that many devices can live in one process in tests.
 */
import { Dexie, type Table } from 'dexie';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import { err, ok } from '@onestop/shared/kernel/result.ts';
import type { NumbersUsed } from '@onestop/shared/dossier/numbers.ts';
import type { RefusedEvent } from '@onestop/shared/protocol/messages.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { DeviceKeys } from '../../ports/platform.ts';
import type { DiaryLine } from '../../contract/sync-status.ts';
import { type DeviceState, schemaVersion } from './device-state.ts';
import type { Codec } from './records/codec.ts';
import type { DraftRecord } from './records/draft-record.ts';
import type { EventRecord } from './records/event-record.ts';
import type { PartRecord } from './records/part-record.ts';
import type { RefusedRecord } from './records/refused-record.ts';
import type { RowRecord } from './records/row-record.ts';
import { storageFaultOf } from './storage-fault.ts';

export const databaseName = 'motcua';

/** The device's key pairs, whose private halves are not extractable, and the server's public encryption key (SPKI, base64url). */
export interface HeldKeys {
  readonly own: DeviceKeys;
  readonly server: string;
}
export interface KeysRecord {
  readonly key: 'keys';
  readonly keys: HeldKeys;
}
export interface StateRecord {
  readonly key: 'state';
  readonly state: DeviceState;
}
export type MetaRecord = StateRecord | KeysRecord;

/** What the server said of own events while nobody was signed in; read in order when the rows are opened. No dossier is in it. */
export type Letter = { readonly id?: number } & (
  | { readonly kind: 'REFUSED'; readonly refused: readonly RefusedEvent[]; readonly at: Instant }
  | { readonly kind: 'READMITTED'; readonly afterSeq: number }
);

/** What was drawn for one agency on one day; kept for ever. Key `agencyId|date`. */
export interface NumbersRecord {
  readonly key: string;
  readonly used: NumbersUsed;
}

/** Wrong tries of one officer on this device. */
export interface LockoutRecord {
  readonly staff: StaffId;
  readonly fails: number;
  /** When the last wrong try was made, and how long nothing is accepted after it. */
  readonly at: Instant;
  readonly waitMs: number;
}

export interface Tables {
  readonly meta: Table<MetaRecord, string>;
  /** Own events, key = seq of the record's last event. */
  readonly log: Table<EventRecord, number>;
  /** Events of other devices, key = ordinal of the record's last event. */
  readonly foreign: Table<EventRecord, number>;
  readonly rowBlocks: Table<RowRecord, number>;
  readonly rowDeltas: Table<RowRecord, number>;
  readonly refused: Table<RefusedRecord, string>;
  readonly inbox: Table<Letter, number>;
  readonly reference: Table<PartRecord, string>;
  readonly intakeDrafts: Table<DraftRecord, string>;
  readonly diary: Table<DiaryLine & { readonly id?: number }, number>;
  readonly numbers: Table<NumbersRecord, string>;
  readonly lockouts: Table<LockoutRecord, string>;
}

export interface Database extends Tables {
  readonly dexie: Dexie;
  /** How records with personal data are stored. */
  readonly codec: Codec;
  readonly close: () => void;
}

export interface OpenOptions {
  readonly name?: string | undefined;
  readonly indexedDB: IDBFactory | undefined;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange | undefined;
  readonly codec: Codec;
  /** Called when another tab upgraded the database under this one: the page must be reloaded. */
  readonly onVersionChange?: (() => void) | undefined;
  /** Called when the browser closed the connection by itself (storage cleared). */
  readonly onClosed?: (() => void) | undefined;
  /** How long another tab may hold an upgrade up before it is called blocked. */
  readonly blockedWait?: (() => Promise<void>) | undefined;
}

export async function openDatabase(options: OpenOptions): Promise<Result<Database, StorageFault>> {
  if (options.indexedDB === undefined || options.IDBKeyRange === undefined)
    return err({ code: 'storage/unavailable', detail: 'no IndexedDB' });
  const dexie = new Dexie(options.name ?? databaseName, {
    indexedDB: options.indexedDB,
    IDBKeyRange: options.IDBKeyRange as typeof globalThis.IDBKeyRange & { bound: Function; lowerBound: Function; upperBound: Function },
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    autoOpen: false,
  });
  declareVersions(dexie);
  // Dexie tells of its own closing too; only the browser's is a fault.
  let closing = false;
  const close = (): void => {
    closing = true;
    dexie.close();
  };
  dexie.on('versionchange', () => {
    close();
    options.onVersionChange?.();
  });
  dexie.on('close', () => {
    if (!closing) options.onClosed?.();
  });
  const blocked = new Promise<'blocked'>((resolve) => {
    dexie.on('blocked', () => void (options.blockedWait?.() ?? Promise.resolve()).then(() => resolve('blocked')));
  });
  try {
    const opened = await Promise.race([dexie.open().then(() => 'opened' as const), blocked]);
    if (opened === 'blocked') {
      close();
      return err({ code: 'storage/blocked-upgrade' });
    }
    // Dexie multiplies its version numbers by ten.
    if (dexie.backendDB().version > schemaVersion * 10 || (await storedSchema(dexie)) > schemaVersion) {
      close();
      return err({ code: 'storage/newer-version' });
    }
  } catch (error) {
    close();
    const fault = storageFaultOf(error);
    if (fault === undefined) throw error;
    return err(fault);
  }
  return ok(databaseOf(dexie, options.codec, close));
}

function declareVersions(dexie: Dexie): void {
  dexie.version(1).stores({
    meta: 'key',
    log: 'to',
    foreign: 'to',
    rowBlocks: 'key',
    rowDeltas: 'key',
    refused: 'key',
    inbox: '++id',
    reference: 'key, version',
    intakeDrafts: 'id',
    diary: '++id',
    numbers: 'key',
    lockouts: 'staff',
  });
}

async function storedSchema(dexie: Dexie): Promise<number> {
  const record = await (dexie.table('meta') as Table<MetaRecord, string>).get('state');
  return record?.key === 'state' ? record.state.schema : 0;
}

function databaseOf(dexie: Dexie, codec: Codec, close: () => void): Database {
  return {
    dexie,
    codec,
    close,
    meta: dexie.table('meta'),
    log: dexie.table('log'),
    foreign: dexie.table('foreign'),
    rowBlocks: dexie.table('rowBlocks'),
    rowDeltas: dexie.table('rowDeltas'),
    refused: dexie.table('refused'),
    inbox: dexie.table('inbox'),
    reference: dexie.table('reference'),
    intakeDrafts: dexie.table('intakeDrafts'),
    diary: dexie.table('diary'),
    numbers: dexie.table('numbers'),
    lockouts: dexie.table('lockouts'),
  };
}

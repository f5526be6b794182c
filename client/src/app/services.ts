/**
 * Everything a screen may use, as one object in React context (`useServices`). Made once in `main.tsx`. Screens read local data only and never
 * wait for the network; every act resolves when it is durably in IndexedDB.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DeviceId, DossierId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { CommandName, CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Freshness, RefusedCode } from '@onestop/shared/protocol/messages.ts';
import type { WireErrorCode } from '@onestop/shared/protocol/errors.ts';

/** A value that changes in place; fits React's `useSyncExternalStore`. `get` returns the same object until it changes. */
export interface Live<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

export type StorageFault =
  | { readonly code: 'storage/full' }
  | { readonly code: 'storage/unavailable'; readonly detail: string }
  | { readonly code: 'storage/blocked-upgrade' }
  | { readonly code: 'storage/newer-version' }
  | { readonly code: 'storage/evicted'; readonly lastKnownSeq: number };

export type QueueName =
  | 'today'
  | 'dueSoon'
  | 'overdue'
  | 'awaitingSupplement'
  | 'toReturn'
  | 'toSend'
  | 'drafts'
  | 'inProcess'
  | 'contradictions'
  | 'all';

export interface RowFilter {
  readonly queue?: QueueName | undefined;
  /** Free text: name prefixes without diacritics, code, end of code, ID number, phone. */
  readonly text?: string | undefined;
  readonly office?: OfficeId | undefined;
  readonly procedure?: string | undefined;
  readonly limit: number;
  readonly sort?: 'newest' | 'due' | 'name' | undefined;
}

/** The rows of all dossiers of this device, in memory, kept by the database layer. Every read is synchronous and fast (≤ 1 ms at 50,000). */
export interface DossierIndex {
  readonly version: Live<number>;
  readonly size: () => number;
  readonly get: (id: DossierId) => DossierRow | undefined;
  readonly findByCode: (code: string) => DossierRow | undefined;
  readonly query: (filter: RowFilter, now: Instant) => readonly DossierRow[];
  /** Kept counters; `office` for the centre's per-commune figures. */
  readonly counts: (now: Instant, office?: OfficeId) => Readonly<Record<QueueName, number>>;
  /** Earlier dossiers of the same person: by ID number, else by folded name and birth year. */
  readonly samePerson: (person: {
    readonly idNumber?: string | undefined;
    readonly name?: string | undefined;
    readonly birthYear?: number | undefined;
  }) => readonly DossierRow[];
  /** Most used procedures of this desk, newest 90 days, most used first. */
  readonly mostUsedProcedures: (limit: number) => readonly string[];
  /** True while the dossier has events the server has not acknowledged. */
  readonly isPending: (id: DossierId) => boolean;
}

export interface TimelineEntry {
  readonly event: EventEnvelope;
  /** 'LOCAL' only on this device · 'SENT' the server has acknowledged · 'RECEIVED' came from the server · 'REFUSED' · 'QUARANTINED'. */
  readonly sync: 'LOCAL' | 'SENT' | 'RECEIVED' | 'REFUSED' | 'QUARANTINED';
  readonly refusedCode?: RefusedCode | undefined;
}

export interface DossierView {
  readonly state: DossierState;
  readonly timeline: readonly TimelineEntry[];
}

export interface PerformRequest<C extends CommandName> {
  readonly command: C;
  /** Absent for commands that open a dossier. */
  readonly dossier?: DossierId | undefined;
  readonly input: CommandInput<C>;
  /** Local intake draft to delete in the same transaction. */
  readonly intakeDraft?: string | undefined;
}

export interface Dossiers {
  readonly index: DossierIndex;
  readonly perform: <C extends CommandName>(
    request: PerformRequest<C>,
  ) => Promise<
    Result<{ readonly dossier: DossierId; readonly state: DossierState }, Refusal | StorageFault | { readonly code: 'session/locked' }>
  >;
  readonly open: (id: DossierId) => Promise<DossierView | undefined>;
  /** Calls back whenever the dossier's events change (this tab, another tab, a pull). */
  readonly watch: (id: DossierId, listener: () => void) => () => void;
}

/** A half-typed intake, device-local, survives a killed browser; saved on every change (debounced ≤ 300 ms, and at page hide). */
export interface IntakeDraft {
  readonly id: string;
  readonly updatedAt: Instant;
  readonly actor: StaffId;
  /** One line for the list: procedure and name. */
  readonly title: string;
  readonly form: unknown;
}
export interface IntakeDrafts {
  readonly list: Live<readonly IntakeDraft[]>;
  readonly save: (draft: IntakeDraft) => Promise<Result<void, StorageFault>>;
  readonly remove: (id: string) => Promise<void>;
}

export type SyncPhase = 'IDLE' | 'WAITING' | 'CONTACTING' | 'SENDING' | 'RECEIVING' | 'STOPPED';
export type SyncProblem = { readonly code: 'network/unreachable' | 'network/not-ours' | WireErrorCode; readonly since: Instant };

/** What the pill and the sync sheet say. Built from facts (acknowledgements), never from `navigator.onLine`. */
export interface SyncStatus {
  readonly phase: SyncPhase;
  /** Events not yet acknowledged, and their estimated bytes on the wire. */
  readonly pendingEvents: number;
  readonly pendingBytes: number;
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  /** Last completed exchange (receipt received). */
  readonly lastReceiptAt?: Instant | undefined;
  readonly lastAttemptAt?: Instant | undefined;
  readonly nextAttemptAt?: Instant | undefined;
  /** True when the last attempt reached our server. */
  readonly reachable: boolean;
  readonly problem?: SyncProblem | undefined;
  readonly refused: number;
  /** Another tab leads; this one shows what it says. */
  readonly leader: boolean;
  readonly freshness: readonly Freshness[];
}
export interface DiaryLine {
  readonly at: Instant;
  readonly kind: 'exchanged' | 'failed' | 'refused' | 'forked' | 'resend' | 'reset' | 'reference' | 'leases';
  readonly sent?: number | undefined;
  readonly received?: number | undefined;
  readonly bytesUp?: number | undefined;
  readonly bytesDown?: number | undefined;
  readonly detail?: string | undefined;
}
export interface Sync {
  readonly status: Live<SyncStatus>;
  readonly diary: Live<readonly DiaryLine[]>;
  readonly refused: Live<
    readonly {
      readonly event: EventEnvelope;
      readonly code: RefusedCode;
      readonly kind: 'REFUSED' | 'QUARANTINED';
      readonly detail?: string | undefined;
    }[]
  >;
  readonly syncNow: () => void;
}

export interface DeviceInfo {
  readonly device: DeviceId;
  readonly name: string;
  readonly office: OfficeId;
  readonly bookNumber: number;
}
/** "Sẵn sàng làm việc ngoại tuyến" only when every item is true; `persisted` is shown either way. */
export interface Readiness {
  readonly appCached: boolean;
  readonly catalogue: boolean;
  readonly calendar: boolean;
  readonly roster: boolean;
  readonly numbers: boolean;
  readonly persisted: 'granted' | 'denied' | 'unknown';
  readonly ready: boolean;
}
export interface Device {
  /** undefined until enrolled. */
  readonly info: Live<DeviceInfo | undefined>;
  readonly enrol: (
    code: string,
  ) => Promise<Result<DeviceInfo, { readonly code: WireErrorCode | 'network/unreachable' | 'network/not-ours' } | StorageFault>>;
  readonly readiness: Live<Readiness>;
  readonly checkReadiness: () => Promise<void>;
  readonly askPersistence: () => Promise<boolean>;
  readonly storage: Live<{ readonly usedBytes?: number | undefined; readonly quotaBytes?: number | undefined }>;
  /** Set when something is wrong with local data or the clock: has a screen or banner of its own. */
  readonly fault: Live<
    | StorageFault
    | { readonly code: 'clock/behind'; readonly lastEventAt: Instant }
    | { readonly code: 'device/revoked' }
    | { readonly code: 'log/broken'; readonly seq: number }
    | undefined
  >;
}

export type SignInError =
  | { readonly code: 'session/wrong'; readonly triesLeft: number }
  | { readonly code: 'session/locked'; readonly until: Instant }
  | { readonly code: 'session/inactive' }
  | { readonly code: 'session/no-verifier' };
export interface Session {
  readonly current: Live<{ readonly staff: Staff; readonly locked: boolean } | undefined>;
  /** Officers of this office who can sign in here. */
  readonly roster: Live<readonly Staff[]>;
  readonly signIn: (login: string, secret: string) => Promise<Result<Staff, SignInError>>;
  readonly lock: () => void;
  readonly unlock: (secret: string) => Promise<Result<Staff, SignInError>>;
  readonly signOut: () => void;
  /** Any input of the officer; resets the idle timer. */
  readonly touch: () => void;
}

export interface Services {
  readonly now: () => Instant;
  readonly dossiers: Dossiers;
  readonly drafts: IntakeDrafts;
  readonly reference: Live<ReferenceData | undefined>;
  /** The device's own office and those below it, from reference data. */
  readonly office: Live<Office | undefined>;
  readonly sync: Sync;
  readonly device: Device;
  readonly session: Session;
  /** Online-only calls for administrators (typed `hono/client`); results are shown, never stored. */
  readonly admin: AdminApi;
  /** File with this device's whole log, for a fault screen ("Tải bản sao lưu nhật ký"). */
  readonly exportLog: () => Promise<Blob>;
}

export interface AdminApi {
  /** Opens the signed-in officer's session on the server with the secret entered again; needed after `session/needed`. */
  readonly openSession: (secret: string) => Promise<Result<void, AdminError>>;
  readonly listDevices: () => Promise<
    Result<
      readonly {
        readonly id: DeviceId;
        readonly office: OfficeId;
        readonly name: string;
        readonly createdAt: Instant;
        readonly lastExchangeAt?: Instant | undefined;
        readonly revokedAt?: Instant | undefined;
        readonly pendingEvents?: number | undefined;
        readonly appVersion?: string | undefined;
      }[],
      AdminError
    >
  >;
  readonly issueEnrolCode: (input: {
    readonly office: OfficeId;
    readonly deviceName: string;
  }) => Promise<Result<{ readonly code: string; readonly expiresAt: Instant }, AdminError>>;
  readonly revokeDevice: (device: DeviceId) => Promise<Result<void, AdminError>>;
  readonly saveStaff: (input: {
    readonly staff: Omit<Staff, 'verifier'>;
    readonly secret?: string | undefined;
  }) => Promise<Result<void, AdminError>>;
  readonly saveOffice: (office: Office) => Promise<Result<void, AdminError>>;
}
export type AdminError = {
  readonly code: WireErrorCode | 'network/unreachable' | 'network/not-ours';
  readonly fields?: readonly { readonly path: string; readonly problem: string }[] | undefined;
};

/**
 * The one port to the database. Two implementations (SQLite through libsql, PostgreSQL) pass one contract suite. `write` runs in ONE
 * serialised transaction that is durable when the promise resolves; its callback gets a `Tx`. A callback that throws rolls everything back.
 */
import type { DeviceId, DossierId, OfficeId, StaffId, EventRef } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import type { DeviceReport, FeedCursor, ReferenceCursor, RefusedEvent } from '@onestop/shared/protocol/messages.ts';
import type { DeviceOut } from '@onestop/shared/judgement/device-health.ts';
import type { GraveGrant } from '@onestop/shared/judgement/grants.ts';
import type { AuditChange, AuditKind } from '@onestop/shared/reference/audit.ts';
import type { Judgement } from '@onestop/shared/sync/judge-event.ts';

export interface DeviceRecord {
  readonly id: DeviceId;
  readonly office: OfficeId;
  readonly name: string;
  readonly bookNumber: number;
  readonly tokenHash: string;
  /** SPKI, base64url: signs what the device sends. */
  readonly publicKey: string;
  /** SPKI, base64url: what is sealed to it only the device can open. */
  readonly encryptionKey: string;
  readonly headSeq: number;
  readonly headLink: Uint8Array;
  readonly createdAt: Instant;
  readonly lastExchangeAt?: Instant | undefined;
  readonly newestEventAt?: Instant | undefined;
  readonly revokedAt?: Instant | undefined;
  /** Why it does not count any more, where more is known than that it was revoked. */
  readonly outAs?: Exclude<DeviceOut, 'REVOKED'> | undefined;
  /** Who reported it lost. */
  readonly outNote?: string | undefined;
  readonly report?: DeviceReport | undefined;
  /** Set on an identity given after a fork: which device and chain it came from, so that a repeated request gets the same one. */
  readonly forkOf?: { readonly device: DeviceId; readonly key: string } | undefined;
}

export interface EnrolCodeRecord {
  readonly codeHash: string;
  readonly office: OfficeId;
  readonly deviceName: string;
  readonly createdBy?: StaffId | undefined;
  readonly expiresAt: Instant;
  readonly usedAt?: Instant | undefined;
  readonly usedBy?: DeviceId | undefined;
}

export interface StoredPart {
  readonly key: string;
  /** When it was changed last. */
  readonly version: number;
  /** Canonical JSON; undefined where it was removed. */
  readonly body: string | undefined;
}

/** `count` consecutive events of one device at positions `to - count + 1 .. to` of an office's feed. */
export interface FeedRun {
  readonly office: OfficeId;
  readonly to: number;
  readonly device: DeviceId;
  readonly fromSeq: number;
  readonly count: number;
  readonly check: number;
}

/**
 * Runs after a cursor, whole runs only, until `eventsMax` events (at least one run where there is one). Runs of the skipped device are left
 * out but passed over by `cursor`, the place to go on from. `found` is false when the cursor's mark is not there: then nothing was read.
 */
export interface FeedReading {
  readonly found: boolean;
  readonly runs: readonly FeedRun[];
  readonly cursor: FeedCursor;
  readonly more: boolean;
}

/** What became of an event here; column `verdict` of `events`. */
export const verdicts = {
  ACCEPTED: 0,
  /** Kept in the device's log only. */
  REFUSED: 1,
  /** Kept back until the events its officer had seen are here too. */
  HELD: 2,
} as const;

/** An event that was not simply taken, as the administration sees it: nothing of what is in it. */
export interface SetAside {
  readonly device: DeviceId;
  readonly deviceName: string;
  readonly office: OfficeId;
  readonly seq: number;
  readonly type: string;
  readonly kind: RefusedEvent['kind'] | 'HELD';
  readonly code: RefusedEvent['code'] | 'event/past-missing';
  /** When the server said so. */
  readonly at: Instant;
}

/** What only one transaction at a time may do, in every process on the database. */
export const lockNames = ['server-keys', 'setup', 'reference', 'projections', 'backup'] as const;
export type LockName = (typeof lockNames)[number];

/** Statements that are the same inside a transaction and outside: there they see what it wrote. */
export interface PlainReads {
  readonly findSetting: (key: string) => Promise<string | undefined>;
  /** Undefined where there is no reference data yet. */
  readonly referenceCursor: () => Promise<ReferenceCursor | undefined>;
  readonly referenceParts: () => Promise<readonly StoredPart[]>;
  /** Inside a transaction on its own connection: a second one could wait for ever where all are in use. */
  readonly readDeviceLog: (device: DeviceId, fromSeq: number, limit: number) => Promise<readonly EventEnvelope[]>;
}

export interface ProjectedDossier {
  readonly id: DossierId;
  readonly offices: readonly OfficeId[];
}

export interface DossierEvents {
  readonly accepted: readonly EventEnvelope[];
  /** Kept without being shared until their past is here. */
  readonly held: readonly EventEnvelope[];
  readonly refused: readonly EventEnvelope[];
}

export interface Tx extends PlainReads {
  /** Waits for the lock and holds it until the transaction ends. */
  readonly lock: (name: LockName) => Promise<void>;
  /** Locks the device's row until the transaction ends. */
  readonly lockDevice: (id: DeviceId) => Promise<DeviceRecord | undefined>;
  /** `texts`: the events' canonical JSON, where the caller has it already. */
  readonly appendEvents: (events: readonly EventEnvelope[], judgement: Judgement, at: Instant, texts?: readonly string[]) => Promise<void>;
  readonly setHead: (device: DeviceId, seq: number, link: Uint8Array, newestEventAt: Instant | undefined) => Promise<void>;
  /** Locks the offices' feed counters in one fixed order. Taken before the events of shared dossiers are read, so that two exchanges on one dossier follow each other. */
  readonly lockOffices: (offices: readonly OfficeId[]) => Promise<void>;
  /** Locks the office's counter; gives the run its place. Runs longer than `feedRunEventsMax` must be split by the caller. */
  readonly appendFeed: (office: OfficeId, device: DeviceId, fromSeq: number, count: number, check: number) => Promise<FeedRun>;
  readonly eventsOfDossiers: (dossiers: readonly DossierId[]) => Promise<DossierEvents>;
  /** Those of the dossiers that no build has understood yet. */
  readonly quarantinedEvents: (dossiers: readonly DossierId[]) => Promise<readonly EventEnvelope[]>;
  /** Understood at last: nothing is said against them any more. */
  readonly admitEvents: (events: readonly EventRef[]) => Promise<void>;
  /** Understood at last, and wrong: from now on they reach nobody. */
  readonly refuseEvents: (events: readonly EventRef[], code: RefusedEvent['code'], at: Instant) => Promise<void>;
  /** Held events are accepted from now on. */
  readonly releaseEvents: (events: readonly EventRef[]) => Promise<void>;
  /** Those of the dossiers that have events already that were not refused, also where the event that opens them has not come yet. */
  readonly dossiersWithEvents: (dossiers: readonly DossierId[]) => Promise<ReadonlySet<DossierId>>;
  readonly dossierOffices: (dossiers: readonly DossierId[]) => Promise<ReadonlyMap<DossierId, readonly OfficeId[]>>;
  /** Ids after the given one, in order, of everything that has events. */
  readonly nextDossiers: (after: string, limit: number) => Promise<readonly DossierId[]>;
  readonly putDossiers: (dossiers: readonly ProjectedDossier[]) => Promise<void>;
  /** Claims codes for dossiers; returns those already claimed by another dossier. */
  readonly claimCodes: (
    claims: readonly { readonly code: string; readonly dossier: DossierId; readonly event: EventRef }[],
  ) => Promise<ReadonlyMap<string, DossierId>>;
  readonly leasesOfDevice: (device: DeviceId) => Promise<readonly Lease[]>;
  /** Every lease ever given for the agency, for choosing a disjoint one. Locks the agency. */
  readonly lockAgencyLeases: (agencyId: string) => Promise<readonly (Lease & { readonly device: DeviceId })[]>;
  readonly addLease: (device: DeviceId, lease: Lease) => Promise<void>;
  readonly retireLeases: (device: DeviceId, on: string) => Promise<void>;
  readonly putDevice: (device: DeviceRecord) => Promise<void>;
  /** Of every device the office ever had. */
  readonly bookNumbers: (office: OfficeId) => Promise<readonly number[]>;
  readonly touchDevice: (device: DeviceId, at: Instant, report: DeviceReport) => Promise<void>;
  /** Locks the code until the transaction ends, so that it is used once. */
  readonly lockEnrolCode: (codeHash: string) => Promise<EnrolCodeRecord | undefined>;
  readonly putEnrolCode: (record: EnrolCodeRecord) => Promise<void>;
  /** The parts under a new version. */
  readonly putReferenceParts: (cursor: ReferenceCursor, parts: readonly StoredPart[]) => Promise<void>;
  /** No device's cursor but the newest is known any more. */
  readonly forgetReferenceChecks: () => Promise<void>;
  /** The setting, kept from changing until the transaction ends; others may hold it too. */
  readonly holdSetting: (key: string) => Promise<string | undefined>;
  readonly putSetting: (key: string, value: string) => Promise<void>;
  readonly audit: (entry: AuditEntry) => Promise<void>;
  /** Grave entries that were not seen yet. */
  readonly markAuditSeen: (ids: readonly number[], by: StaffId, at: Instant) => Promise<void>;
}

export interface AuditEntry {
  readonly at: Instant;
  /** Undefined for a command on the server itself. */
  readonly actor?: StaffId | undefined;
  /** On which device it was done. */
  readonly device?: DeviceId | undefined;
  /** The office it concerns: its administrator may read it. */
  readonly office?: OfficeId | undefined;
  /** Where it concerns two, as a move does. */
  readonly otherOffice?: OfficeId | undefined;
  readonly what: AuditKind;
  /** Id of the officer, office, device, procedure or dossier it was done to. */
  readonly target?: string | undefined;
  readonly changes?: readonly AuditChange[] | undefined;
  /** Why, where it had to be said. */
  readonly reason?: string | undefined;
  /** What made it dangerous: shown to the director until it was seen. */
  readonly grave?: readonly GraveGrant[] | undefined;
  /** A name that is no id: the device a code is for. */
  readonly detail?: string | undefined;
}

export interface StoredAudit extends AuditEntry {
  /** Grows with time. */
  readonly id: number;
  readonly seenAt?: Instant | undefined;
  readonly seenBy?: StaffId | undefined;
}

export interface AuditQuery {
  /** Those that concern one of these offices; undefined: all. */
  readonly offices?: readonly OfficeId[] | undefined;
  /** Also what concerns no office. */
  readonly withoutOffice?: boolean | undefined;
  readonly actor?: string | undefined;
  readonly what?: readonly AuditKind[] | undefined;
  readonly target?: string | undefined;
  /** Inclusive. */
  readonly from?: Instant | undefined;
  /** Exclusive. */
  readonly to?: Instant | undefined;
  /** Only entries with a smaller id: the next page. */
  readonly before?: number | undefined;
  /** Only grave ones nobody has seen. */
  readonly unseen?: boolean | undefined;
  readonly limit: number;
}

/** Feeds that grew. The device whose push made them grow has the answer to it already: its own stream stays silent. */
export interface Hint {
  readonly offices: readonly OfficeId[];
  readonly by?: DeviceId | undefined;
  /** Reference data or a device itself changed: told to a device that nobody is signed in to as well. */
  readonly isAdministration?: boolean | undefined;
}

export interface Store extends PlainReads {
  readonly write: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly findDevice: (id: DeviceId) => Promise<DeviceRecord | undefined>;
  readonly findDeviceByTokenHash: (tokenHash: string) => Promise<DeviceRecord | undefined>;
  readonly listDevices: (office?: OfficeId) => Promise<readonly DeviceRecord[]>;
  readonly listEnrolCodes: () => Promise<readonly EnrolCodeRecord[]>;
  readonly findReferenceCheck: (version: number) => Promise<number | undefined>;
  readonly readFeed: (cursor: FeedCursor, eventsMax: number, skip?: DeviceId) => Promise<FeedReading>;
  /** The newest runs of a feed, oldest first, until `eventsMax` events are reached; `length` is that of the whole feed in events. */
  readonly readFeedTail: (
    office: OfficeId,
    eventsMax: number,
    skip?: DeviceId,
  ) => Promise<{ readonly length: number; readonly runs: readonly FeedRun[] }>;
  /** The events of a run as stored, refused and held ones left out. */
  readonly readRuns: (runs: readonly FeedRun[]) => Promise<readonly (readonly EventEnvelope[])[]>;
  /**
   * The accepted events of the dossier that has the code, or of another one where none has: who asks cannot tell by the time it took, and has to compare the code.
   * Empty only where there is no dossier with a code at all.
   */
  readonly eventsNearCode: (code: string) => Promise<readonly EventEnvelope[]>;
  readonly refusedOfDevice: (device: DeviceId) => Promise<readonly RefusedEvent[]>;
  /** Newest first. */
  readonly listSetAside: (limit: number) => Promise<readonly SetAside[]>;
  /** How many there are of each kind, by office. */
  readonly countSetAside: () => Promise<readonly { readonly office: OfficeId; readonly kind: SetAside['kind']; readonly count: number }[]>;
  readonly countEvents: () => Promise<number>;
  readonly countDossiers: () => Promise<number>;
  /** Newest first. */
  readonly listAudit: (query: AuditQuery) => Promise<readonly StoredAudit[]>;
  readonly ping: () => Promise<void>;
  /** Tells every server process on this database that feeds grew. */
  readonly publishHint: (hint: Hint) => Promise<void>;
  readonly onHint: (listener: (hint: Hint) => void) => () => void;
  readonly close: () => Promise<void>;
}

/**
 * The one exchange (`POST /api/sync`): a request up, an answer down. Idempotent in every direction. See `README.md` in this folder for prose,
 * limits and versions; `wire.ts` for the bytes. Both sides parse with the schemas in `schemas.ts` and never trust the inferred type alone.
 */
import type { DeviceId, OfficeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import type { Lease } from '../dossier/lease.ts';

/** 32 bytes, SHA-256 chain link. The link before event 1 is `genesisLink(device)`. */
export type Link = Uint8Array;

/** Place in an office's feed: all positions up to `position` are held. `check` is the server's random mark of that place, so a restored server is noticed. */
export interface FeedCursor {
  readonly office: OfficeId;
  readonly position: number;
  readonly check: number;
}

/** Version of the reference data a device holds; `check` is of the server's whole history up to it, so a restored server is noticed. */
export interface ReferenceCursor {
  readonly version: number;
  readonly check: number;
}

/** A part of the reference data (`reference/parts.ts`), cut to the device's office. */
export interface ReferencePart {
  readonly key: string;
  readonly value: unknown;
}

export interface ReferenceUpdate {
  readonly cursor: ReferenceCursor;
  /** The parts are all there is: others that the device holds are gone. */
  readonly reset: boolean;
  readonly parts: readonly ReferencePart[];
  readonly removed: readonly string[];
  /** How the device is called: a new name is a version of its own, so that it is told until it is known. */
  readonly deviceName?: string | undefined;
}

/** A kind of failure to exchange, without anything of what was exchanged. */
export interface ReportedProblem {
  readonly code: string;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

export interface DeviceReport {
  readonly appVersion: string;
  readonly pendingEvents: number;
  readonly pendingBytes: number;
  /** Oldest unsent act, for freshness. */
  readonly oldestPendingAt?: Instant | undefined;
  readonly storageUsedBytes?: number | undefined;
  readonly storageQuotaBytes?: number | undefined;
  readonly persisted?: boolean | undefined;
  /** Raw device clock when the request was made. */
  readonly clock: Instant;
  /** Since the exchange before, newest first; absent where there were none. The centre keeps the last it was told. */
  readonly problems?: readonly ReportedProblem[] | undefined;
}

export interface SyncRequest {
  readonly protocol: number;
  readonly device: DeviceId;
  /** Highest event the device knows the server has, and its link. */
  readonly ackedSeq: number;
  /** Highest event of the device's log (≥ the last one of this batch). */
  readonly lastSeq: number;
  /** Link of the event before `events[0]` (of `ackedSeq` where there are none). */
  readonly linkBefore: Link;
  /** Link of the last event in `events` (= linkBefore where there are none). */
  readonly linkAfter: Link;
  /** Contiguous own events; the first has seq `ackedSeq + 1`. */
  readonly events: readonly EventEnvelope[];
  readonly cursors: readonly FeedCursor[];
  /** Of the reference data; undefined where the device has none yet. */
  readonly reference?: ReferenceCursor | undefined;
  /** Serials still free today per agency identifier; absent = no lease. The server tops up. */
  readonly numbersFree: readonly { readonly agencyId: string; readonly free: number }[];
  readonly answerEventsMax: number;
  readonly report: DeviceReport;
}

export interface RefusedEvent {
  readonly seq: number;
  /** REFUSED: kept in the device's log on the server, seen by nobody else. QUARANTINED: kept, shared, folded after an upgrade. */
  readonly kind: 'REFUSED' | 'QUARANTINED';
  readonly code: RefusedCode;
  readonly detail?: string | undefined;
}

export type RefusedCode =
  | 'event/malformed'
  | 'event/other-office'
  | 'event/actor-unknown'
  | 'event/actor-not-allowed'
  | 'event/dossier-not-visible'
  | 'event/held-elsewhere'
  | 'event/share-not-allowed'
  | 'event/unknown-type'
  | 'event/newer-version'
  | 'event/time-impossible'
  /** Earlier than the device's own earlier act. */
  | 'event/time-before-own'
  | 'numbers/duplicate-code'
  | 'numbers/not-leased';

export interface FeedPage {
  readonly office: OfficeId;
  /** Events of other devices, in feed order. */
  readonly events: readonly EventEnvelope[];
  readonly cursor: FeedCursor;
  /** True when the server could not find the cursor's mark (restored server, new identity): pages start from the beginning again. */
  readonly reset: boolean;
}

/** What the centre knows of a device from the last time it was heard. */
export interface DeviceContact {
  readonly name: string;
  /** Undefined where it was never heard. What it reported is as old as this. */
  readonly lastExchangeAt?: Instant | undefined;
  readonly pendingEvents?: number | undefined;
  /** Its oldest act that waits. */
  readonly oldestPendingAt?: Instant | undefined;
}

/** Facts from which it is judged how fresh an office's data is (`judgement/freshness.ts`); only for centre devices. */
export interface Freshness {
  readonly office: OfficeId;
  /** Those that count: neither revoked nor retired nor lost. */
  readonly devices: number;
  /** Of those that count, the one that lags most; undefined where none counts. */
  readonly slowest?: DeviceContact | undefined;
  /** Of all that count, as each last reported. */
  readonly pendingEvents: number;
  /** Time of the newest act received. */
  readonly newestEventAt?: Instant | undefined;
  /** Devices reported lost lately: the director is to know. */
  readonly lost?: readonly { readonly name: string; readonly at: Instant }[] | undefined;
}

export type SyncOutcome =
  /** The batch (if any) is stored. */
  | { readonly kind: 'OK' }
  /** The server is behind what the device thought (restored backup): send again from `head`. */
  | { readonly kind: 'RESEND' }
  /**
   * The device's chain does not fit (restored image, cloned profile): take the new identity and write again, under it, what comes after `keepSeq`.
   * Up to there the server holds exactly the device's events (also where a twin of the device sent them), so nothing is doubled.
   */
  | { readonly kind: 'FORKED'; readonly device: DeviceId; readonly token: string; readonly bookNumber: number; readonly keepSeq: number };

export interface SyncAnswer {
  readonly protocol: number;
  readonly outcome: SyncOutcome;
  readonly serverTime: Instant;
  /** The receipt: the server durably holds this device's log up to here. */
  readonly headSeq: number;
  readonly headLink: Link;
  readonly refused: readonly RefusedEvent[];
  readonly pages: readonly FeedPage[];
  /** More feed events wait: exchange again at once. */
  readonly more: boolean;
  /** Undefined where the device has it all. */
  readonly reference?: ReferenceUpdate | undefined;
  /** All live leases of the device, when they changed or were asked for; else undefined. */
  readonly leases?: readonly Lease[] | undefined;
  readonly freshness?: readonly Freshness[] | undefined;
}

/** What `POST /api/enrol` gives a new device. */
export interface Enrolment {
  readonly device: DeviceId;
  readonly token: string;
  readonly office: OfficeId;
  readonly deviceName: string;
  /** This device's register book number inside the office. */
  readonly bookNumber: number;
  readonly serverTime: Instant;
  /** Public encryption key of the server (P-256, SPKI, base64url): what is sealed to it only the server can open. */
  readonly serverKey: string;
}

/**
 * The one hot record of the database: who this device is, where its log and cursors stand, its leases. Every writing transaction reads it
 * first and puts it back last, so two tabs can never act on different heads.
 */
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import type { FeedCursor, Freshness, Link, ReferenceCursor } from '@onestop/shared/protocol/messages.ts';
import type { StatedTime } from '@onestop/shared/sync/act-time.ts';
import type { FoldedWith } from './folded-with.ts';

/** The layout of the tables; a database of a newer one is not opened. */
export const schemaVersion = 1;

export interface Identity {
  readonly device: DeviceId;
  readonly token: string;
  readonly office: OfficeId;
  readonly name: string;
  readonly bookNumber: number;
}

export interface LogHead {
  readonly seq: number;
  readonly link: Link;
}

export interface DeviceState {
  readonly schema: number;
  /** Grows by one with every write that changes rows or the log; other tabs catch up from theirs. */
  readonly rev: number;
  /** Deltas up to here are in the row blocks. */
  readonly compactedRev: number;
  readonly identity?: Identity | undefined;
  readonly head?: LogHead | undefined;
  /** What the server has confirmed. */
  readonly acked?: LogHead | undefined;
  /** Characters of JSON not yet acknowledged. */
  readonly pendingChars: number;
  readonly oldestPendingAt?: Instant | undefined;
  /** Bytes on the wire per character of JSON, learned from what was sent. */
  readonly wireRatio: number;
  readonly foreignOrdinal: number;
  /** How many records the log and the foreign table hold: a record that vanished is noticed at start. */
  readonly logRecords: number;
  readonly foreignRecords: number;
  /** Up to here small records were merged already. */
  readonly logMergedTo: number;
  readonly foreignMergedTo: number;
  readonly cursors: readonly FeedCursor[];
  readonly leases: readonly Lease[];
  /** Last line drawn in this device's books, by kind and year ("REGISTER|2026"): the register and every kind of slip. */
  readonly bookLines: { readonly [book: string]: number };
  /** The reference data in the table; `whole` names the update that last replaced all of it. */
  readonly reference?: (ReferenceCursor & { readonly whole: string }) | undefined;
  /** Add to the device's clock to get the server's. */
  readonly clockOffsetMs: number;
  /** The centre's time at the last exchange or enrolment: no act lies before it. */
  readonly heardAt?: Instant | undefined;
  /** Newest own act, and none lies before it; one that the centre has counts at most as the time when it had it. */
  readonly lastOwnAt: Instant;
  /** Until the next exchange. */
  readonly stated?: StatedTime | undefined;
  readonly lastReceiptAt?: Instant | undefined;
  /** The centre's time when this device last had everything of the others: an exchange while nobody is signed in brings nothing. */
  readonly pulledAt?: Instant | undefined;
  readonly freshness: readonly Freshness[];
  readonly refusedRev: number;
  readonly revoked: boolean;
  /** What the build understood that folded the rows. */
  readonly foldedWith?: FoldedWith | undefined;
}

export const initialState: DeviceState = {
  schema: schemaVersion,
  rev: 0,
  compactedRev: 0,
  pendingChars: 0,
  wireRatio: 0.25,
  foreignOrdinal: 0,
  logRecords: 0,
  foreignRecords: 0,
  logMergedTo: 0,
  foreignMergedTo: 0,
  cursors: [],
  leases: [],
  bookLines: {},
  clockOffsetMs: 0,
  lastOwnAt: 0,
  freshness: [],
  refusedRev: 0,
  revoked: false,
};

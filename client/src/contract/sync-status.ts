/** What is saved, what is sent, what the server confirmed: built from receipts, never from `navigator.onLine`. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Freshness, RefusedCode } from '@onestop/shared/protocol/messages.ts';
import type { SyncPhase } from '@onestop/shared/sync/status.ts';
import type { SyncProblemState } from '@onestop/shared/sync/sync-machine.ts';
import type { Live } from './live.ts';

export type { SyncPhase };
export type SyncProblem = SyncProblemState;

/** What the pill and the sync sheet say. Built from facts (acknowledgements), never from `navigator.onLine`. */
export interface SyncStatus {
  readonly phase: SyncPhase;
  /** Events not yet acknowledged, and their estimated bytes on the wire. */
  readonly pendingEvents: number;
  readonly pendingBytes: number;
  /** Of the oldest of them. */
  readonly oldestPendingAt?: Instant | undefined;
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

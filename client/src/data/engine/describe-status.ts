/** What the pill is told: the machine's facts (of the leading tab) and what the log knows by itself. */
import type { SyncFacts } from '@onestop/shared/sync/status.ts';
import type { SyncStatus } from '../../contract/sync-status.ts';
import type { DeviceState } from '../db/device-state.ts';

export function unsentEvents({ head, acked }: DeviceState): number {
  return (head?.seq ?? 0) - (acked?.seq ?? 0);
}

export function describeStatus(state: DeviceState, facts: SyncFacts, refused: number, leader: boolean): SyncStatus {
  const corrected = (at: number | undefined): number | undefined => (at === undefined ? undefined : at + state.clockOffsetMs);
  const { phase, progress, reachable, problem } = facts;
  return {
    phase,
    pendingEvents: unsentEvents(state),
    pendingBytes: Math.round(state.pendingChars * state.wireRatio),
    progress,
    lastReceiptAt: state.lastReceiptAt,
    lastAttemptAt: corrected(facts.lastAttemptAt),
    nextAttemptAt: corrected(facts.nextAttemptAt),
    reachable,
    problem: problem === undefined ? undefined : { code: problem.code, since: problem.since + state.clockOffsetMs },
    refused,
    leader,
    freshness: state.freshness,
  };
}

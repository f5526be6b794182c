/** What the pill is told: the machine's facts (of the leading tab) and what the log knows by itself. */
import type { SyncFacts } from '@onestop/shared/sync/status.ts';
import type { Live } from '../../contract/live.ts';
import type { SyncStatus } from '../../contract/sync-status.ts';
import type { DeviceState } from '../db/device-state.ts';
import type { EventLog } from '../db/event-log.ts';
import { createMutableLive } from '../db/live.ts';

export function unsentEvents({ head, acked }: DeviceState): number {
  return (head?.seq ?? 0) - (acked?.seq ?? 0);
}

function describeStatus(state: DeviceState, facts: SyncFacts, refused: number, leader: boolean): SyncStatus {
  const corrected = (at: number | undefined): number | undefined => (at === undefined ? undefined : at + state.clockOffsetMs);
  const { phase, progress, reachable, problem } = facts;
  return {
    phase,
    pendingEvents: unsentEvents(state),
    pendingBytes: Math.round(state.pendingChars * state.wireRatio),
    oldestPendingAt: state.oldestPendingAt,
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

export interface StatusBoard {
  readonly live: Live<SyncStatus>;
  /** Something changed; the leading tab tells the others. */
  readonly show: () => void;
  /** What the leading tab says. */
  readonly hear: (facts: SyncFacts) => void;
}

export interface BoardDeps {
  readonly log: Pick<EventLog, 'state' | 'refused'>;
  readonly leads: () => boolean;
  readonly ownFacts: () => SyncFacts;
  readonly tell: (facts: SyncFacts) => void;
}

export function createStatusBoard({ log, leads, ownFacts, tell }: BoardDeps): StatusBoard {
  let told: SyncFacts | undefined;
  const describe = (): SyncStatus =>
    describeStatus(log.state.get(), leads() || told === undefined ? ownFacts() : told, log.refused.get().size, leads());
  const live = createMutableLive<SyncStatus>(describe());
  return {
    live,
    show: () => {
      live.set(describe());
      if (leads()) tell(ownFacts());
    },
    hear: (facts) => {
      told = facts;
      live.set(describe());
    },
  };
}

/** What the pill may say, from facts of the machine alone: acknowledgements and answers, never the browser's opinion about the network. */
import type { Instant } from '../kernel/instant.ts';
import type { SyncProblemState, SyncState } from './sync-machine.ts';

export type SyncPhase = 'IDLE' | 'WAITING' | 'CONTACTING' | 'SENDING' | 'RECEIVING' | 'STOPPED';

export interface SyncFacts {
  readonly phase: SyncPhase;
  readonly pendingEvents: number;
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  readonly lastReceiptAt?: Instant | undefined;
  readonly lastAttemptAt?: Instant | undefined;
  readonly nextAttemptAt?: Instant | undefined;
  readonly reachable: boolean;
  readonly problem?: SyncProblemState | undefined;
  readonly leader: boolean;
}

export function syncFacts(state: SyncState): SyncFacts {
  return {
    phase: phaseOf(state),
    pendingEvents: state.pendingEvents,
    progress: state.progress,
    lastReceiptAt: state.lastReceiptAt,
    lastAttemptAt: state.lastAttemptAt,
    nextAttemptAt: state.dueAt,
    reachable: state.reachable,
    problem: state.problem,
    leader: state.leader,
  };
}

function phaseOf(state: SyncState): SyncPhase {
  if (!state.leader) return 'IDLE';
  if (state.running) {
    if (state.running.what === 'PROBE' || state.running.eventsMax === 0) return 'CONTACTING';
    if (state.pendingEvents > 0) return 'SENDING';
    return state.more ? 'RECEIVING' : 'CONTACTING';
  }
  if (state.needs) return 'STOPPED';
  return state.problem || state.pendingEvents > 0 ? 'WAITING' : 'IDLE';
}

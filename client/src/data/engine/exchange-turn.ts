/**
 * Carries out one exchange of the machine and says how it ended. Before anybody is signed in a device only delivers: it asks for no events. What a turn
 * means beyond the machine (revoked, the diary, a fault of this device) is seen to here.
 */
import type { TransportError } from '@onestop/shared/ports.ts';
import { recoveryOf, type SyncError, type SyncInput } from '@onestop/shared/sync/sync-machine.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { EventLog } from '../db/event-log.ts';
import { storageFaultOf } from '../db/storage-fault.ts';
import type { Platform } from '../../ports/platform.ts';
import type { BegunTurns } from './ahead.ts';
import { unsentEvents } from './status-board.ts';
import { exchangeOnce } from './exchange-once.ts';
import type { ExchangeEffect } from './machine-runner.ts';
import type { Turn, TurnDeps, TurnError } from './turn.ts';

export type DeviceTrouble = Extract<TurnError, { readonly code: `storage/${string}` | 'log/broken' }>;

export interface ExchangeTurnDeps extends TurnDeps {
  readonly platform: Platform;
  readonly log: EventLog;
  /** Local data is in trouble, or (undefined) no longer: shown on a screen of its own. */
  readonly onTrouble: (trouble: DeviceTrouble | undefined) => void;
  readonly onExchanged: (turn: Turn) => void;
  /** What stood in the way before this turn. */
  readonly problem: () => SyncError['code'] | undefined;
  readonly jitter: () => number;
  /** The tab is closing: nobody is to be told any more. */
  readonly isStopped: () => boolean;
}

export type TurnEnd = Extract<SyncInput, { readonly kind: 'exchangeSucceeded' | 'exchangeFailed' }>;

export async function exchangeTurn(deps: ExchangeTurnDeps, effect: ExchangeEffect, begun: BegunTurns): Promise<TurnEnd> {
  const { log } = deps;
  try {
    const turn = await exchangeOnce(deps, sizeOf(effect, log), begun);
    if (!turn.ok) return await failed(deps, turn.error);
    if (log.state.get().revoked) {
      const welcome = await log.setRevoked(false);
      if (!welcome.ok) return await failed(deps, welcome.error);
    }
    if (!deps.isStopped()) {
      deps.onTrouble(undefined);
      deps.onExchanged(turn.value);
    }
    return succeeded(deps, turn.value);
  } catch (error) {
    // Reading the log may fail as well as writing it.
    const fault = storageFaultOf(error);
    if (fault === undefined) throw error;
    return failed(deps, fault);
  }
}

function sizeOf({ eventsMax, answerEventsMax, bytesMax, likelyNext }: ExchangeEffect, log: EventLog) {
  const charsMax = Math.round(bytesMax / log.state.get().wireRatio);
  if (log.rowsOpen.get()) return { eventsMax, charsMax, answerEventsMax, likelyNext };
  return { eventsMax, charsMax, answerEventsMax: 0, likelyNext: { ...likelyNext, answerEventsMax: 0 } };
}

function succeeded({ platform, log }: ExchangeTurnDeps, turn: Turn): TurnEnd {
  const { applied, outcome, sent, more, bytesUp, bytesDown } = turn;
  const { acknowledged, received } = applied;
  const pendingEvents = unsentEvents(log.state.get());
  const otherNews = turn.otherNews || applied.kind === 'STALE';
  const summary = { outcome, sent, acknowledged, received, more, pendingEvents, bytesUp, bytesDown, otherNews };
  return { kind: 'exchangeSucceeded', now: platform.clock.now(), summary };
}

async function failed(deps: ExchangeTurnDeps, error: TurnError): Promise<TurnEnd> {
  const { platform, log } = deps;
  const trouble = troubleOf(error);
  if (trouble !== undefined) {
    if (!deps.isStopped()) deps.onTrouble(trouble);
  } else {
    if (error.code === 'wire/device-revoked') await log.setRevoked(true);
    if (deps.problem() !== error.code) await log.addDiary([{ at: log.now(), kind: 'failed', detail: error.code }]);
    const recovery = recoveryOf(error as TransportError);
    if (deps.problem() !== error.code && (recovery === 'retry' || recovery === 'retry-after')) await platform.registerBackgroundSync();
  }
  return { kind: 'exchangeFailed', now: platform.clock.now(), error: syncErrorOf(error), jitter: deps.jitter() };
}

function troubleOf(error: TurnError): DeviceTrouble | undefined {
  return error.code === 'log/broken' || error.code.startsWith('storage/') ? (error as DeviceTrouble) : undefined;
}

function syncErrorOf(error: TurnError): SyncError {
  if (error.code === 'log/broken') return { code: 'local/log-broken' };
  return error.code.startsWith('storage/')
    ? { code: 'local/storage' }
    : (error as Exclude<TurnError, StorageFault | { readonly code: 'log/broken' }>);
}

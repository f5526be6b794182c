/** What this device knows about time, for the shared judgement of it. */
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import { actTime, type ClockFacts, statedProblem } from '@onestop/shared/sync/act-time.ts';
import type { StateTimeError } from '../../../contract/device.ts';
import { commit, type Draft } from '../commit.ts';
import type { DeviceState, Identity } from '../device-state.ts';
import { ackedOf, headOf, type LogContext } from './context.ts';

export function clockFacts({ clock }: Pick<LogContext, 'clock'>, state: DeviceState): ClockFacts {
  const { clockOffsetMs: offsetMs, heardAt, lastOwnAt, stated } = state;
  return { shown: clock.now(), offsetMs, heardAt, lastOwnAt, stated };
}

/**
 * The time for lists, waits and previews. Where the clock gives none it is at least the floor, and goes on from there with the clock: a wait that was begun
 * must come to its end.
 */
export function createNow(facts: () => ClockFacts): () => Instant {
  let since: { readonly floor: Instant; readonly shown: Instant } | undefined;
  return () => {
    const known = facts();
    const time = actTime(known);
    if (time.kind !== 'TOO_EARLY') {
      since = undefined;
      return time.at;
    }
    if (since?.floor !== time.floor || known.shown < since.shown) since = { floor: time.floor, shown: known.shown };
    return time.floor + known.shown - since.shown;
  };
}

/** The centre said what time it is: what an officer stated ends. */
export function hearTime(state: DeviceState, serverTime: Instant): DeviceState {
  return { ...state, heardAt: serverTime, stated: undefined };
}

/** Once the centre has every own act, one that is still ahead of the centre's time was stamped by a wrong clock, taken or refused: it is no floor for the next. */
export function forgetActsAhead(draft: Draft, identity: Identity): void {
  const { state } = draft;
  if (ackedOf(state, identity).seq < headOf(state, identity).seq) return;
  draft.state = { ...state, lastOwnAt: Math.min(state.lastOwnAt, must(state.heardAt, 'an answer was taken in')) };
}

export async function stateTime(context: LogContext, at: Instant): Promise<Result<void, StateTimeError>> {
  const done = await commit(context, async (draft): Promise<Result<void, StateTimeError>> => {
    const facts = clockFacts(context, draft.state);
    const problem = statedProblem(facts, at);
    if (problem !== undefined) return err(problem);
    draft.state = { ...draft.state, stated: { at, offsetMs: at - facts.shown } };
    return ok();
  });
  return done.ok ? done.value : done;
}

/**
 * The client's side of the exchange as a pure machine: state + input → state + effects. A thin driver owns timers and fetch: it feeds inputs and carries out
 * effects, nothing else. Invariants: at most one exchange at a time; an exchange without progress is never followed by another within
 * `attemptGapMsMin`; whatever fails, on the way or on this device, a next attempt is always scheduled while this tab leads, so that the machine goes on by
 * itself when it can.
 */
import type { Instant } from '../kernel/instant.ts';
import type { TransportError } from '../ports.ts';
import { type Recovery, wireErrors } from '../protocol/errors.ts';
import type { SyncOutcome } from '../protocol/messages.ts';
import { backoffMs } from './backoff.ts';
import { type SyncOptions, syncOptionsDefault } from './options.ts';

export type SyncInput =
  | { readonly kind: 'actPerformed'; readonly now: Instant; readonly pendingEvents: number }
  /** The server or another tab says that there is something new. */
  | { readonly kind: 'hint'; readonly now: Instant }
  /** The browser believes to be on a network again: worth a probe, no more. */
  | { readonly kind: 'lineRegained'; readonly now: Instant }
  | { readonly kind: 'probeSucceeded'; readonly now: Instant }
  | { readonly kind: 'probeFailed'; readonly now: Instant; readonly error: TransportError; readonly jitter: number }
  | { readonly kind: 'tick'; readonly now: Instant }
  | { readonly kind: 'exchangeSucceeded'; readonly now: Instant; readonly summary: AnswerSummary }
  | { readonly kind: 'exchangeFailed'; readonly now: Instant; readonly error: SyncError; readonly jitter: number }
  | { readonly kind: 'syncNow'; readonly now: Instant }
  | { readonly kind: 'becameLeader'; readonly now: Instant; readonly pendingEvents: number }
  | { readonly kind: 'lostLeadership'; readonly now: Instant };

/** What keeps this device itself from exchanging. Each may end by itself or by a person, and none stops the machine. */
export const localErrors = {
  /** The browser's storage does not answer, or is full. */
  'local/storage': 'retry',
  /** What the server confirms is not what this device wrote. */
  'local/log-broken': 'stop',
  /** The server's answer can only be taken in where somebody is signed in. */
  'local/locked': 'sign-in',
} as const satisfies Record<string, Recovery>;
export type LocalErrorCode = keyof typeof localErrors;
export type SyncError = TransportError | { readonly code: LocalErrorCode };

/** What the driver tells after it has stored an answer. */
export interface AnswerSummary {
  readonly outcome: SyncOutcome['kind'];
  /** Events in the request. */
  readonly sent: number;
  /** How far the acknowledged head moved (also without sending, when an earlier answer was lost). */
  readonly acknowledged: number;
  readonly received: number;
  readonly more: boolean;
  /** Still to be sent, after this answer. */
  readonly pendingEvents: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  /** Reference data, leases or a page's new beginning came: also progress. */
  readonly otherNews: boolean;
}

export type SyncEffect =
  /** `eventsMax` 0: only ask. The driver cuts the batch to `bytesMax` as well. */
  | {
      readonly kind: 'exchange';
      readonly eventsMax: number;
      readonly bytesMax: number;
      readonly answerEventsMax: number;
      /** What the exchange after this one will most likely carry, so that the driver can make it ready while this one travels; 0: it cannot be told. */
      readonly likelyNext: { readonly eventsMax: number; readonly answerEventsMax: number };
    }
  /** Feed a `tick` then; replaces an earlier wait. */
  | { readonly kind: 'wait'; readonly untilMs: Instant }
  | { readonly kind: 'probe' }
  /** No timer any more: another tab leads. */
  | { readonly kind: 'stop' };

export interface SyncProblemState {
  readonly code: SyncError['code'];
  readonly since: Instant;
}

export interface SyncState {
  readonly leader: boolean;
  readonly pendingEvents: number;
  readonly running?: { readonly what: 'EXCHANGE' | 'PROBE'; readonly since: Instant; readonly eventsMax: number } | undefined;
  /** Something was asked for while an exchange ran. */
  readonly askedAgain: boolean;
  readonly dueAt?: Instant | undefined;
  readonly failures: number;
  readonly problem?: SyncProblemState | undefined;
  /** What a person has to do, after an error that does not go away by waiting. */
  readonly needs?: Recovery | undefined;
  /** The last failed batch may have arrived: ask before sending. */
  readonly askFirst: boolean;
  readonly pushEventsMax: number;
  readonly answerEventsMax: number;
  /** How many times larger a full batch may be next time, as the last exchange went. */
  readonly growth: number;
  readonly reachable: boolean;
  readonly more: boolean;
  /** Of the present run of exchanges. */
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  readonly lastReceiptAt?: Instant | undefined;
  readonly lastAttemptAt?: Instant | undefined;
}

export interface SyncStep {
  readonly state: SyncState;
  readonly effects: readonly SyncEffect[];
}

export function initialSyncState(options: SyncOptions = syncOptionsDefault): SyncState {
  return {
    leader: false,
    pendingEvents: 0,
    askedAgain: false,
    failures: 0,
    askFirst: false,
    pushEventsMax: options.pushEventsFirst,
    answerEventsMax: options.answerEventsFirst,
    growth: growthMax,
    reachable: false,
    more: false,
  };
}

export function stepSync(state: SyncState, input: SyncInput, options: SyncOptions = syncOptionsDefault): SyncStep {
  const { now } = input;
  switch (input.kind) {
    case 'becameLeader':
      return attempt({ ...state, leader: true, pendingEvents: input.pendingEvents }, now, options);
    case 'lostLeadership':
      // Nothing is scheduled; a running exchange may still answer, and its answer counts.
      return { state: { ...state, leader: false, dueAt: undefined, askedAgain: false }, effects: [{ kind: 'stop' }] };
    case 'actPerformed':
      return soon({ ...state, pendingEvents: input.pendingEvents }, now, options.actDebounceMs, options);
    case 'hint':
      return soon(state, now, options.hintDebounceMs, options);
    case 'syncNow':
      return attempt(state, now, options);
    case 'lineRegained':
      return regained(state, now, options);
    case 'probeSucceeded':
      return attempt({ ...state, running: undefined, reachable: true }, now, options);
    case 'probeFailed':
      return failed(state, input, options);
    case 'tick':
      return tick(state, now, options);
    case 'exchangeSucceeded':
      return succeeded(state, input.summary, now, options);
    case 'exchangeFailed':
      return failed(state, input, options);
  }
}

function waitUntil(state: SyncState, dueAt: Instant): SyncStep {
  return { state: { ...state, dueAt }, effects: [{ kind: 'wait', untilMs: dueAt }] };
}

/** Now, or as soon as the gap since the last attempt allows. */
function attempt(state: SyncState, now: Instant, options: SyncOptions): SyncStep {
  if (!state.leader) return { state, effects: [] };
  if (state.running) return { state: { ...state, askedAgain: true }, effects: [] };
  const earliest = gapEnd(state, now, options);
  return earliest > now ? waitUntil(state, Math.min(earliest, state.dueAt ?? earliest)) : exchange(state, now, options);
}

/** After a debounce; never earlier than a back-off that is under way. */
function soon(state: SyncState, now: Instant, debounceMs: number, options: SyncOptions): SyncStep {
  if (!state.leader) return { state, effects: [] };
  if (state.running) return { state: { ...state, askedAgain: true }, effects: [] };
  if (state.problem && state.dueAt !== undefined && isPlausible(state.dueAt, now, options)) return waitUntil(state, state.dueAt);
  // The first act of a burst sets the time: a second one must not push it away.
  const wanted = Math.max(now + debounceMs, gapEnd(state, now, options));
  return waitUntil(state, state.dueAt !== undefined && isPlausible(state.dueAt, now, options) ? Math.min(state.dueAt, wanted) : wanted);
}

function regained(state: SyncState, now: Instant, options: SyncOptions): SyncStep {
  if (!state.leader || state.running) return { state, effects: [] };
  const earliest = gapEnd(state, now, options);
  if (earliest > now) return waitUntil(state, Math.min(earliest, state.dueAt ?? earliest));
  return {
    state: { ...state, running: { what: 'PROBE', since: now, eventsMax: 0 }, lastAttemptAt: now, dueAt: undefined },
    effects: [{ kind: 'probe' }],
  };
}

function tick(state: SyncState, now: Instant, options: SyncOptions): SyncStep {
  if (!state.leader || state.running) return { state, effects: [] };
  if (state.dueAt !== undefined && now < state.dueAt && isPlausible(state.dueAt, now, options)) return waitUntil(state, state.dueAt);
  return exchange(state, now, options);
}

function exchange(state: SyncState, now: Instant, options: SyncOptions): SyncStep {
  const eventsMax = state.askFirst ? 0 : state.pushEventsMax;
  return {
    state: { ...state, running: { what: 'EXCHANGE', since: now, eventsMax }, askedAgain: false, dueAt: undefined, lastAttemptAt: now },
    effects: [
      {
        kind: 'exchange',
        eventsMax,
        bytesMax: options.pushBytesMax,
        answerEventsMax: state.askFirst ? options.answerEventsMin : state.answerEventsMax,
        likelyNext: state.askFirst
          ? { eventsMax: 0, answerEventsMax: 0 }
          : {
              eventsMax: Math.min(options.pushEventsMax, state.pushEventsMax * state.growth),
              answerEventsMax: Math.min(options.answerEventsMax, state.answerEventsMax * state.growth),
            },
      },
    ],
  };
}

function succeeded(state: SyncState, summary: AnswerSummary, now: Instant, options: SyncOptions): SyncStep {
  const ranMs = Math.max(0, now - (state.running?.since ?? now));
  const onlyAsked = state.askFirst && summary.sent === 0;
  const turned = summary.outcome !== 'OK';
  // To be told to start again is news once; told twice in a row it is a circle.
  const moved = summary.acknowledged > 0 || summary.received > 0 || summary.otherNews || (turned && state.failures === 0);
  const done = (state.progress?.done ?? 0) + Math.max(0, summary.acknowledged);
  const next: SyncState = {
    ...resized(state, summary, ranMs, options),
    running: undefined,
    askedAgain: false,
    askFirst: false,
    pendingEvents: summary.pendingEvents,
    // An answer to a mere question proves the line, not that a batch gets through: the next failure waits longer than the last one.
    failures: turned ? state.failures + 1 : onlyAsked ? state.failures : 0,
    problem: undefined,
    needs: undefined,
    reachable: true,
    more: summary.more,
    lastReceiptAt: now,
    progress: summary.pendingEvents > 0 ? { done, total: done + summary.pendingEvents } : undefined,
  };
  if (!next.leader) return { state: next, effects: [] };
  const unfinished = summary.more || summary.pendingEvents > 0;
  if ((unfinished && (moved || onlyAsked)) || (turned && moved)) return exchange(next, now, options);
  // Acts performed while the exchange ran.
  if (unfinished && !summary.more && summary.sent === 0)
    return waitUntil(next, Math.max(now + options.actDebounceMs, gapEnd(next, now, options)));
  // Not finished and no progress either: something is wrong on the way, so slow down instead of turning in circles.
  if (unfinished) return waitUntil({ ...next, failures: state.failures + 1 }, now + backoffMs(state.failures + 1, 0, options));
  if (state.askedAgain) return waitUntil(next, now + options.actDebounceMs);
  return waitUntil(next, now + options.idleIntervalMs);
}

function failed(
  state: SyncState,
  input: { readonly now: Instant; readonly error: SyncError; readonly jitter: number },
  options: SyncOptions,
): SyncStep {
  const { now, error, jitter } = input;
  const { running } = state;
  const recovery = recoveryOf(error);
  const slow = running?.what === 'EXCHANGE' && now - running.since >= options.slowFailureMsMin;
  const tooLarge = recovery === 'smaller';
  const atLeast = state.pushEventsMax <= options.pushEventsMin && state.answerEventsMax <= options.answerEventsMin;
  const mayHaveArrived =
    !tooLarge && running?.what === 'EXCHANGE' && Math.min(running.eventsMax, state.pendingEvents) >= options.askFirstEventsMin;
  const failures = state.failures + 1;
  const next: SyncState = {
    ...state,
    running: undefined,
    askedAgain: false,
    failures,
    askFirst: state.askFirst || mayHaveArrived,
    problem: { code: error.code, since: state.problem?.code === error.code ? state.problem.since : now },
    needs: needsPerson(recovery) ? recovery : undefined,
    reachable: isLocal(error) ? state.reachable : error.code !== 'network/unreachable' && error.code !== 'network/not-ours',
    progress: undefined,
    ...(slow || tooLarge ? halved(state, options) : {}),
  };
  if (!next.leader) return { state: next, effects: [] };
  if (needsPerson(recovery) || (tooLarge && atLeast)) return waitUntil(next, now + options.stoppedIntervalMs);
  const askedMs = 'retryAfterSeconds' in error ? Math.max(0, error.retryAfterSeconds ?? 0) * 1000 : 0;
  return waitUntil(next, now + Math.max(backoffMs(failures, jitter, options), Math.min(askedMs, options.retryAfterMsMax)));
}

/** The error's own recovery; an answer that is not ours, or none, is worth another try. */
export function recoveryOf(error: SyncError): Recovery {
  if (isLocal(error)) return localErrors[error.code];
  return error.code === 'network/unreachable' || error.code === 'network/not-ours' ? 'retry' : wireErrors[error.code].recovery;
}

function isLocal(error: SyncError): error is { readonly code: LocalErrorCode } {
  return error.code in localErrors;
}

function needsPerson(recovery: Recovery): boolean {
  return recovery === 'update-app' || recovery === 're-enrol' || recovery === 'stop' || recovery === 'sign-in' || recovery === 'fix-input';
}

const growthMax = 4;

/** Grows what was full and quick, shrinks what was slow. */
function resized(state: SyncState, summary: AnswerSummary, ranMs: number, options: SyncOptions): SyncState {
  if (ranMs > 2 * options.exchangeMsAim) return { ...state, ...halved(state, options) };
  if (ranMs * 2 > options.exchangeMsAim) return { ...state, growth: 1 };
  // Where much more would still have been quick, a doubling at a time only costs round trips.
  const times = ranMs * 8 <= options.exchangeMsAim ? growthMax : 2;
  // A batch ends with a record of the log, so a full one may be a little short.
  const pushFull = summary.pendingEvents > 0 && summary.sent * 2 >= state.pushEventsMax && summary.bytesUp * times <= options.pushBytesMax;
  const answerFull = summary.more && summary.received * 2 >= state.answerEventsMax;
  return {
    ...state,
    growth: times,
    pushEventsMax: pushFull ? Math.min(options.pushEventsMax, state.pushEventsMax * times) : state.pushEventsMax,
    answerEventsMax: answerFull ? Math.min(options.answerEventsMax, state.answerEventsMax * times) : state.answerEventsMax,
  };
}

function halved(state: SyncState, options: SyncOptions): Pick<SyncState, 'pushEventsMax' | 'answerEventsMax' | 'growth'> {
  return {
    growth: 1,
    pushEventsMax: Math.max(options.pushEventsMin, Math.floor(state.pushEventsMax / 2)),
    answerEventsMax: Math.max(options.answerEventsMin, Math.floor(state.answerEventsMax / 2)),
  };
}

function gapEnd(state: SyncState, now: Instant, options: SyncOptions): Instant {
  const { lastAttemptAt } = state;
  // A clock that was set back must not make the gap longer than it is.
  if (lastAttemptAt === undefined || lastAttemptAt > now) return now;
  return Math.max(now, lastAttemptAt + options.attemptGapMsMin);
}

/** Whether a planned time is believable: a clock that was set back would otherwise put it off for hours. */
function isPlausible(dueAt: Instant, now: Instant, options: SyncOptions): boolean {
  return dueAt > now && dueAt - now <= Math.max(options.stoppedIntervalMs, options.retryAfterMsMax, options.idleIntervalMs);
}

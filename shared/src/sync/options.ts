/** Every timing and size of the client's machine, with its unit in the name. */
import { limits } from '../protocol/limits.ts';
import type { BackoffOptions } from './backoff.ts';

export interface SyncOptions extends BackoffOptions {
  /** Acts within this time travel together. */
  readonly actDebounceMs: number;
  /** A hint waits so long, so that several acts of a neighbour come in one answer. */
  readonly hintDebounceMs: number;
  /** With nothing to say and no hint: still ask so often. */
  readonly idleIntervalMs: number;
  /** Two attempts that do not follow from progress are never closer. */
  readonly attemptGapMsMin: number;
  /** After an error that needs a person (update, enrol again, fault): still ask so often, in case it was put right on the other side. */
  readonly stoppedIntervalMs: number;
  /** A server's "later" is believed up to here. */
  readonly retryAfterMsMax: number;
  readonly pushEventsFirst: number;
  readonly pushEventsMin: number;
  readonly pushEventsMax: number;
  readonly pushBytesMax: number;
  readonly answerEventsFirst: number;
  readonly answerEventsMin: number;
  readonly answerEventsMax: number;
  /** Batches grow while a full one takes less, and shrink above twice this. */
  readonly exchangeMsAim: number;
  /** A failure that took longer was a slow or cut line and shrinks the batch; a quick refusal says nothing about size. */
  readonly slowFailureMsMin: number;
  /** After a failed batch of at least so many events, first ask what arrived before sending anything again. */
  readonly askFirstEventsMin: number;
}

export const syncOptionsDefault: SyncOptions = {
  retryDelayMsFirst: 1_000,
  retryDelayMsMax: 60_000,
  jitterPart: 0.3,
  actDebounceMs: 300,
  hintDebounceMs: 150,
  idleIntervalMs: 120_000,
  attemptGapMsMin: 1_000,
  stoppedIntervalMs: 600_000,
  retryAfterMsMax: 900_000,
  pushEventsFirst: 500,
  pushEventsMin: 10,
  pushEventsMax: limits.pushBatchEventsMax,
  pushBytesMax: limits.pushBatchBytesMax,
  answerEventsFirst: 500,
  answerEventsMin: 100,
  // A page is asked for while the one before it is written: pages of middle size keep both sides busy.
  answerEventsMax: 3_000,
  exchangeMsAim: 8_000,
  slowFailureMsMin: 3_000,
  askFirstEventsMin: 20,
};

/**
 * The next turn begun while this one is under way: the next batch is read, encoded and signed while the server works on this one; the next page is asked for
 * while this one is written to disk. What was begun is used only where the device then stands exactly where it was expected to; else it is dropped.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { Arrived, PreparedRequest, TransportError } from '@onestop/shared/ports.ts';
import type { FeedCursor, SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { linksEqual } from '@onestop/shared/sync/chain.ts';
import { nextCursors } from '@onestop/shared/sync/next-cursors.ts';
import type { DeviceState } from '../db/device-state.ts';
import { genesisHead } from '../db/log/context.ts';
import type { BatchSize, TurnDeps } from './turn.ts';

/** Kept by whoever runs one turn after the other. */
export interface BegunTurns {
  next?: ReadyTurn | undefined;
  /** A batch on whose way the line broke: the server may hold a part of it. */
  broken?: ReadyTurn | undefined;
}

export interface ReadyTurn {
  readonly request: SyncRequest;
  readonly chars: number;
  readonly prepared: PreparedRequest;
  /** Already under way. */
  readonly sent?: Promise<Sent> | undefined;
}

export interface Sent {
  readonly arrived: Result<Arrived, TransportError>;
  /** Raw device clock, when the request left and when the answer was there. */
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
}

export async function sendNow({ platform }: Pick<TurnDeps, 'platform'>, { send }: PreparedRequest): Promise<Sent> {
  const sentAt = platform.clock.now();
  const arrived = await send();
  return { arrived, sentAt, receivedAt: platform.clock.now() };
}

/** What was begun, if the device stands where that request says. */
export function takeReady(begun: BegunTurns, state: DeviceState, size: BatchSize): ReadyTurn | undefined {
  const { next, broken } = begun;
  begun.next = undefined;
  if (broken !== undefined && !isAtStart(broken, state)) begun.broken = undefined;
  else if (broken?.prepared.isPartlyThere() === true && size.eventsMax > 0) {
    begun.broken = undefined;
    return broken;
  }
  if (next === undefined || !isAtStart(next, state)) return undefined;
  const { request } = next;
  if (next.sent !== undefined) return areSame(state.cursors, request.cursors) ? next : undefined;
  // Its earlier cursors only bring again what the batch before passed over: nothing but own events.
  const fits = request.events.length <= size.eventsMax && (next.chars <= size.charsMax || request.events.length === 1);
  return fits && state.head?.seq === request.lastSeq ? next : undefined;
}

/** Whether the device still stands where the request begins. */
function isAtStart({ request }: ReadyTurn, state: DeviceState): boolean {
  if (state.identity?.device !== request.device) return false;
  const acked = state.acked ?? genesisHead(state.identity);
  return acked.seq === request.ackedSeq && linksEqual(acked.link, request.linkBefore);
}

/** The batch after this one. Undefined where there is none, or reading it failed (the turn that needs it meets the failure itself). */
export async function prepareNext(
  deps: TurnDeps,
  request: SyncRequest,
  eventsMax: number,
  charsMax: number,
): Promise<ReadyTurn | undefined> {
  const ackedSeq = request.ackedSeq + request.events.length;
  if (eventsMax <= 0 || request.events.length === 0 || ackedSeq >= request.lastSeq) return undefined;
  try {
    const { events, linkBefore, linkAfter, chars } = await deps.log.readBatch(ackedSeq, eventsMax, charsMax);
    if (!linksEqual(linkBefore, request.linkAfter)) return undefined;
    const { report } = request;
    const pendingEvents = request.lastSeq - ackedSeq - events.length;
    const next: SyncRequest = {
      ...request,
      ackedSeq,
      linkBefore,
      linkAfter,
      events,
      report: {
        ...report,
        pendingEvents,
        pendingBytes: Math.round((report.pendingBytes * pendingEvents) / Math.max(1, report.pendingEvents)),
        ...(events[0] === undefined ? {} : { oldestPendingAt: events[0].at }),
        clock: deps.platform.clock.now(),
      },
    };
    return { request: next, chars, prepared: await deps.transport.prepare(next) };
  } catch {
    return undefined;
  }
}

/** Sends the request for the page after this answer. Undefined where there is none, or where more than pages changes with this answer. */
export async function askNext(
  deps: TurnDeps,
  request: SyncRequest,
  answer: SyncAnswer,
  answerEventsMax: number,
): Promise<ReadyTurn | undefined> {
  const isPlain = answer.outcome.kind === 'OK' && answer.headSeq === request.ackedSeq && answer.leases === undefined;
  // A device's first answer brings what the desk needs now: nothing is to come between it and the screen.
  if (answerEventsMax <= 0 || !answer.more || request.events.length > 0 || !isPlain) return undefined;
  const next: SyncRequest = {
    ...request,
    cursors: nextCursors(request.cursors, answer.pages),
    reference: answer.reference?.cursor ?? request.reference,
    answerEventsMax,
    report: { ...request.report, clock: deps.platform.clock.now() },
  };
  try {
    const prepared = await deps.transport.prepare(next);
    return { request: next, chars: 0, prepared, sent: sendNow(deps, prepared) };
  } catch {
    return undefined;
  }
}

/** Nothing came that the next request would have to say. */
export function isReceiptOnly(request: SyncRequest, answer: SyncAnswer): boolean {
  return (
    answer.outcome.kind === 'OK' &&
    answer.headSeq === request.ackedSeq + request.events.length &&
    answer.reference === undefined &&
    answer.leases === undefined &&
    answer.pages.every((page) => page.events.length === 0 && !page.reset)
  );
}

function areSame(a: readonly FeedCursor[], b: readonly FeedCursor[]): boolean {
  const places = (cursors: readonly FeedCursor[]): string[] => cursors.map((one) => `${one.office} ${one.position} ${one.check}`).sort();
  return places(a).join() === places(b).join();
}

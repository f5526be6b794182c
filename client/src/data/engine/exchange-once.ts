/**
 * One turn: what to send now, the round trip, and taking the answer in. Everything it needs to know is on disk; what it makes ready for the next turn
 * (`ahead.ts`) saves time only and may be dropped at any moment.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { SyncAnswer, SyncOutcome, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '@onestop/shared/protocol/version.ts';
import type { Transport, TransportError } from '@onestop/shared/ports.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { EventLog } from '../db/event-log.ts';
import type { Applied } from '../db/log/arrived-answer.ts';
import type { Platform } from '../../ports/platform.ts';
import { type Ahead, askNext, isReceiptOnly, prepareNext, type ReadyTurn, sendNow, takeReady } from './ahead.ts';

export interface BatchSize {
  readonly eventsMax: number;
  /** Characters of JSON, from which the bytes on the wire follow. */
  readonly charsMax: number;
  readonly answerEventsMax: number;
  /** What the turn after this one will most likely carry. */
  readonly ahead?: { readonly eventsMax: number; readonly answerEventsMax: number } | undefined;
}

export interface Turn {
  readonly applied: Applied;
  readonly more: boolean;
  readonly outcome: SyncOutcome['kind'];
  /** Reference data, leases or a page came, be it of known events. */
  readonly otherNews: boolean;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly sent: number;
  readonly tookMs: number;
}
export type TurnError = TransportError | StorageFault | { readonly code: 'log/broken'; readonly seq: number };

export interface DeviceFacts {
  readonly usedBytes?: number | undefined;
  readonly quotaBytes?: number | undefined;
  readonly persisted?: boolean | undefined;
}

export interface TurnDeps {
  readonly platform: Pick<Platform, 'clock' | 'monotonicMs' | 'appVersion'>;
  readonly log: EventLog;
  readonly transport: Transport;
  readonly facts: () => DeviceFacts;
  /** Before the request leaves. */
  readonly onSending?: ((events: number) => void) | undefined;
}

export async function exchangeOnce(deps: TurnDeps, size: BatchSize, ahead: Ahead = {}): Promise<Result<Turn, TurnError>> {
  const { log, platform } = deps;
  const ready = takeReady(ahead, log.state.get(), size) ?? (await begin(deps, size));
  const { request } = ready;
  deps.onSending?.(request.events.length);
  const started = platform.monotonicMs();
  const sent = ready.sent ?? sendNow(deps, ready.prepared);
  const preparing = prepareNext(deps, request, size.ahead?.eventsMax ?? 0, size.charsMax);
  const { arrived, sentAt, receivedAt } = await sent;
  if (!arrived.ok) {
    if (request.events.length > 0 && arrived.error.code === 'network/unreachable') ahead.broken = ready;
    return arrived;
  }
  const tookMs = platform.monotonicMs() - started;
  const { answer, bytesUp, bytesDown } = arrived.value;
  // What the broken batch says of versions and numbers must still be true; events that came meanwhile may well come twice.
  if (request.events.length > 0 || hasNewData(answer)) ahead.broken = undefined;
  const asking = askNext(deps, request, answer, size.ahead?.answerEventsMax ?? 0);
  const applied = await log.applyAnswer({ request, answer, sentChars: ready.chars, bytesUp, bytesDown, sentAt, receivedAt });
  if (!applied.ok) return err(applied.error);
  if (applied.value.kind === 'APPLIED') ahead.next = (await asking) ?? (isReceiptOnly(request, answer) ? await preparing : undefined);
  return ok({
    applied: applied.value,
    more: answer.more,
    outcome: answer.outcome.kind,
    otherNews: hasOtherNews(request, answer),
    bytesUp,
    bytesDown,
    sent: request.events.length,
    tookMs,
  });
}

async function begin(deps: TurnDeps, size: BatchSize): Promise<ReadyTurn> {
  const { request, chars } = await buildRequest(deps, size);
  return { request, chars, prepared: await deps.transport.prepare(request) };
}

/** A page of events that are all known (of a preview, after a restore) is a step on too. */
function hasOtherNews(request: SyncRequest, answer: SyncAnswer): boolean {
  if (hasNewData(answer)) return true;
  return answer.pages.some(
    (page) => page.reset || request.cursors.find((cursor) => cursor.office === page.office)?.position !== page.cursor.position,
  );
}

function hasNewData(answer: SyncAnswer): boolean {
  return answer.reference.length > 0 || answer.leases !== undefined;
}

async function buildRequest(
  { log, platform, facts }: TurnDeps,
  size: BatchSize,
): Promise<{ readonly request: SyncRequest; readonly chars: number }> {
  const batch = await log.readUnsent(size.eventsMax, size.charsMax);
  const { state } = batch;
  const identity = must(state.identity, 'only an enrolled device exchanges');
  const { usedBytes, quotaBytes, persisted } = facts();
  const lastSeq = state.head?.seq ?? 0;
  const request: SyncRequest = {
    protocol: PROTOCOL_VERSION,
    device: identity.device,
    ackedSeq: state.acked?.seq ?? 0,
    lastSeq,
    linkBefore: batch.linkBefore,
    linkAfter: batch.linkAfter,
    events: batch.events,
    cursors: state.cursors,
    reference: Object.entries(state.referenceVersions).map(([kind, version]) => ({
      kind: kind as keyof typeof state.referenceVersions,
      version,
    })),
    numbersFree: batch.numbersFree,
    answerEventsMax: size.answerEventsMax,
    report: {
      appVersion: platform.appVersion,
      // What still waits once this batch is taken: the centre reads it together with the batch.
      pendingEvents: lastSeq - (state.acked?.seq ?? 0) - batch.events.length,
      pendingBytes: Math.round(Math.max(0, state.pendingChars - batch.chars) * state.wireRatio),
      ...(state.oldestPendingAt === undefined ? {} : { oldestPendingAt: state.oldestPendingAt }),
      ...(usedBytes === undefined ? {} : { storageUsedBytes: usedBytes }),
      ...(quotaBytes === undefined ? {} : { storageQuotaBytes: quotaBytes }),
      ...(persisted === undefined ? {} : { persisted }),
      clock: platform.clock.now(),
    },
  };
  return { request, chars: batch.chars };
}

/**
 * One turn: what to send now, the round trip, and taking the answer in. Everything it needs to know is on disk; what it makes ready for the next turn
 * (`ahead.ts`) saves time only and may be dropped at any moment.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { ReferenceCursor, SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '@onestop/shared/protocol/version.ts';
import type { BatchSize, Turn, TurnDeps, TurnError } from './turn.ts';
import { askNext, type BegunTurns, isReceiptOnly, prepareNext, type ReadyTurn, sendNow, takeReady } from './ahead.ts';

export async function exchangeOnce(deps: TurnDeps, size: BatchSize, begun: BegunTurns = {}): Promise<Result<Turn, TurnError>> {
  const { log } = deps;
  const ready = takeReady(begun, log.state.get(), size) ?? (await begin(deps, size));
  const { request } = ready;
  const sent = ready.sent ?? sendNow(deps, ready.prepared);
  const preparing = prepareNext(deps, request, size.likelyNext?.eventsMax ?? 0, size.charsMax);
  const { arrived, sentAt, receivedAt } = await sent;
  if (!arrived.ok) {
    if (request.events.length > 0 && arrived.error.code === 'network/unreachable') begun.broken = ready;
    return arrived;
  }
  const { answer, bytesUp, bytesDown } = arrived.value;
  // What the broken batch says of versions and numbers must still be true; events that came meanwhile may well come twice.
  if (request.events.length > 0 || hasNewData(answer)) begun.broken = undefined;
  const asking = askNext(deps, request, answer, size.likelyNext?.answerEventsMax ?? 0);
  const applied = await log.applyAnswer({ request, answer, sentChars: ready.chars, bytesUp, bytesDown, sentAt, receivedAt });
  if (!applied.ok) return err(applied.error);
  if (applied.value.kind === 'LOCKED') return err({ code: 'local/locked' });
  if (applied.value.kind === 'APPLIED') begun.next = (await asking) ?? (isReceiptOnly(request, answer) ? await preparing : undefined);
  return ok({
    applied: applied.value,
    more: asksForMore(request, answer, log.rowsOpen.get()),
    outcome: answer.outcome.kind,
    otherNews: hasNewData(answer) || (log.rowsOpen.get() && hasNewPages(request, answer)),
    bytesUp,
    bytesDown,
    sent: request.events.length,
  });
}

/** A device that nobody is signed in to asks for no events: its answer says nothing of what waits, and what waits is fetched once somebody is. */
function asksForMore(request: SyncRequest, answer: SyncAnswer, rowsOpen: boolean): boolean {
  return rowsOpen && (answer.more || request.answerEventsMax === 0);
}

async function begin(deps: TurnDeps, size: BatchSize): Promise<ReadyTurn> {
  const { request, chars } = await buildRequest(deps, size);
  return { request, chars, prepared: await deps.transport.prepare(request) };
}

/** A page of events that are all known (of a preview, after a restore) is a step on too. */
function hasNewPages(request: SyncRequest, answer: SyncAnswer): boolean {
  return answer.pages.some(
    (page) => page.reset || request.cursors.find((cursor) => cursor.office === page.office)?.position !== page.cursor.position,
  );
}

function hasNewData(answer: SyncAnswer): boolean {
  return answer.reference !== undefined || answer.leases !== undefined;
}

function cursorOf({ version, check }: ReferenceCursor): ReferenceCursor {
  return { version, check };
}

async function buildRequest(
  { log, platform, facts }: TurnDeps,
  size: BatchSize,
): Promise<{ readonly request: SyncRequest; readonly chars: number }> {
  const batch = await log.readUnsent(size.eventsMax, size.charsMax);
  const { state } = batch;
  const identity = must(state.identity, 'only an enrolled device exchanges');
  const { usedBytes, quotaBytes, persisted, problems = [] } = facts();
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
    ...(state.reference === undefined ? {} : { reference: cursorOf(state.reference) }),
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
      ...(problems.length === 0 ? {} : { problems }),
    },
  };
  return { request, chars: batch.chars };
}

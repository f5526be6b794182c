/**
 * Taking in an answer of the server, in one commit: the receipt, refused events, other devices' events, cursors, reference data, leases, clock. Idempotent: an
 * answer may come twice, late, or to another tab; nothing goes back but what the server says must. While nobody is signed in only what needs no dossier
 * is taken in (`inbox.ts` keeps what the server says once); pages are left out and come again.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import { err, type Result } from '@onestop/shared/kernel/result.ts';
import type { SyncAnswer } from '@onestop/shared/protocol/messages.ts';
import { commit, type Draft } from '../commit.ts';
import type { Database } from '../database.ts';
import type { Identity } from '../device-state.ts';
import { partRecord } from '../records/part-record.ts';
import type { Applied, ApplyError, ArrivedAnswer } from './arrived-answer.ts';
import { forgetActsAhead, hearTime } from './clock.ts';
import { ackedOf, headOf, type LogContext } from './context.ts';
import { takeRefused } from './inbox.ts';
import { takePages } from './pages.ts';
import { LogBroken, takeReceipt } from './receipt.ts';
import { moveToIdentity } from './relog.ts';

export async function applyAnswer(context: LogContext, arrived: ArrivedAnswer): Promise<Result<Applied, ApplyError>> {
  try {
    return await commit(context, async (draft): Promise<Applied> => {
      const { identity } = draft.before;
      const nothing = { received: 0, acknowledged: 0, pending: 0, state: draft.before };
      // Another tab took a new identity meanwhile.
      if (identity === undefined || identity.device !== arrived.request.device) return { kind: 'STALE', ...nothing };
      const forked = arrived.answer.outcome.kind === 'FORKED';
      if (forked && !context.mirror.isOpen()) return { kind: 'LOCKED', ...nothing };
      const received = forked ? await takeFork(context, arrived, identity, draft) : await takeIn(context, arrived, identity, draft);
      const { state } = draft;
      const now = must(state.identity, 'an enrolled device stays enrolled');
      return {
        kind: forked ? 'FORKED' : 'APPLIED',
        received,
        acknowledged: forked ? 0 : Math.max(0, ackedOf(state, now).seq - ackedOf(draft.before, identity).seq),
        pending: headOf(state, now).seq - ackedOf(state, now).seq,
        state,
      };
    });
  } catch (error) {
    if (error instanceof LogBroken) return err({ code: 'log/broken', seq: error.seq });
    throw error;
  }
}

async function takeFork(context: LogContext, arrived: ArrivedAnswer, identity: Identity, draft: Draft): Promise<number> {
  const { answer } = arrived;
  takeClock(arrived, draft);
  if (answer.outcome.kind !== 'FORKED') return 0;
  const { device, token, bookNumber, keepSeq } = answer.outcome;
  await takeRefused(context, answer, draft, keepSeq);
  await moveToIdentity(context, draft, { ...identity, device, token, bookNumber }, keepSeq);
  if (answer.leases !== undefined) draft.state = { ...draft.state, leases: answer.leases };
  draft.diary.push({ at: answer.serverTime, kind: 'forked', detail: answer.outcome.device });
  return 0;
}

async function takeIn(context: LogContext, arrived: ArrivedAnswer, identity: Identity, draft: Draft): Promise<number> {
  const { answer } = arrived;
  takeClock(arrived, draft);
  const acknowledged = await takeReceipt(context, arrived, identity, draft);
  forgetActsAhead(draft, identity);
  await takeRefused(context, answer, draft, answer.headSeq);
  const received = context.mirror.isOpen() ? await takePages(context, answer, identity, draft) : 0;
  if (context.mirror.isOpen() && !answer.more && arrived.request.answerEventsMax > 0)
    draft.state = { ...draft.state, pulledAt: Math.max(draft.state.pulledAt ?? 0, answer.serverTime) };
  takeReference(context.db, answer, draft);
  if (acknowledged > 0 || received > 0 || arrived.request.events.length > 0) {
    const { bytesUp, bytesDown } = arrived;
    draft.diary.unshift({ at: answer.serverTime, kind: 'exchanged', sent: acknowledged, received, bytesUp, bytesDown });
  }
  return received;
}

/** The server's time against the middle of the journey; small differences are the journey's own. */
function takeClock(arrived: ArrivedAnswer, draft: Draft): void {
  const journeyMs = Math.max(0, arrived.receivedAt - arrived.sentAt);
  const offset = Math.round(arrived.answer.serverTime - (arrived.sentAt + journeyMs / 2));
  const drift = Math.abs(offset - draft.state.clockOffsetMs);
  draft.state = {
    ...hearTime(draft.state, arrived.answer.serverTime),
    clockOffsetMs: drift > journeyMs / 2 + 500 ? offset : draft.state.clockOffsetMs,
    lastReceiptAt: Math.max(draft.state.lastReceiptAt ?? 0, arrived.answer.serverTime),
  };
}

function takeReference(db: Database, answer: SyncAnswer, draft: Draft): void {
  if (answer.reference !== undefined) {
    const { cursor, reset, parts, removed, deviceName } = answer.reference;
    const { version, check } = cursor;
    if (reset) draft.writes.push(db.reference.clear());
    draft.writes.push(
      db.reference.bulkPut([
        ...parts.map(({ key, value }) => partRecord(db.codec, version, key, value)),
        ...removed.map((key) => ({ key, version })),
      ]),
    );
    const whole = reset ? `${version}/${check}` : (draft.state.reference?.whole ?? '');
    const { identity } = draft.state;
    const named = identity === undefined || deviceName === undefined ? identity : { ...identity, name: deviceName };
    draft.state = { ...draft.state, identity: named, reference: { version, check, whole } };
    draft.diary.push({ at: answer.serverTime, kind: 'reference' });
  }
  if (answer.leases !== undefined) {
    if (answer.leases.length > draft.state.leases.length)
      draft.diary.push({ at: answer.serverTime, kind: 'leases', received: answer.leases.length - draft.state.leases.length });
    draft.state = { ...draft.state, leases: answer.leases };
  }
  if (answer.freshness !== undefined) draft.state = { ...draft.state, freshness: answer.freshness };
}

/** The server's receipt: how far it holds this device's log, proved by the chain link. */
import type { SyncAnswer } from '@onestop/shared/protocol/messages.ts';
import { linksEqual } from '@onestop/shared/sync/chain.ts';
import type { Link } from '@onestop/shared/protocol/messages.ts';
import type { Draft } from '../commit.ts';
import type { Database } from '../database.ts';
import type { DeviceState, Identity, LogHead } from '../device-state.ts';
import { ownPlace } from '../records/place.ts';
import type { ArrivedAnswer } from './arrived-answer.ts';
import { ackedOf, genesisHead, headOf, type LogContext } from './context.ts';
import { readmit } from './inbox.ts';
import { linkAt, readPlaces } from './read-places.ts';

/** Ends the commit: what the server confirmed is not what this device wrote. */
export class LogBroken extends Error {
  readonly seq: number;
  constructor(seq: number) {
    super(`the log does not fit the server's receipt at ${seq}`);
    this.seq = seq;
  }
}

/** Moves the acknowledged head, after checking that the server's link is ours. Returns how many events were newly confirmed. */
export async function takeReceipt(context: LogContext, arrived: ArrivedAnswer, identity: Identity, draft: Draft): Promise<number> {
  const { request, answer } = arrived;
  const head = headOf(draft.state, identity);
  const acked = ackedOf(draft.state, identity);
  const resend = answer.outcome.kind === 'RESEND';
  // A late or doubled answer must not take a receipt back, unless the server says that it was restored.
  if (answer.headSeq < acked.seq && !(resend && request.ackedSeq === acked.seq)) return 0;
  if (answer.headSeq > head.seq) throw new LogBroken(head.seq + 1);
  const link = await ownLinkAt(context.db, arrived, identity, acked);
  if (link === undefined || !linksEqual(link, answer.headLink)) {
    // The server's log of this device goes on differently beyond what was sent now: a twin wrote it. What we send next tells it so, and it answers with a fork.
    if (answer.headSeq > (request.events.at(-1)?.seq ?? request.ackedSeq)) return 0;
    throw new LogBroken(answer.headSeq);
  }
  if (resend) {
    draft.diary.push({ at: answer.serverTime, kind: 'resend', detail: `${acked.seq} → ${answer.headSeq}` });
    await readmit(context, identity, answer.headSeq, draft);
  }
  if (answer.headSeq === acked.seq) return 0;
  draft.state = await confirmed(context.db, arrived, draft.state, identity, { seq: answer.headSeq, link });
  return Math.max(0, answer.headSeq - acked.seq);
}

/** Our link of the event the server names; most often it is at hand. */
async function ownLinkAt(
  db: Database,
  { request, answer }: { readonly request: ArrivedAnswer['request']; readonly answer: SyncAnswer },
  identity: Identity,
  acked: LogHead,
): Promise<Link | undefined> {
  if (answer.headSeq === request.events.at(-1)?.seq) return request.linkAfter;
  if (answer.headSeq === acked.seq) return acked.link;
  return linkAt(db, answer.headSeq, genesisHead(identity).link);
}

/** The state once the server holds everything up to `next`. */
async function confirmed(
  db: Database,
  { request, sentChars, bytesUp }: ArrivedAnswer,
  state: DeviceState,
  identity: Identity,
  next: LogHead,
): Promise<DeviceState> {
  const after = { ...state, acked: next };
  const wholeBatch = next.seq === request.events.at(-1)?.seq;
  const wireRatio = sentChars > 2_000 && wholeBatch ? state.wireRatio * 0.5 + (bytesUp / sentChars) * 0.5 : state.wireRatio;
  if (next.seq === headOf(state, identity).seq) return { ...after, wireRatio, pendingChars: 0, oldestPendingAt: undefined };
  const pendingChars =
    wholeBatch && request.ackedSeq === ackedOf(state, identity).seq
      ? Math.max(0, state.pendingChars - sentChars)
      : await countPendingChars(db, next.seq);
  const oldest = ownPlace(next.seq + 1);
  return { ...after, wireRatio, pendingChars, oldestPendingAt: (await readPlaces(db, [oldest])).get(oldest)?.at };
}

async function countPendingChars(db: Database, ackedSeq: number): Promise<number> {
  let chars = 0;
  await db.log
    .where('to')
    .above(ackedSeq)
    .each((record) => {
      chars += record.chars;
    });
  return chars;
}

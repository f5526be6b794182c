/**
 * What the server says of own events: that it refused one, or (restored from a backup) that it will judge them again. It says so once, so while nobody is signed
 * in the word is kept in the inbox, and the dossiers are folded again when the rows are opened.
 */
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { RefusedEvent as RefusedSeq, SyncAnswer } from '@onestop/shared/protocol/messages.ts';
import type { Draft } from '../commit.ts';
import type { Identity } from '../device-state.ts';
import { ownPlace } from '../records/place.ts';
import type { LogContext } from './context.ts';
import { refoldPlaces } from './fold.ts';
import { readPlaces } from './read-places.ts';

export async function takeRefused(context: LogContext, answer: SyncAnswer, draft: Draft, upTo: number): Promise<void> {
  const refused = answer.refused.filter((one) => one.seq <= upTo);
  if (refused.length === 0) return;
  if (context.mirror.isOpen()) await noteRefused(context, refused, answer.serverTime, draft);
  else draft.writes.push(context.db.inbox.add({ kind: 'REFUSED', refused, at: answer.serverTime }));
}

/** What the restored server does not hold comes before it again, and what it says then counts: until then the act stands here as it was performed. */
export async function readmit(context: LogContext, identity: Identity, headSeq: number, draft: Draft): Promise<void> {
  if (!context.mirror.isOpen()) {
    draft.writes.push(context.db.inbox.add({ kind: 'READMITTED', afterSeq: headSeq }));
    return;
  }
  const again = [...draft.refused.list()].filter(([, { event }]) => event.seq > headSeq && event.device === identity.device);
  for (const [key] of again) draft.refused.remove(key);
  await refold(
    context,
    draft,
    again.map(([, { event }]) => event.dossier),
  );
}

/** Inside the commit that opens the rows. */
export async function workInbox(context: LogContext, draft: Draft): Promise<void> {
  const { identity } = draft.state;
  const letters = await context.db.inbox.toArray();
  if (letters.length === 0 || identity === undefined || !context.mirror.isOpen()) return;
  for (const letter of letters) {
    if (letter.kind === 'REFUSED') await noteRefused(context, letter.refused, letter.at, draft);
    else await readmit(context, identity, letter.afterSeq, draft);
  }
  draft.writes.push(context.db.inbox.clear());
}

async function noteRefused(context: LogContext, refused: readonly RefusedSeq[], at: Instant, draft: Draft): Promise<void> {
  const { device } = must(draft.state.identity, 'an enrolled device stays enrolled');
  const fresh = refused.filter(({ seq }) => !draft.refused.list().has(eventKey({ device, seq })));
  const events = await readPlaces(
    context.db,
    fresh.map(({ seq }) => ownPlace(seq)),
  );
  const touched = new Set<DossierId>();
  for (const { seq, ...why } of fresh) {
    const event = events.get(ownPlace(seq));
    if (event === undefined) continue;
    draft.refused.add({ event, ...why });
    draft.diary.push({ at, kind: 'refused', detail: why.code });
    if (why.kind === 'REFUSED') touched.add(event.dossier);
  }
  await refold(context, draft, touched);
}

async function refold(context: LogContext, draft: Draft, ids: Iterable<DossierId>): Promise<void> {
  const places = (id: DossierId) => draft.entries.get(id)?.places ?? context.mirror.placesOf(id);
  await refoldPlaces(context, draft, new Map([...ids].map((id) => [id, places(id)] as const)));
}

/**
 * The server's decision about a pushed batch, pure: the head it knows and the request → what to append, or why not. Idempotent: a batch that came
 * before is skipped, a batch that overlaps is checked where it overlaps. Invariant: after `ACCEPT` the server's copy of the log is a prefix of the device's,
 * proven by the link at the old head and by the link after the batch.
 */
import { NoCanonicalForm } from '../kernel/canonical-json.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import type { Link, SyncRequest } from '../protocol/messages.ts';
import { linkAfterAll, linksEqual } from './chain.ts';

export interface KnownHead {
  readonly seq: number;
  readonly link: Link;
}

export type BatchDecision =
  /** Append `events` (none where all were had already); the head is then `head`. `skipped` counts the events that came again. */
  | { readonly kind: 'ACCEPT'; readonly events: readonly EventEnvelope[]; readonly skipped: number; readonly head: KnownHead }
  /** The device knows a later head than the server: a backup was restored. Nothing is appended. */
  | { readonly kind: 'RESEND' }
  /** `LINK`: the device's history is not the one stored here. `SHORTER`: the device has lost events that it had sent (restored image). */
  | { readonly kind: 'FORKED'; readonly reason: 'LINK' | 'SHORTER' }
  /** The request contradicts itself: answer `wire/malformed`, append nothing. */
  | { readonly kind: 'MALFORMED'; readonly detail: string };

export function acceptBatch(
  head: KnownHead,
  request: Pick<SyncRequest, 'ackedSeq' | 'lastSeq' | 'linkBefore' | 'linkAfter' | 'events'>,
  /** A server gives its runtime's faster way of computing the same links. */
  follow: (link: Link, events: readonly EventEnvelope[]) => Link = linkAfterAll,
): BatchDecision {
  const { ackedSeq, lastSeq, linkBefore, linkAfter, events } = request;
  if (ackedSeq > head.seq) return { kind: 'RESEND' };
  if (lastSeq < head.seq) return { kind: 'FORKED', reason: 'SHORTER' };
  const skipped = Math.min(head.seq - ackedSeq, events.length);
  const fresh = events.slice(skipped);
  let linkAtSkipped: Link;
  let link: Link;
  try {
    linkAtSkipped = follow(linkBefore, events.slice(0, skipped));
    link = follow(linkAtSkipped, fresh);
  } catch (error) {
    if (error instanceof NoCanonicalForm) return { kind: 'MALFORMED', detail: 'an event that has no canonical form' };
    throw error;
  }
  // Where the whole batch lies before the head there is no link to compare with: the device compares the head it is told with its own log.
  const reachesHead = ackedSeq + skipped === head.seq;
  if (reachesHead && !linksEqual(linkAtSkipped, head.link)) return { kind: 'FORKED', reason: 'LINK' };
  if (!linksEqual(link, linkAfter)) return { kind: 'MALFORMED', detail: 'linkAfter does not follow from the events' };
  return { kind: 'ACCEPT', events: fresh, skipped, head: fresh.length === 0 ? head : { seq: head.seq + fresh.length, link } };
}

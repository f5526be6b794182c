/**
 * How much of what a device sends the server really holds, event by event. Needed where a link alone cannot tell: a twin of the device (restored image, cloned
 * profile) may have sent some of the very same events before it went its own way. Those must be kept, the others written again under a new identity,
 * and nothing twice.
 */
import { assert } from '@onestop/shared/kernel/assert.ts';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Link, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { genesisLink, linksEqual } from '@onestop/shared/sync/chain.ts';
import { createChainFollower } from './chain-follower.ts';

export type ReadLog = (device: DeviceId, fromSeq: number, limit: number) => Promise<readonly EventEnvelope[]>;

export type Overlap =
  /** The history before the batch is not the one stored here: only the whole log tells where they part. */
  | { readonly kind: 'RESTART' }
  /** The first `count` events of the batch are stored here; `link` is the link after them. */
  | { readonly kind: 'COMMON'; readonly count: number; readonly link: Link };

const pageEvents = 2_000;

export async function findOverlap(
  readLog: ReadLog,
  device: DeviceId,
  request: Pick<SyncRequest, 'ackedSeq' | 'linkBefore' | 'events'>,
): Promise<Overlap> {
  const { ackedSeq, linkBefore, events } = request;
  if (!linksEqual(await linkAt(readLog, device, ackedSeq), linkBefore)) return { kind: 'RESTART' };
  const stored = events.length === 0 ? [] : await readLog(device, ackedSeq + 1, events.length);
  let count = 0;
  while (count < events.length && count < stored.length && canonicalJson(events[count]) === canonicalJson(stored[count])) count += 1;
  return { kind: 'COMMON', count, link: createChainFollower().follow(linkBefore, events.slice(0, count)) };
}

/** Recomputed from the stored events: rare, so no link is stored for every event. */
async function linkAt(readLog: ReadLog, device: DeviceId, seq: number): Promise<Link> {
  let link = genesisLink(device);
  for (let from = 1; from <= seq; from += pageEvents) {
    const page = await readLog(device, from, Math.min(pageEvents, seq - from + 1));
    assert(page.length > 0, 'the stored log reaches its head');
    link = createChainFollower().follow(link, page);
  }
  return link;
}

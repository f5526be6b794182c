/**
 * One exchange: what came is stored in one durable transaction (`append.ts`), then the answer is read from committed data. May be repeated,
 * doubled or cut at any point: the device's log on the server only ever grows by its exact next events.
 */
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import type { AppDeps } from '../deps.ts';
import { appendBatch } from './append.ts';
import { readPages } from './feed-pages.ts';
import { readFreshness } from './freshness.ts';
import { followedOffices } from './reference-cache.ts';
import { referenceUpdate } from './reference-cut.ts';

export type ExchangeDeps = Pick<AppDeps, 'store' | 'clock' | 'random' | 'reference' | 'serverKey' | 'build' | 'log' | 'metrics'>;

export interface Exchanged {
  readonly answer: SyncAnswer;
  /** Events newly stored. */
  readonly stored: number;
}

export async function exchange(deps: ExchangeDeps, request: SyncRequest): Promise<Exchanged> {
  const snapshot = await deps.reference.read();
  const now = deps.clock.now();
  const appended = await deps.store.write((tx) => appendBatch(tx, deps, snapshot, request, now));
  if (appended.grown.length > 0) await deps.store.publishHint({ offices: appended.grown, by: request.device });
  deps.metrics.eventsHeld.inc(appended.newlyHeld);
  for (const { code } of appended.newlyRefused) deps.metrics.eventsRefused.inc({ code });
  const { device, outcome } = appended;
  const base = { protocol: request.protocol, serverTime: now, headSeq: appended.headSeq, headLink: appended.headLink };
  if (outcome.kind === 'FORKED') {
    // The new identity starts with nothing acknowledged and all feeds from the beginning; its first exchange brings the rest.
    const refused = (await deps.store.refusedOfDevice(request.device)).filter(
      ({ seq }) => seq > request.ackedSeq && seq <= outcome.keepSeq,
    );
    const leases = appended.leases === undefined ? {} : { leases: appended.leases };
    return { answer: { ...base, outcome, refused, pages: [], more: true, ...leases }, stored: 0 };
  }
  const followed = followedOffices(snapshot, device.office);
  const { pages, more } = await readPages(deps.store, request, followed);
  const consolidates = isCentre(snapshot.officesById.get(device.office));
  const reference = await referenceUpdate(deps.store, snapshot, device, request.reference);
  const answer: SyncAnswer = {
    ...base,
    outcome,
    refused: (await deps.store.refusedOfDevice(request.device)).filter((each) => each.seq > request.ackedSeq),
    pages,
    more,
    ...(reference === undefined ? {} : { reference }),
    ...(appended.leases === undefined ? {} : { leases: appended.leases }),
    ...(consolidates ? { freshness: await readFreshness(deps.store, followed.slice(1), now) } : {}),
  };
  return { answer, stored: appended.stored };
}

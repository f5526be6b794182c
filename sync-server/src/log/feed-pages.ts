/**
 * The pages of an answer: what the feeds a device follows have after its cursors. A device that has nothing of a long feed yet first gets its newest
 * events as a preview, so that the desk can work with today's dossiers while years of others follow. A preview's cursor stands at the beginning: the next
 * request has a cursor, so it gets no other preview and everything from the start; what comes twice is known by device and sequence.
 */
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { limits } from '@onestop/shared/protocol/limits.ts';
import type { FeedCursor, FeedPage, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import type { Store } from '../db/store.ts';

export interface FeedPages {
  readonly pages: readonly FeedPage[];
  readonly more: boolean;
}

type PageStore = Pick<Store, 'readFeed' | 'readFeedTail' | 'readRuns'>;

export async function readPages(store: PageStore, request: SyncRequest, followed: readonly OfficeId[]): Promise<FeedPages> {
  const eventsMax = Math.min(request.answerEventsMax, limits.answerEventsMax);
  // A device that only delivers (nobody is signed in) asks for nothing, and is not told of more.
  if (eventsMax === 0) return { pages: [], more: false };
  const previews = await readPreviews(store, request, followed, eventsMax);
  const pages: FeedPage[] = [...previews.values()];
  let left = eventsMax - pages.reduce((sum, page) => sum + page.events.length, 0);
  let more = pages.length > 0;
  for (const office of followed) {
    if (previews.has(office)) continue;
    if (left <= 0) {
      // What is left may be nothing at all; the next exchange will tell.
      more = true;
      break;
    }
    const page = await readPage(store, request.device, cursorOf(request, office) ?? { office, position: 0, check: 0 }, left);
    if (page === undefined) continue;
    left -= page.page.events.length;
    more ||= page.more;
    pages.push(page.page);
  }
  return { pages, more };
}

function cursorOf(request: SyncRequest, office: OfficeId): FeedCursor | undefined {
  return request.cursors.find((each) => each.office === office);
}

/** Long feeds the device has nothing of share the answer. */
async function readPreviews(
  store: PageStore,
  request: SyncRequest,
  followed: readonly OfficeId[],
  eventsMax: number,
): Promise<ReadonlyMap<OfficeId, FeedPage>> {
  const unread = followed.filter((office) => cursorOf(request, office) === undefined);
  const share = Math.max(limits.feedRunEventsMax, Math.floor(Math.min(eventsMax, limits.previewEventsMax) / Math.max(1, unread.length)));
  const previews = new Map<OfficeId, FeedPage>();
  for (const office of unread) {
    const tail = await store.readFeedTail(office, share, request.device);
    if (tail.length <= limits.previewFeedEventsMin) continue;
    const events = (await store.readRuns(tail.runs)).flat();
    if (events.length > 0) previews.set(office, { office, events, cursor: { office, position: 0, check: 0 }, reset: false });
  }
  return previews;
}

/** Undefined where nothing changed: an idle exchange carries no pages. */
async function readPage(
  store: PageStore,
  device: DeviceId,
  cursor: FeedCursor,
  eventsMax: number,
): Promise<{ readonly page: FeedPage; readonly more: boolean } | undefined> {
  const { office } = cursor;
  let reading = await store.readFeed(cursor, eventsMax, device);
  const reset = !reading.found;
  if (reset) reading = await store.readFeed({ office, position: 0, check: 0 }, eventsMax, device);
  if (!reset && reading.cursor.position === cursor.position) return undefined;
  const events = (await store.readRuns(reading.runs)).flat();
  return { page: { office, events, cursor: reading.cursor, reset }, more: reading.more };
}

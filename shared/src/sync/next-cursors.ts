/** Where a device stands in its feeds after an answer. Cursors only move on, unless the server could not find the mark and starts again. */
import type { FeedCursor, FeedPage } from '../protocol/messages.ts';

export function nextCursors(cursors: readonly FeedCursor[], pages: readonly FeedPage[]): readonly FeedCursor[] {
  const next = new Map(cursors.map((cursor) => [cursor.office, cursor]));
  for (const page of pages) {
    const current = next.get(page.office);
    if (page.reset || current === undefined || page.cursor.position > current.position) next.set(page.office, page.cursor);
  }
  return [...next.values()];
}

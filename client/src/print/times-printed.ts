/** How often a paper went to the printer, here and at other desks, as far as it is known, and what was kept of each time. */
import type { EventData } from '@onestop/shared/dossier/events/index.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { TimelineEntry } from '../contract/dossiers.ts';

/** Oldest first. A paper issued later is another one: what was printed before `issuedAt` is not counted for it. */
export function printsOf(
  timeline: readonly TimelineEntry[],
  form: EventData<'FormPrinted'>['form'] | undefined,
  issuedAt: Instant = 0,
): readonly EventData<'FormPrinted'>[] {
  return timeline.flatMap(({ event, sync }) => {
    const read = sync === 'REFUSED' || event.at < issuedAt ? undefined : readEvent(event);
    return read?.kind === 'KNOWN' && read.type === 'FormPrinted' && read.data.form === form ? [read.data] : [];
  });
}

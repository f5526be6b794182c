/** What is in the navigation, by the kind of office and the officer's roles. One list for the rail and for the tablet's menu. */
import { auditReachOf } from '@onestop/shared/judgement/administration.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { QueueName } from '../contract/dossier-index.ts';
import { vi } from '../texts/vi.ts';
import type { Tone } from './ui/mark.tsx';
import { listedQueues } from './queues.ts';

export type NavigationEntry =
  | { readonly kind: 'queue'; readonly label: string; readonly slug: string; readonly queue: QueueName; readonly tone: Tone }
  | {
      readonly kind: 'page';
      readonly label: string;
      readonly to: '/' | '/so-theo-doi' | '/thu-tuc' | '/trung-tam' | '/quan-tri' | '/may-nay' | '/dong-bo';
    };

export function navigationEntries(
  office: Office | undefined,
  staff: Staff,
  counts: Readonly<Record<QueueName, number>>,
): readonly NavigationEntry[] {
  const t = vi.shell.items;
  const centre = isCentre(office);
  const entries: NavigationEntry[] = [];
  entries.push(centre ? { kind: 'page', label: t.centre, to: '/trung-tam' } : { kind: 'page', label: t.home, to: '/' });
  for (const { queue, slug, tone } of listedQueues) {
    // Drafts belong to the desk; a queue that is almost always empty shows itself only when there is something in it.
    if (queue === 'contradictions' && counts.contradictions === 0) continue;
    if (queue === 'drafts' && centre) continue;
    entries.push({ kind: 'queue', label: t[queue], slug, queue, tone });
  }
  entries.push({ kind: 'page', label: t.register, to: '/so-theo-doi' }, { kind: 'page', label: t.procedures, to: '/thu-tuc' });
  if (auditReachOf(staff, []) !== undefined) entries.push({ kind: 'page', label: t.admin, to: '/quan-tri' });
  entries.push({ kind: 'page', label: t.device, to: '/may-nay' });
  return entries;
}

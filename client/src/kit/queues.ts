/** The work queues as data: their address, who has them, and their tone. The lists, the rail and the counters all read this. */
import type { QueueName } from '../contract/dossier-index.ts';
import type { Tone } from './ui/mark.tsx';

export interface QueueView {
  readonly queue: QueueName;
  /** Last part of the address. */
  readonly slug: string;
  readonly sort: 'newest' | 'due';
  /** Reached from the page of the day, not from the navigation. */
  readonly unlisted?: boolean;
  /** Tone of a counter that is not zero. */
  readonly tone: Tone;
}

export const queueViews = [
  { queue: 'today', slug: 'hom-nay', sort: 'newest', tone: 'teal' },
  { queue: 'inProcess', slug: 'dang-xu-ly', sort: 'due', tone: 'teal' },
  { queue: 'dueSoon', slug: 'sap-den-han', sort: 'due', tone: 'amber' },
  { queue: 'dueAhead', slug: 'hen-gan-nhat', sort: 'due', tone: 'amber', unlisted: true },
  { queue: 'overdue', slug: 'qua-han', sort: 'due', tone: 'red' },
  { queue: 'awaitingSupplement', slug: 'cho-bo-sung', sort: 'due', tone: 'grey' },
  { queue: 'toReturn', slug: 'cho-tra', sort: 'due', tone: 'green' },
  { queue: 'contradictions', slug: 'can-doi-chieu', sort: 'newest', tone: 'violet' },
  { queue: 'toSend', slug: 'cho-gui', sort: 'newest', tone: 'teal' },
  { queue: 'drafts', slug: 'nhap', sort: 'newest', tone: 'grey' },
] as const satisfies readonly QueueView[];

type Listed = Exclude<(typeof queueViews)[number], { readonly unlisted: true }>;
export const listedQueues = queueViews.filter((view): view is Listed => !('unlisted' in view));

export function queueBySlug(slug: string): QueueView | undefined {
  return queueViews.find((view) => view.slug === slug);
}

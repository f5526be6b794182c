/** The work queues as data: their address, who has them, and their tone. The lists and the navigation read this. */
import type { QueueName } from '../contract/dossier-index.ts';
import type { Tone } from './ui/mark.tsx';

export interface QueueView {
  readonly queue: QueueName;
  /** Last part of the address. */
  readonly slug: string;
  readonly sort: 'newest' | 'due';
  /** Tone of a counter that is not zero. */
  readonly tone: Tone;
}

export const queueViews = [
  { queue: 'today', slug: 'hom-nay', sort: 'newest', tone: 'teal' },
  { queue: 'mine', slug: 'viec-cua-toi', sort: 'due', tone: 'teal' },
  { queue: 'inProcess', slug: 'dang-xu-ly', sort: 'due', tone: 'teal' },
  { queue: 'dueToday', slug: 'hen-hom-nay', sort: 'due', tone: 'amber' },
  { queue: 'dueSoon', slug: 'sap-den-han', sort: 'due', tone: 'amber' },
  { queue: 'dueAhead', slug: 'hen-gan-nhat', sort: 'due', tone: 'amber' },
  { queue: 'overdue', slug: 'qua-han', sort: 'due', tone: 'red' },
  { queue: 'awaitingSupplement', slug: 'cho-bo-sung', sort: 'due', tone: 'grey' },
  { queue: 'awaitingPayment', slug: 'cho-thanh-toan', sort: 'due', tone: 'grey' },
  { queue: 'awaitingSignature', slug: 'cho-ky', sort: 'due', tone: 'teal' },
  { queue: 'atDistrict', slug: 'o-huyen', sort: 'due', tone: 'teal' },
  { queue: 'toReturn', slug: 'cho-tra', sort: 'due', tone: 'green' },
  { queue: 'uncollected', slug: 'chua-den-nhan', sort: 'due', tone: 'amber' },
  { queue: 'contradictions', slug: 'can-doi-chieu', sort: 'newest', tone: 'violet' },
  { queue: 'toPrint', slug: 'in-cho', sort: 'newest', tone: 'amber' },
  { queue: 'toSend', slug: 'cho-gui', sort: 'newest', tone: 'teal' },
  { queue: 'drafts', slug: 'nhap', sort: 'newest', tone: 'grey' },
] as const satisfies readonly QueueView[];

export function queueBySlug(slug: string): QueueView | undefined {
  return queueViews.find((view) => view.slug === slug);
}

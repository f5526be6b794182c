/**
 * What is in the navigation: one list for the rail, the tablet's bar and "Thêm". To add a page, write one entry in `pages` (its words in
 * `texts/vi/navigation.ts`, its route in `routes.tsx`). The order here is the order on the screen; `rank` says what steps back under "Thêm" first.
 */
import type { RegisteredRouter } from '@tanstack/react-router';
import {
  IconArrowsExchange,
  IconBell,
  IconBook2,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconBuildingBank,
  IconSignature,
  IconCoins,
  IconCalendarDue,
  IconCashBanknote,
  IconClockExclamation,
  IconDeviceDesktop,
  IconDeviceTablet,
  IconFileImport,
  IconFilePencil,
  IconHome,
  IconHourglass,
  IconListDetails,
  IconPrinter,
  IconProgress,
  IconReportAnalytics,
  IconScale,
  IconSend,
  IconSettings,
  IconTicket,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { auditReachOf } from '@onestop/shared/judgement/administration.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { QueueName } from '../contract/dossier-index.ts';
import { queueViews } from '../kit/queues.ts';
import type { Tone } from '../kit/ui/mark.tsx';
import { navigation as t } from '../texts/vi/navigation.ts';
import type { Icon } from './nav-icon.tsx';

export type NavigationGroup = keyof typeof t.groups;

/** Who looks at the navigation, and what there is for him. */
export interface Viewer {
  readonly office: Office | undefined;
  readonly staff: Staff;
  readonly counts: Readonly<Record<QueueName, number>>;
}

interface EntryFacts {
  readonly label: string;
  readonly icon: Icon;
  readonly group: NavigationGroup;
  /** 1 stays longest; among equals the upper one stays. */
  readonly rank: 1 | 2 | 3 | 4;
  /** Place in the tablet's bar, the smallest first; without it only under "Thêm". */
  readonly thumb?: number;
}

/** An address without parts to fill in. */
type PagePath = Exclude<keyof RegisteredRouter['routesByPath'], `${string}$${string}` | ''>;

interface PageEntry extends EntryFacts {
  readonly to: PagePath;
  /** Everybody where it is not said. */
  readonly seenBy?: (viewer: Viewer) => boolean;
}

interface QueueFacts {
  readonly icon: Icon;
  readonly rank: EntryFacts['rank'];
  readonly thumb?: number;
  readonly seenBy?: (viewer: Viewer) => boolean;
}

export type NavigationEntry =
  | ({ readonly kind: 'page'; readonly to: PagePath } & EntryFacts)
  | ({ readonly kind: 'queue'; readonly queue: QueueName; readonly slug: string; readonly tone: Tone } & EntryFacts);

const atCentre = ({ office }: Viewer): boolean => isCentre(office);
const atDesk = (viewer: Viewer): boolean => !atCentre(viewer);

/** Pages above the queues, then those below them. */
const pages: readonly PageEntry[] = [
  { to: '/trung-tam', label: t.pages.centre, icon: IconBuildingCommunity, group: 'work', rank: 1, thumb: 2, seenBy: atCentre },
  { to: '/', label: t.pages.home, icon: IconHome, group: 'work', rank: 1, thumb: 3, seenBy: atDesk },
  { to: '/tin-bao', label: t.pages.notices, icon: IconBell, group: 'work', rank: 3, seenBy: atDesk },
  { to: '/so-theo-doi', label: t.pages.register, icon: IconBook2, group: 'books', rank: 2, thumb: 5 },
  { to: '/bao-cao', label: t.pages.report, icon: IconReportAnalytics, group: 'books', rank: 2 },
  { to: '/ban-giao', label: t.pages.handover, icon: IconArrowsExchange, group: 'books', rank: 3 },
  { to: '/so-thu-tu', label: t.pages.tickets, icon: IconTicket, group: 'work', rank: 4 },
  { to: '/chot-ca', label: t.pages.closing, icon: IconCashBanknote, group: 'books', rank: 3 },
  { to: '/thu-tuc', label: t.pages.procedures, icon: IconListDetails, group: 'office', rank: 3 },
  { to: '/bang-thu-tuc', label: t.pages.board, icon: IconDeviceDesktop, group: 'office', rank: 4, seenBy: atDesk },
  {
    to: '/quan-tri',
    label: t.pages.admin,
    icon: IconSettings,
    group: 'office',
    // Who administers comes for this: it never steps back.
    rank: 1,
    seenBy: ({ staff }) => auditReachOf(staff, []) !== undefined,
  },
  { to: '/may-nay', label: t.pages.device, icon: IconDeviceTablet, group: 'office', rank: 4 },
];

/** How each queue stands in the navigation. */
const queues: Readonly<Record<(typeof queueViews)[number]['queue'], QueueFacts>> = {
  today: { icon: IconCalendarEvent, rank: 1, thumb: 2, seenBy: () => true },
  mine: { icon: IconUserCheck, rank: 4 },
  inProcess: { icon: IconProgress, rank: 3 },
  dueToday: { icon: IconCalendarDue, rank: 2 },
  dueSoon: { icon: IconHourglass, rank: 2 },
  dueAhead: { icon: IconHourglass, rank: 4, seenBy: () => false },
  overdue: { icon: IconClockExclamation, rank: 1, thumb: 4 },
  awaitingSupplement: { icon: IconFilePencil, rank: 2 },
  awaitingPayment: { icon: IconCoins, rank: 3 },
  awaitingSignature: { icon: IconSignature, rank: 3 },
  atDistrict: { icon: IconBuildingBank, rank: 3 },
  toReturn: { icon: IconFileImport, rank: 2 },
  uncollected: { icon: IconUserOff, rank: 4, seenBy: atDesk },
  // A queue that is almost always empty shows itself only when there is something in it.
  contradictions: { icon: IconScale, rank: 1, seenBy: ({ counts }) => counts.contradictions > 0 },
  // Of the desk that has the printer; seen while something waits.
  toPrint: { icon: IconPrinter, rank: 1, seenBy: (viewer) => atDesk(viewer) && viewer.counts.toPrint > 0 },
  toSend: { icon: IconSend, rank: 2, thumb: 1 },
  // Drafts belong to the desk.
  drafts: { icon: IconFilePencil, rank: 3, seenBy: atDesk },
};

/** Everything this officer may go to, in the order of the screen. */
export function navigationEntries(viewer: Viewer): readonly NavigationEntry[] {
  const seen = ({ seenBy }: { readonly seenBy?: (viewer: Viewer) => boolean }): boolean => seenBy?.(viewer) ?? true;
  const shown = pages.filter(seen).map((page): NavigationEntry => ({ kind: 'page', ...page }));
  const lists = queueViews
    .filter(({ queue }) => seen(queues[queue]))
    .map(({ queue, slug, tone }): NavigationEntry => ({
      kind: 'queue',
      queue,
      slug,
      tone,
      label: t.queues[queue],
      group: 'work',
      ...queues[queue],
    }));
  return [...shown.filter(({ group }) => group === 'work'), ...lists, ...shown.filter(({ group }) => group !== 'work')];
}

/** What stays in sight where there is room for `places` lines, one of them "Thêm" as soon as something steps back. */
export function entriesThatFit(entries: readonly NavigationEntry[], places: number): readonly NavigationEntry[] {
  if (entries.length <= places) return entries;
  const staying = new Set([...entries].sort((a, b) => a.rank - b.rank).slice(0, Math.max(0, places - 1)));
  return entries.filter((entry) => staying.has(entry));
}

/** What stands in the tablet's bar, which has `places` of them. */
export function entriesForThumb(entries: readonly NavigationEntry[], places: number): readonly NavigationEntry[] {
  const rank = ({ thumb }: NavigationEntry): number => thumb ?? Number.MAX_SAFE_INTEGER;
  const staying = new Set(
    entries
      .filter(({ thumb }) => thumb !== undefined)
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, Math.max(0, places)),
  );
  return entries.filter((entry) => staying.has(entry));
}

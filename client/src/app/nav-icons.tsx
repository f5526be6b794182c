/** Icons of the navigation. Always beside their label, never instead of it. */
import type { ComponentType } from 'react';
import {
  IconBook2,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconClockExclamation,
  IconDeviceTablet,
  IconFileImport,
  IconFilePencil,
  IconHome,
  IconHourglass,
  IconListDetails,
  IconProgress,
  IconScale,
  IconSend,
  IconSettings,
} from '@tabler/icons-react';
import type { QueueName } from '../contract/dossier-index.ts';

type Icon = ComponentType<{ readonly size?: number | string; readonly stroke?: number | string; readonly 'aria-hidden'?: boolean }>;

export const queueIcons = {
  today: IconCalendarEvent,
  inProcess: IconProgress,
  dueSoon: IconHourglass,
  dueAhead: IconHourglass,
  overdue: IconClockExclamation,
  awaitingSupplement: IconFilePencil,
  toReturn: IconFileImport,
  contradictions: IconScale,
  toSend: IconSend,
  drafts: IconFilePencil,
  all: IconBook2,
} satisfies Record<QueueName, Icon>;

export const pageIcons = {
  '/': IconHome,
  '/so-theo-doi': IconBook2,
  '/thu-tuc': IconListDetails,
  '/trung-tam': IconBuildingCommunity,
  '/quan-tri': IconSettings,
  '/may-nay': IconDeviceTablet,
  '/dong-bo': IconSend,
} satisfies Record<string, Icon>;

export function NavIcon({ icon: Shape }: { readonly icon: Icon }) {
  return <Shape size="1.15rem" stroke={1.6} aria-hidden />;
}

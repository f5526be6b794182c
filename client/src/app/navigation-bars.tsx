/** The navigation on the screen: the rail of a PC, the bar of a tablet, and "Thêm" with everything there is, in its groups. Which entries: `navigation.ts`. */
import { useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Link, useRouterState } from '@tanstack/react-router';
import { Modal } from '@mantine/core';
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { QueueName } from '../contract/dossier-index.ts';
import { useServices } from '../kit/services-context.tsx';
import { Mark } from '../kit/ui/mark.tsx';
import { useLive } from '../kit/use-live.ts';
import { roleNames } from '../texts/roles.ts';
import { vi } from '../texts/vi.ts';
import { navigation } from '../texts/vi/navigation.ts';
import { NavIcon } from './nav-icon.tsx';
import { entriesForThumb, entriesThatFit, type NavigationEntry, type NavigationGroup } from './navigation.ts';
import { OwnSecretButton } from './own-secret.tsx';
import classes from './shell.module.css';

type Counts = Readonly<Record<QueueName, number>>;

interface BarProps {
  readonly entries: readonly NavigationEntry[];
  readonly counts: Counts;
  readonly canTakeIn: boolean;
  readonly onMore: () => void;
}

export function Rail({ entries, counts, canTakeIn, onMore }: BarProps) {
  const t = vi.shell;
  const list = useRef<HTMLDivElement>(null);
  const places = usePlaces(list, (room, item) => Math.floor((room.clientHeight + 2) / (item.offsetHeight + 2)));
  const shown = entriesThatFit(entries, places);
  const behind = useIsBehind(entries, shown);
  return (
    <nav className={classes.rail} aria-label={t.navigation}>
      {canTakeIn && (
        <Link to="/tiep-nhan" className={`${classes.item} ${classes.primary}`}>
          <span className={classes.label}>+ {t.newDossier}</span>
          <kbd className={classes.key}>F2</kbd>
        </Link>
      )}
      <div ref={list} className={classes.entries}>
        <Entries entries={shown} counts={counts} />
        {shown.length < entries.length && (
          <button type="button" className={`${classes.button} ${classes.item}`} data-status={behind} onClick={onMore}>
            <NavIcon icon={IconDots} />
            <span className={classes.label}>{t.more}</span>
          </button>
        )}
      </div>
      <div className={classes.foot}>
        <Who />
        <AccountButtons />
      </div>
    </nav>
  );
}

/** Of the tablet's bar, what is no entry: search and "Thêm", and taking in where it is allowed. */
const fixedPlaces = 2;
const thumbPlacesMin = 5;
const thumbWidthRem = 7;

/** The tablet's navigation: what a thumb needs, the rest under "Thêm". */
export function BottomBar({ entries, counts, canTakeIn, onMore, onSearch }: BarProps & { readonly onSearch: () => void }) {
  const t = vi.shell;
  const bar = useRef<HTMLElement>(null);
  const wide = usePlaces(bar, (room) => Math.floor(room.clientWidth / (thumbWidthRem * rootFontPixels())));
  const places = Math.max(thumbPlacesMin, Number.isFinite(wide) ? wide : 0) - fixedPlaces - (canTakeIn ? 1 : 0);
  return (
    <nav ref={bar} className={classes.bottom} aria-label={t.navigation}>
      {canTakeIn && (
        <Link to="/tiep-nhan" className={`${classes.tab} ${classes.tabPrimary}`}>
          <IconPlus size="1.7rem" stroke={2} aria-hidden />
          <span>{t.newDossier}</span>
        </Link>
      )}
      {entriesForThumb(entries, places).map((entry) => (
        <EntryLink key={entry.label} entry={entry} className={classes.tab}>
          <NavIcon icon={entry.icon} />
          <span>
            {entry.label} {entry.kind === 'queue' && <span className={classes.tabCount}>{counts[entry.queue]}</span>}
          </span>
        </EntryLink>
      ))}
      <button type="button" className={classes.tab} onClick={onSearch}>
        <NavIcon icon={IconSearch} />
        <span>{t.searchShort}</span>
      </button>
      <button type="button" className={classes.tab} onClick={onMore}>
        <NavIcon icon={IconDots} />
        <span>{t.more}</span>
      </button>
    </nav>
  );
}

interface MoreDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly entries: readonly NavigationEntry[];
  readonly counts: Counts;
}

/** Everything there is to go to, by its group, whatever else is in sight. */
export function MoreDialog({ opened, onClose, entries, counts }: MoreDialogProps) {
  const groups = (Object.keys(navigation.groups) as NavigationGroup[]).filter((name) => entries.some(({ group }) => group === name));
  return (
    <Modal opened={opened} onClose={onClose} title={navigation.all} size="52rem">
      <div className={classes.groups}>
        {groups.map((name) => (
          <section key={name} className={classes.group} aria-labelledby={`nhom-${name}`}>
            <h3 id={`nhom-${name}`} className={classes.groupName}>
              {navigation.groups[name]}
            </h3>
            <Entries entries={entries.filter(({ group }) => group === name)} counts={counts} onChosen={onClose} />
          </section>
        ))}
        <section className={classes.group}>
          <Who />
          <AccountButtons />
        </section>
      </div>
    </Modal>
  );
}

interface EntriesProps {
  readonly entries: readonly NavigationEntry[];
  readonly counts: Counts;
  readonly onChosen?: () => void;
}

function Entries({ entries, counts, onChosen }: EntriesProps) {
  return entries.map((entry) => (
    <EntryLink key={entry.label} entry={entry} className={classes.item} onClick={onChosen}>
      <NavIcon icon={entry.icon} />
      <span className={classes.label}>{entry.label}</span>
      {entry.kind === 'queue' && (
        <span className={classes.count}>
          {counts[entry.queue] > 0 && entry.tone !== 'teal' ? <Mark tone={entry.tone}>{counts[entry.queue]}</Mark> : counts[entry.queue]}
        </span>
      )}
    </EntryLink>
  ));
}

interface EntryLinkProps {
  readonly entry: NavigationEntry;
  readonly className: string | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly children: ReactNode;
}

function EntryLink({ entry, ...rest }: EntryLinkProps) {
  return entry.kind === 'page' ? (
    <Link to={entry.to} {...rest} />
  ) : (
    <Link to="/danh-sach/$queue" params={{ queue: entry.slug }} {...rest} />
  );
}

function Who() {
  const { session } = useServices();
  const { staff } = must(useLive(session.current), 'the navigation is shown to a signed-in officer');
  return (
    <div className={classes.who}>
      <div className={classes.whoName}>{staff.fullName}</div>
      <div className={classes.whoRole}>{staff.roles.map((role) => roleNames[role]).join(', ')}</div>
    </div>
  );
}

function AccountButtons() {
  const { session } = useServices();
  return (
    <>
      <button type="button" className={classes.button} onClick={session.lock}>
        <span className={classes.label}>{vi.shell.lock}</span>
        <kbd className={classes.key}>F12</kbd>
      </button>
      <OwnSecretButton />
      <button type="button" className={classes.button} onClick={session.signOut}>
        <span className={classes.label}>{vi.shell.signOut}</span>
      </button>
    </>
  );
}

/** Where the officer is, when that entry stepped back: "Thêm" stands for it. */
function useIsBehind(entries: readonly NavigationEntry[], shown: readonly NavigationEntry[]): 'active' | undefined {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = entries.find((entry) => path === (entry.kind === 'page' ? entry.to : `/danh-sach/${entry.slug}`));
  return here && !shown.includes(here) ? 'active' : undefined;
}

/** How many lines an element has room for, told anew when its size changes; without a layout (a document without a browser) as many as there are. */
function usePlaces(element: RefObject<HTMLElement | null>, count: (room: HTMLElement, item: HTMLElement) => number): number {
  const [places, setPlaces] = useState(Number.POSITIVE_INFINITY);
  const countNow = useEffectEvent(count);
  useLayoutEffect(() => {
    const room = element.current;
    const item = room?.firstElementChild;
    if (!room || !(item instanceof HTMLElement)) return undefined;
    const measure = () => {
      if (item.offsetHeight > 0) setPlaces(countNow(room, item));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(room);
    return () => observer.disconnect();
  }, [element]);
  return places;
}

function rootFontPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

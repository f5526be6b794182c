/** The frame of every screen: header with the truth pill, rail with live counters on a PC, bottom bar on a tablet, the keys that work everywhere. */
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Modal } from '@mantine/core';
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { mayPerform } from '@onestop/shared/judgement/allowed.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { isOpenOn } from '@onestop/shared/reference/office-life.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { roleNames } from '../texts/roles.ts';
import { vi } from '../texts/vi.ts';
import { Mark } from '../kit/ui/mark.tsx';
import { useShortcut } from '../kit/ui/use-shortcut.ts';
import { SyncPill } from '../kit/sync-pill.tsx';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { QueueName } from '../contract/dossier-index.ts';
import { navigationEntries, type NavigationEntry } from '../kit/navigation.ts';
import { ClockBanner } from './clock-banner.tsx';
import { NavIcon, pageIcons, queueIcons } from './nav-icons.tsx';
import { OfficeBanner } from './office-banner.tsx';
import { ScanDesk } from './scan-desk.tsx';
import { useServices } from '../kit/services-context.tsx';
import { UpdatePrompt } from './update-prompt.tsx';
import { useLive, useNow } from '../kit/use-live.ts';
import classes from './shell.module.css';

const loadPalette = () => import('./search-palette.tsx').then(({ SearchPalette: palette }) => ({ default: palette }));
const SearchPalette = lazy(loadPalette);

export function Shell({ children }: { readonly children: ReactNode }) {
  const t = vi.shell;
  const services = useServices();
  const navigate = useNavigate();
  const staff = must(useLive(services.session.current), 'the shell is shown to a signed-in officer').staff;
  const office = useLive(services.office);
  const now = useNow();
  useLive(services.dossiers.index.version);
  const counts = services.dossiers.index.counts(now);
  const [searching, setSearching] = useState<string>();
  const [more, setMore] = useState(false);
  const canTakeIn = office !== undefined && isOpenOn(office, instantToPlainDate(now)) && mayPerform('accept', staff, office);
  const entries = navigationEntries(office, staff, counts);

  // There before the first key that asks for it: what is typed or scanned after it is not lost.
  useEffect(() => void loadPalette(), []);
  useShortcut('F2', () => void navigate({ to: '/tiep-nhan', search: {} }), canTakeIn);
  useShortcut('Ctrl+k', () => setSearching(''));
  useShortcut('F12', services.session.lock);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#noi-dung">
        {t.skip}
      </a>
      <header className={classes.head}>
        <div className={classes.office}>
          <span className={classes.brand}>{vi.common.productName}</span>
          {office ? ` · ${isCentre(office) ? office.name : t.authority(office.name)}` : ''}
        </div>
        <button type="button" className={classes.search} onClick={() => setSearching('')}>
          <span>{t.search}</span>
          <kbd className={classes.key}>Ctrl K</kbd>
        </button>
        <div className={classes.pill}>
          <SyncPill onOpen={() => void navigate({ to: '/dong-bo' })} />
        </div>
      </header>
      <nav className={classes.rail} aria-label={t.navigation}>
        {canTakeIn && (
          <Link to="/tiep-nhan" className={`${classes.item} ${classes.primary}`}>
            <span className={classes.label}>+ {t.newDossier}</span>
            <kbd className={classes.key}>F2</kbd>
          </Link>
        )}
        <Entries entries={entries} counts={counts} />
        <div className={classes.foot}>
          <div className={classes.who}>
            <div className={classes.whoName}>{staff.fullName}</div>
            <div className={classes.whoRole}>{staff.roles.map((role) => roleNames[role]).join(', ')}</div>
          </div>
          <AccountButtons />
        </div>
      </nav>
      <main className={classes.main} id="noi-dung" tabIndex={-1}>
        <Banners />
        {children}
        <UpdatePrompt />
      </main>
      <BottomBar office={office} counts={counts} canTakeIn={canTakeIn} onSearch={() => setSearching('')} onMore={() => setMore(true)} />
      <Modal opened={more} onClose={() => setMore(false)} title={staff.fullName}>
        <div className={classes.moreList}>
          <Entries entries={entries} counts={counts} onChosen={() => setMore(false)} />
          <AccountButtons />
        </div>
      </Modal>
      {searching !== undefined && (
        <Suspense fallback={null}>
          <SearchPalette initialText={searching} onClose={() => setSearching(undefined)} />
        </Suspense>
      )}
      <ScanDesk onSearch={setSearching} />
    </div>
  );
}

interface BottomBarProps {
  readonly office: Office | undefined;
  readonly counts: Readonly<Record<QueueName, number>>;
  readonly canTakeIn: boolean;
  readonly onSearch: () => void;
  readonly onMore: () => void;
}

/** The tablet's navigation: what a thumb needs, the rest under "more". */
function BottomBar({ office, counts, canTakeIn, onSearch, onMore }: BottomBarProps) {
  const t = vi.shell;
  return (
    <nav className={classes.bottom} aria-label={t.navigation}>
      {canTakeIn ? (
        <Link to="/tiep-nhan" className={`${classes.tab} ${classes.tabPrimary}`}>
          <IconPlus size="1.7rem" stroke={2} aria-hidden />
          <span>{t.newDossier}</span>
        </Link>
      ) : (
        <Link to="/so-theo-doi" className={classes.tab}>
          <NavIcon icon={pageIcons['/so-theo-doi']} />
          <span>{t.items.register}</span>
        </Link>
      )}
      {isCentre(office) ? (
        <Link to="/trung-tam" className={classes.tab}>
          <NavIcon icon={pageIcons['/trung-tam']} />
          <span>{t.items.centre}</span>
        </Link>
      ) : (
        <Link to="/danh-sach/$queue" params={{ queue: 'hom-nay' }} className={classes.tab}>
          <NavIcon icon={queueIcons.today} />
          <span>
            {t.items.today} <span className={classes.tabCount}>{counts.today}</span>
          </span>
        </Link>
      )}
      <button type="button" className={classes.tab} onClick={onSearch}>
        <NavIcon icon={IconSearch} />
        <span>{t.searchShort}</span>
      </button>
      <Link to="/danh-sach/$queue" params={{ queue: 'cho-gui' }} className={classes.tab}>
        <NavIcon icon={queueIcons.toSend} />
        <span>
          {t.items.toSend} <span className={classes.tabCount}>{counts.toSend}</span>
        </span>
      </Link>
      <button type="button" className={classes.tab} onClick={onMore}>
        <NavIcon icon={IconDots} />
        <span>{t.more}</span>
      </button>
    </nav>
  );
}

interface EntriesProps {
  readonly entries: readonly NavigationEntry[];
  readonly counts: Readonly<Record<QueueName, number>>;
  readonly onChosen?: () => void;
}

function Entries({ entries, counts, onChosen }: EntriesProps) {
  return entries.map((entry) =>
    entry.kind === 'page' ? (
      <Link key={entry.to} to={entry.to} className={classes.item} onClick={onChosen}>
        <NavIcon icon={pageIcons[entry.to]} />
        <span className={classes.label}>{entry.label}</span>
      </Link>
    ) : (
      <Link key={entry.slug} to="/danh-sach/$queue" params={{ queue: entry.slug }} className={classes.item} onClick={onChosen}>
        <NavIcon icon={queueIcons[entry.queue]} />
        <span className={classes.label}>{entry.label}</span>
        <span className={classes.count}>
          {counts[entry.queue] > 0 && entry.tone !== 'teal' ? <Mark tone={entry.tone}>{counts[entry.queue]}</Mark> : counts[entry.queue]}
        </span>
      </Link>
    ),
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
      <button type="button" className={classes.button} onClick={session.signOut}>
        <span className={classes.label}>{vi.shell.signOut}</span>
      </button>
    </>
  );
}

/** What must be seen on every screen: a clock that is wrong, and practice mode. */
function Banners() {
  const { reference } = useServices();
  const settings = useLive(reference)?.settings;
  return (
    <>
      <ClockBanner />
      <OfficeBanner />
      {settings?.practiceMode && <output className={`${classes.banner} ${classes.bannerViolet}`}>{vi.shell.practice}</output>}
    </>
  );
}

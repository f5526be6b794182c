/** The frame of every screen: header with the truth pill, rail with live counters on a PC, bottom bar on a tablet, the keys that work everywhere. */
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { mayPerform } from '@onestop/shared/judgement/allowed.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { isOpenOn } from '@onestop/shared/reference/office-life.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { vi } from '../texts/vi.ts';
import { useShortcut } from '../kit/ui/use-shortcut.ts';
import { HelpButton } from '../kit/help/help-button.tsx';
import { SyncPill } from '../kit/sync-pill.tsx';
import { BottomBar, MoreDialog, Rail } from './navigation-bars.tsx';
import { navigationEntries } from './navigation.ts';
import { ClockBanner } from './clock-banner.tsx';
import { OfficeBanner } from './office-banner.tsx';
import { FirstSecretBanner } from './own-secret.tsx';
import { ScanDesk } from './scan-desk.tsx';
import { useServices } from '../kit/services-context.tsx';
import { UpdatePrompt } from './update-prompt.tsx';
import { useLive, useNow } from '../kit/use-live.ts';
import classes from './shell.module.css';

const loadPalette = () => import('./search-palette.tsx').then(({ SearchPalette: palette }) => ({ default: palette }));
const SearchPalette = lazy(loadPalette);
const AgeBanner = lazy(() => import('./age-banner.tsx').then((part) => ({ default: part.AgeBanner })));

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
  const entries = navigationEntries({ office, staff, counts });
  const bar = { entries, counts, canTakeIn, onMore: () => setMore(true) };

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
          <HelpButton />
          <SyncPill onOpen={() => void navigate({ to: '/dong-bo' })} />
        </div>
      </header>
      <Rail {...bar} />
      <main className={classes.main} id="noi-dung" tabIndex={-1}>
        <Banners />
        {children}
        <UpdatePrompt />
      </main>
      <BottomBar {...bar} onSearch={() => setSearching('')} />
      <MoreDialog opened={more} onClose={() => setMore(false)} entries={entries} counts={counts} />
      {searching !== undefined && (
        <Suspense fallback={null}>
          <SearchPalette initialText={searching} onClose={() => setSearching(undefined)} />
        </Suspense>
      )}
      <ScanDesk onSearch={setSearching} />
    </div>
  );
}

/** What must be seen on every screen: a clock that is wrong, what is too old, and practice mode. */
function Banners() {
  const { reference } = useServices();
  const settings = useLive(reference)?.settings;
  return (
    <>
      <ClockBanner />
      <OfficeBanner />
      <Suspense fallback={null}>
        <AgeBanner />
      </Suspense>
      <FirstSecretBanner />
      {settings?.practiceMode && <output className={`${classes.banner} ${classes.bannerViolet}`}>{vi.shell.practice}</output>}
    </>
  );
}

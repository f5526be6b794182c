/**
 * The screen for citizens at the door: notice board and look-up, with nobody signed in. Whoever opened it from the desk is locked out at once, so the only way back is
 * the PIN; after a minute without a hand on it the next citizen finds the beginning. It shows nothing of a person and listens to no key of the desk.
 */
import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { report } from '../../kit/report.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useIdle } from '../../kit/use-idle.ts';
import { useLive } from '../../kit/use-live.ts';
import { publicBoard as t } from '../../texts/vi/public-board.ts';
import { Board } from './board.tsx';
import { LookupPanel } from './lookup-panel.tsx';
import classes from './board.module.css';

const idleMs = 60_000;
const tabs = ['board', 'lookup'] as const;
type Tab = (typeof tabs)[number];

export function KioskPage() {
  const { session, office } = useServices();
  const current = useLive(session.current);
  const unit = useLive(office);
  const [tab, setTab] = useState<Tab>('board');
  /** Another number, another citizen: what the last one typed and read is gone. */
  const [turn, setTurn] = useState(0);
  const isOpen = current !== undefined && !current.locked;
  useEffect(() => {
    if (isOpen) session.lock();
  }, [isOpen, session]);
  useIdle(idleMs, () => {
    setTab('board');
    setTurn((n) => n + 1);
    document.documentElement.scrollTop = 0;
  });
  return (
    <div className={classes.kiosk}>
      <header className={classes.head}>
        <h1>{t.kioskTitle(unit?.name ?? '')}</h1>
        <FullScreenButton />
      </header>
      <div className={classes.tabs} role="group" aria-label={t.choose}>
        {tabs.map((one) => (
          <button key={one} type="button" className={classes.tab} aria-pressed={one === tab} onClick={() => setTab(one)}>
            {t.tabs[one]}
          </button>
        ))}
      </div>
      <main key={`${turn} ${tab}`} className={classes.main}>
        {tab === 'board' ? <Board /> : <LookupPanel />}
      </main>
      <footer className={classes.foot}>
        <Link to="/" className={classes.staff}>
          {t.staff}
        </Link>
      </footer>
    </div>
  );
}

function FullScreenButton() {
  const [offered, setOffered] = useState(() => document.fullscreenEnabled === true && document.fullscreenElement === null);
  if (!offered) return null;
  const open = async () => {
    setOffered(false);
    try {
      await document.documentElement.requestFullscreen();
    } catch (cause) {
      // The page works in its window as well.
      report('full screen', cause);
    }
  };
  return (
    <Button variant="default" className={classes.big} onClick={() => void open()}>
      {t.fullScreen}
    </Button>
  );
}

/** Trợ giúp: F1 and a button on every screen. What it opens is a part of its own, fetched once in the background like the rest, so that it is there without a line. */
import { lazy, Suspense, useState } from 'react';
import { useMatches } from '@tanstack/react-router';
import { useShortcut } from '../ui/use-shortcut.ts';
import { shell } from '../../texts/vi/shell.ts';
import classes from './help.module.css';

const HelpDialog = lazy(() => import('./help-dialog.tsx').then(({ HelpDialog: it }) => ({ default: it })));

export function HelpButton() {
  const screen = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' });
  const [opened, setOpened] = useState(false);
  useShortcut('F1', () => setOpened(true));
  return (
    <>
      <button type="button" className={classes.button} aria-haspopup="dialog" onClick={() => setOpened(true)}>
        <span aria-hidden className={classes.sign}>
          ?
        </span>
        <span className={classes.word}>{shell.help}</span>
        <kbd className={classes.key}>F1</kbd>
      </button>
      {opened && (
        <Suspense>
          <HelpDialog screen={screen} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Where an officer changes his own secret: beside the other buttons of his account, and from the notice while he still has the one the centre made. */
import { lazy, Suspense, useState } from 'react';
import { Button } from '@mantine/core';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';
import { vi } from '../texts/vi.ts';
import classes from './shell.module.css';

const OwnSecretDialog = lazy(() => import('../features/sign-in/own-secret.tsx').then(({ OwnSecretDialog: it }) => ({ default: it })));

export function FirstSecretBanner() {
  const current = useLive(useServices().session.current);
  const [changing, setChanging] = useState(false);
  return (
    <>
      {current?.staff.firstSecret === true && (
        <div className={`${classes.banner} ${classes.bannerAmber} ${classes.bannerAct}`}>
          <span role="status">{vi.shell.firstSecret}</span>
          <Button size="compact-sm" variant="white" color="dark" onClick={() => setChanging(true)}>
            {vi.shell.ownSecret}
          </Button>
        </div>
      )}
      {changing && <Changing onClose={() => setChanging(false)} />}
    </>
  );
}

export function OwnSecretButton() {
  const [changing, setChanging] = useState(false);
  return (
    <>
      <button type="button" className={classes.button} onClick={() => setChanging(true)}>
        <span className={classes.label}>{vi.shell.ownSecret}</span>
      </button>
      {changing && <Changing onClose={() => setChanging(false)} />}
    </>
  );
}

function Changing({ onClose }: { readonly onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <OwnSecretDialog onClose={onClose} />
    </Suspense>
  );
}

/**
 * Who may pass: a device whose data is sound, that is enrolled, with an officer signed in. A locked session keeps the page mounted under the
 * lock, out of reach of keyboard, mouse and screen reader; dialogs are put inside it (`overlayId`), so the lock covers them too.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { FirstSecretDoor, useFirstSecret } from './first-secret.tsx';
import { LockOverlay } from '../features/sign-in/lock-overlay.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { Enrol } from './enrol.tsx';
import { FaultScreen } from './fault-screen.tsx';
import { useServices } from '../kit/services-context.tsx';
import { overlayId } from '../kit/ui/theme.ts';
import { useLive } from '../kit/use-live.ts';
import { ScansProvider } from '../kit/scan/scans.tsx';
import { useFocusKept, useLockGuard } from './lock-guard.ts';
import classes from './gate.module.css';

const activity = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Whoever comes in begins at home: what the last officer had open is neither shown to the next one nor recorded as a look of his. */
function Door() {
  const navigate = useNavigate();
  useEffect(() => void navigate({ to: '/', replace: true }), [navigate]);
  return (
    <ScansProvider>
      <SignInPage />
    </ScansProvider>
  );
}

export function Gate({ children }: { readonly children: ReactNode }) {
  const { device, session } = useServices();
  const fault = useLive(device.fault);
  const info = useLive(device.info);
  const current = useLive(session.current);
  const page = useRef<HTMLDivElement>(null);
  useLockGuard();
  const first = useFirstSecret();
  useFocusKept(page, current?.locked === false && !first.isAsked);

  useEffect(() => {
    for (const kind of activity) window.addEventListener(kind, session.touch, { passive: true, capture: true });
    return () => {
      for (const kind of activity) window.removeEventListener(kind, session.touch, { capture: true });
    };
  }, [session]);

  // A full disk is told over the page, which stays as it was: what is half typed is nowhere else.
  const [seen, setSeen] = useState<typeof fault>();
  const full = fault?.code === 'storage/full' && current !== undefined && fault !== seen ? fault : undefined;
  const blocking = fault === undefined || fault.code === 'clock/wrong' || (fault.code === 'storage/full' && current) ? undefined : fault;

  if (blocking) return <FaultScreen fault={blocking} />;
  if (!info) return <Enrol />;
  if (!current) return <Door />;
  return (
    <ScansProvider>
      <div ref={page} inert={current.locked || full !== undefined || first.isAsked} style={{ display: 'contents' }}>
        {children}
        <div id={overlayId} />
      </div>
      {full && (
        <div className={classes.over}>
          <FaultScreen fault={full} onRetry={() => setSeen(full)} />
        </div>
      )}
      {first.isAsked && <FirstSecretDoor onLater={first.putOff} />}
      <LockOverlay />
    </ScansProvider>
  );
}

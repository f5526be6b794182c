/** The locked screen. It lies over the page and never unmounts it: a half-typed form is still there after the PIN. A modal dialog, so that the page's keys rest. */
import { Button } from '@mantine/core';
import { useLive } from '../../kit/use-live.ts';
import { useServices } from '../../kit/services-context.tsx';
import { vi } from '../../texts/vi.ts';
import { CentredPanel } from '../../kit/ui/page.tsx';
import { PinEntry } from './pin-entry.tsx';
import classes from './sign-in.module.css';

export function LockOverlay() {
  const t = vi.session;
  const { session } = useServices();
  const current = useLive(session.current);
  if (!current?.locked) return null;
  return (
    <div className={classes.overlay} role="dialog" aria-modal="true" aria-label={t.lock.title}>
      <CentredPanel title={t.lock.title}>
        <p>{t.lock.kept}</p>
        <PinEntry
          label={t.signIn.pinFor(current.staff.fullName)}
          submitLabel={t.lock.unlock}
          onSubmit={async (secret) => {
            const result = await session.unlock(secret);
            return result.ok ? undefined : result.error;
          }}
        />
        <Button variant="subtle" onClick={session.signOut}>
          {t.signIn.other}
        </Button>
      </CentredPanel>
    </div>
  );
}

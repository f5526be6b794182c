/** "Có bản mới": offered only when no form is half typed, no dialog is open and nothing is being sent; taken only on the officer's click. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { vi } from '../texts/vi.ts';
import { useServices } from '../kit/services-context.tsx';
import { useHasUnsavedWork } from '../kit/unsaved-work.tsx';
import { useAppUpdate } from './update-context.ts';
import { useLive } from '../kit/use-live.ts';
import { useOnIntake } from './use-on-intake.ts';
import classes from './update-prompt.module.css';

export function UpdatePrompt() {
  const t = vi.device.update;
  const update = useAppUpdate();
  const waiting = useLive(update.waiting);
  const busy = useUpdateBlocked();
  const [later, setLater] = useState(false);
  if (!waiting || later || busy) return null;
  return (
    <output className={classes.prompt}>
      <span className={classes.text}>
        <strong>{t.ready}</strong> {t.hint}
      </span>
      <span className={classes.buttons}>
        <Button size="xs" variant="default" onClick={() => setLater(true)}>
          {t.later}
        </Button>
        <Button size="xs" onClick={update.apply}>
          {t.now}
        </Button>
      </span>
    </output>
  );
}

/** The update gate. */
export function useUpdateBlocked(): boolean {
  const { sync, session } = useServices();
  const { phase } = useLive(sync.status);
  const locked = useLive(session.current)?.locked ?? false;
  const unsaved = useHasUnsavedWork();
  const onIntake = useOnIntake();
  return unsaved || onIntake || locked || phase === 'SENDING' || phase === 'RECEIVING' || phase === 'CONTACTING';
}

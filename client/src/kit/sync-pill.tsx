/** The truth about saving and sending, always in words. With `onOpen` it is a button. */
import { useLive, useNow } from './use-live.ts';
import { useServices } from './services-context.tsx';
import { pillName, syncPill } from '../texts/sync-words.ts';
import classes from './sync-pill.module.css';

export function SyncPill({ onOpen }: { readonly onOpen?: () => void }) {
  const { sync } = useServices();
  const status = useLive(sync.status);
  const now = useNow();
  const pill = syncPill(status, now);
  const { text, short, tone } = pill;
  const content = (
    <>
      <span className={classes.dot} aria-hidden="true" />
      <span className={classes.long}>{text}</span>
      <span className={classes.short} aria-hidden="true">
        {short}
      </span>
    </>
  );
  const className = `${classes.pill} ${classes[tone]}`;
  if (!onOpen) return <output className={`${className} ${classes.static}`}>{content}</output>;
  return (
    <button type="button" className={className} onClick={onOpen} title={text} aria-label={pillName(pill)} data-testid="sync-pill">
      {content}
    </button>
  );
}

/** A message in the page: what happened, what is safe, what to do. `alert` is read out at once by a screen reader. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { Tone } from './mark.tsx';
import classes from './notice.module.css';

export function Notice({
  tone = 'grey',
  title,
  alert = false,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly alert?: boolean;
  readonly children?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  // In a long form or dialog the message may come up below what is in sight.
  useEffect(() => {
    if (alert) box.current?.scrollIntoView({ block: 'nearest' });
  }, [alert]);
  return (
    <div ref={box} className={`${classes.notice} ${classes[tone]}`} role={alert ? 'alert' : undefined}>
      {title !== undefined && <div className={classes.title}>{title}</div>}
      {children}
    </div>
  );
}

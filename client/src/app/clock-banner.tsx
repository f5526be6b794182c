/** A wrong clock, told over the work on every screen: which way, by how much, what to do. Where nobody can set it an officer states the time here. */
import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import type { ClockNotice } from '@onestop/shared/sync/act-time.ts';
import { formatDateTime, formatSpan } from '../texts/format.ts';
import { vi } from '../texts/vi.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';
import { ClockDialog } from './clock-dialog.tsx';
import classes from './shell.module.css';

/** Nothing tells the page that a clock was set. */
const lookEveryMs = 5_000;

export function ClockBanner() {
  const t = vi.clock;
  const { device } = useServices();
  const fault = useLive(device.fault);
  const [stating, setStating] = useState(false);
  useEffect(() => {
    const timer = setInterval(device.checkClock, lookEveryMs);
    return () => clearInterval(timer);
  }, [device]);
  if (fault?.code !== 'clock/wrong') return null;
  const { notice } = fault;
  return (
    <div className={`${classes.banner} ${classes.bannerAmber} ${classes.bannerAct}`}>
      <span role={notice.kind === 'TOO_EARLY' ? 'alert' : 'status'}>{noticeText(notice)}</span>
      {notice.kind !== 'OFF' && (
        <Button size="compact-sm" variant="white" color="dark" onClick={() => setStating(true)}>
          {notice.kind === 'STATED' ? t.stateAgain : t.state}
        </Button>
      )}
      {stating && <ClockDialog notice={notice} onClose={() => setStating(false)} />}
    </div>
  );
}

function noticeText(notice: ClockNotice): string {
  const t = vi.clock;
  const span = formatSpan(Math.abs(notice.offMs));
  const way = notice.offMs > 0 ? t.fast : t.slow;
  switch (notice.kind) {
    case 'TOO_EARLY': {
      const say = notice.floorIs === 'EXCHANGE' ? t.beforeExchange : t.beforeOwnAct;
      return say(span, formatDateTime(notice.floor));
    }
    case 'AHEAD':
      return t.ahead(span);
    case 'STATED':
      return t.statedNow(way, span);
    case 'OFF':
      return t.off(way, span);
  }
}

/** "Sẵn sàng làm việc ngoại tuyến": said only when it is true, with every item it rests on and the browser's answer about keeping data. */
import { useEffect, useState } from 'react';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { Button } from '@mantine/core';
import { useLive } from '../../kit/use-live.ts';
import { useServices } from '../../kit/services-context.tsx';
import { formatTime } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import classes from './sign-in.module.css';

const items = ['appCached', 'catalogue', 'calendar', 'roster', 'numbers'] as const;
const recheckMs = 3_000;

/** The browser may say no without a word of its own; its answer is told each time it is asked. */
function AskPersistence() {
  const t = vi.session.ready;
  const { device, now } = useServices();
  const [refusedAt, setRefusedAt] = useState<Instant>();
  const ask = async () => {
    await device.askPersistence();
    await device.checkReadiness();
    setRefusedAt(now());
  };
  return (
    <div style={{ display: 'grid', gap: '0.4rem', justifyItems: 'start' }}>
      <Button size="xs" variant="default" onClick={() => void ask()}>
        {t.askPersistence}
      </Button>
      <output>{refusedAt !== undefined && t.persistenceRefused(formatTime(refusedAt))}</output>
    </div>
  );
}

export function ReadinessPanel() {
  const t = vi.session.ready;
  const { device } = useServices();
  const readiness = useLive(device.readiness);
  useEffect(() => {
    void device.checkReadiness();
    if (readiness.ready) return undefined;
    const timer = setInterval(() => void device.checkReadiness(), recheckMs);
    return () => clearInterval(timer);
  }, [device, readiness.ready]);
  return (
    <Notice tone={readiness.ready ? 'green' : 'amber'} title={readiness.ready ? t.title : t.notYet}>
      {!readiness.ready && <p>{readiness.calendar && !readiness.catalogue ? t.noCatalogue : t.notYetHint}</p>}
      <ul className={classes.ready}>
        {items.map((item) => (
          <li key={item}>
            {t[item]}:{' '}
            <Mark plain tone={readiness[item] ? 'green' : 'amber'}>
              {readiness[item] ? t.done : t.missing}
            </Mark>
          </li>
        ))}
        <li>
          <Mark plain tone={readiness.persisted === 'granted' ? 'green' : 'amber'}>
            {t.persisted[readiness.persisted]}
          </Mark>
        </li>
      </ul>
      {readiness.persisted !== 'granted' && <AskPersistence />}
    </Notice>
  );
}

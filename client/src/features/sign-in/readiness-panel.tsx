/** "Sẵn sàng làm việc ngoại tuyến": said only when it is true, with every item it rests on and the browser's answer about keeping data. */
import { useEffect } from 'react';
import { Button } from '@mantine/core';
import { useLive } from '../../kit/use-live.ts';
import { useServices } from '../../kit/services-context.tsx';
import { vi } from '../../texts/vi.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';

const items = ['appCached', 'catalogue', 'calendar', 'roster', 'numbers'] as const;
const recheckMs = 3_000;

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
      {!readiness.ready && <p>{t.notYetHint}</p>}
      <ul style={{ margin: 0, paddingLeft: '1.1rem' }}>
        {items.map((item) => (
          <li key={item}>
            {t[item]}:{' '}
            <Mark plain tone={readiness[item] ? 'green' : 'amber'}>
              {readiness[item] ? t.done : t.missing}
            </Mark>
          </li>
        ))}
        <li>{t.persisted[readiness.persisted]}</li>
      </ul>
      {readiness.persisted !== 'granted' && (
        <div>
          <Button size="xs" variant="default" onClick={() => void device.askPersistence().then(device.checkReadiness)}>
            {t.askPersistence}
          </Button>
        </div>
      )}
    </Notice>
  );
}

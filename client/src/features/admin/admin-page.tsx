/** Devices, staff, offices, procedures and the calendar: works directly with the centre, so it needs the network and says so. */
import { lazy, Suspense, useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { administrationOf } from '@onestop/shared/judgement/administration.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { DevicesTab } from './devices-tab.tsx';
import { OfficesTab } from './offices-tab.tsx';
import { RefusedTab } from './refused-tab.tsx';
import { SessionGate } from './session-gate.tsx';
import { StaffTab } from './staff-tab.tsx';

/** Rarely opened, so its code comes when it is. */
const CatalogueTab = lazy(async () => ({ default: (await import('./catalogue-tab.tsx')).CatalogueTab }));

type Tab = 'devices' | 'staff' | 'offices' | 'catalogue' | 'calendar' | 'refused';

export function AdminPage() {
  const t = vi.admin;
  const current = useLive(useServices().session.current);
  const [opened, setOpened] = useState(true);
  const [tab, setTab] = useState<Tab>('devices');
  if (!current || administrationOf(current.staff, []) === undefined)
    return (
      <Page title={t.title}>
        <Notice tone="amber">{t.notAllowed}</Notice>
      </Page>
    );
  if (!opened)
    return (
      <Page title={t.title}>
        <SessionGate onOpen={() => setOpened(true)} />
      </Page>
    );
  const onNeedSession = () => setOpened(false);
  const isDistrict = current.staff.roles.includes('district_admin');
  return (
    <Page
      title={t.title}
      tools={
        <SegmentedControl
          aria-label={t.title}
          value={tab}
          onChange={(value) => setTab(value as Tab)}
          data={(isDistrict
            ? (['devices', 'staff', 'offices', 'catalogue', 'calendar', 'refused'] as const)
            : (['devices', 'staff', 'refused'] as const)
          ).map((value) => ({
            value,
            label: t.tabs[value],
          }))}
        />
      }
    >
      {tab === 'devices' && <DevicesTab onNeedSession={onNeedSession} />}
      {tab === 'staff' && <StaffTab onNeedSession={onNeedSession} />}
      {tab === 'offices' && <OfficesTab onNeedSession={onNeedSession} />}
      {tab === 'catalogue' && (
        <Suspense>
          <CatalogueTab onNeedSession={onNeedSession} />
        </Suspense>
      )}
      {tab === 'calendar' && <CalendarTab onNeedSession={onNeedSession} />}
      {tab === 'refused' && <RefusedTab onNeedSession={onNeedSession} />}
    </Page>
  );
}

/** What opens a district, devices, staff, offices, procedures, calendar, settings and the record of it all: works directly with the centre, so it needs the network and says so. */
import { lazy, Suspense, useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import { openingOf, type OpeningStep } from '@onestop/shared/judgement/opening.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { administrationOf, auditReachOf } from '@onestop/shared/judgement/administration.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { DevicesTab } from './devices-tab.tsx';
import { OpeningTab } from './opening-tab.tsx';
import { OfficesTab } from './offices-tab.tsx';
import { RefusedTab } from './refused-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { SessionGate } from './session-gate.tsx';
import { StaffTab } from './staff-tab.tsx';

/** Rarely opened, so its code comes when it is. */
const CatalogueTab = lazy(async () => ({ default: (await import('./catalogue-tab.tsx')).CatalogueTab }));

type Tab = keyof typeof adminTexts.tabs;

const districtTabs = [
  'opening',
  'devices',
  'staff',
  'offices',
  'catalogue',
  'calendar',
  'settings',
  'refused',
  'audit',
] as const satisfies readonly Tab[];
const communeTabs = ['devices', 'staff', 'refused', 'audit'] as const satisfies readonly Tab[];
/** Who only reads what was done. */
const readerTabs = ['audit'] as const satisfies readonly Tab[];

/** Where each step of the opening is done. */
const tabOfStep = {
  offices: 'offices',
  procedures: 'catalogue',
  calendar: 'calendar',
  settings: 'settings',
  staff: 'staff',
  devices: 'devices',
} as const satisfies Record<OpeningStep, Tab>;

/** Read now and then, by few: fetched when it is opened. */
const AuditTab = lazy(() => import('./audit-tab.tsx').then(({ AuditTab: tab }) => ({ default: tab })));

export function AdminPage() {
  const t = adminTexts;
  const current = useLive(useServices().session.current);
  const [opened, setOpened] = useState(true);
  const [chosen, setTab] = useState<Tab>();
  const isOpening = useOpening();
  const administers = current !== undefined && administrationOf(current.staff, []) !== undefined;
  if (!current || auditReachOf(current.staff, []) === undefined)
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
  const tabs: readonly Tab[] = !administers ? readerTabs : isDistrict ? districtTabs : communeTabs;
  const tab = chosen ?? (!administers ? 'audit' : isDistrict && isOpening ? 'opening' : 'devices');
  return (
    <Page
      title={t.title}
      tools={
        <SegmentedControl
          aria-label={t.title}
          value={tab}
          onChange={(value) => setTab(value as Tab)}
          data={tabs.map((value) => ({ value, label: t.tabs[value] }))}
        />
      }
    >
      {tab === 'opening' && <OpeningTab onNeedSession={onNeedSession} onOpen={(step) => setTab(tabOfStep[step])} />}
      {tab === 'settings' && <SettingsTab onNeedSession={onNeedSession} />}
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
      {tab === 'audit' && (
        <Suspense fallback={<output>{vi.common.loading}</output>}>
          <AuditTab onNeedSession={onNeedSession} />
        </Suspense>
      )}
    </Page>
  );
}

/** Whether something is missing before every commune can take in, as far as this device knows without asking the centre. */
function useOpening(): boolean {
  const { reference, office, now } = useServices();
  const data = useLive(reference);
  const centre = useLive(office);
  return (
    data !== undefined &&
    centre !== undefined &&
    openingOf({ ...data, centre: centre.id, deviceOffices: undefined, today: instantToPlainDate(now()) }).some(
      ({ state }) => state === 'OPEN',
    )
  );
}

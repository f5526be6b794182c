/** Said on every screen where the desk's unsent work or its reference data are nearly or already too old: what, since when, what to do. Where the district freezes, the head of the desk opens from here. */
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { freezeLiftOn } from '@onestop/shared/daybook/state.ts';
import { type AgeLevel, type DataAge, judgeAge } from '@onestop/shared/judgement/too-old.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { useDay, useToday } from '../features/daybook/use-day.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive, useNow } from '../kit/use-live.ts';
import { useNames } from '../kit/use-reference.ts';
import { formatNumber } from '../texts/format.ts';
import { tooOld as t } from '../texts/vi/too-old.ts';
import classes from './shell.module.css';

const LiftFreezeDialog = lazy(() => import('../features/daybook/lift-freeze.tsx').then((part) => ({ default: part.LiftFreezeDialog })));

export function AgeBanner() {
  const { reference, sync } = useServices();
  const settings = useLive(reference)?.settings;
  const { oldestPendingAt, lastReceiptAt } = useLive(sync.status);
  const now = useNow();
  const age = settings && judgeAge({ oldestPendingAt, confirmedAt: lastReceiptAt }, now, settings);
  return age === undefined || age.level === 'FINE' ? null : <Aged age={age} hotline={settings?.hotline ?? ''} />;
}

function Aged({ age: { level, causes }, hotline }: { readonly age: DataAge; readonly hotline: string }) {
  const { device, office, sync } = useServices();
  const navigate = useNavigate();
  const names = useNames();
  const tell = isCentre(useLive(office)) ? t.orTellAtCentre : t.orTell(hotline);
  const [lifting, setLifting] = useState(false);
  const today = useToday();
  const day = useDay(level === 'FROZEN' ? today : undefined);
  const own = useLive(device.info)?.device;
  const lift = day && freezeLiftOn(day, own);
  const isShut = level === 'FROZEN' && lift === undefined;
  const said = [
    ...(isShut ? [t.frozen] : []),
    ...causes.map(({ what, days, limitDays }) => t.causes[what](formatNumber(days), formatNumber(limitDays))),
    ...(lift === undefined ? [] : [t.lifted(names.staff(lift.by))]),
    t.next,
    ...(level === 'WARNED' ? [] : [tell]),
    ...(isShut ? [t.goesOn] : []),
  ].join(' ');
  return (
    <div className={`${classes.banner} ${classes.bannerAmber} ${classes.bannerAct}`}>
      <span role={roleOf(level)}>{said}</span>
      <div className={classes.bannerButtons}>
        <Button
          size="compact-sm"
          variant="white"
          color="dark"
          onClick={() => {
            sync.syncNow();
            void navigate({ to: '/dong-bo' });
          }}
        >
          {t.sync}
        </Button>
        {isShut && (
          <Button size="compact-sm" variant="white" color="dark" onClick={() => setLifting(true)}>
            {t.lift}
          </Button>
        )}
      </div>
      {lifting && (
        <Suspense fallback={null}>
          <LiftFreezeDialog onClose={() => setLifting(false)} />
        </Suspense>
      )}
    </div>
  );
}

function roleOf(level: AgeLevel): 'status' | 'alert' {
  return level === 'WARNED' ? 'status' : 'alert';
}

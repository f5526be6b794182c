/** Who works here now: officers of this office as tiles, then the PIN. Works without the network. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { useLive } from '../../kit/use-live.ts';
import { useServices } from '../../kit/services-context.tsx';
import { formatTime } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { CentredPanel } from '../../kit/ui/page.tsx';
import { SyncPill } from '../../kit/sync-pill.tsx';
import { OfficerTile } from './officer-tile.tsx';
import { PinEntry } from './pin-entry.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';
import classes from './sign-in.module.css';

/** Whose session was closed from the centre, why and what to do: read out, because the page went from under his hands. */
function DismissedNotice() {
  const t = vi.session.dismissed;
  const dismissed = useLive(useServices().session.dismissed);
  if (dismissed === undefined) return null;
  const { fullName, why, at } = dismissed;
  return (
    <Notice tone="amber" alert title={t.title[why](fullName, formatTime(at))}>
      <p>{t.todo[why]}</p>
      <p>{t.kept}</p>
    </Notice>
  );
}

export function SignInPage() {
  const t = vi.session.signIn;
  const { session, device, office } = useServices();
  const roster = useLive(session.roster);
  const info = useLive(device.info);
  const unit = useLive(office);
  const [chosen, setChosen] = useState<Staff>();
  const where = [unit?.name, info?.name].filter(Boolean).join(' · ');
  return (
    <CentredPanel title={chosen ? chosen.fullName : t.title} wide={!chosen}>
      <DismissedNotice />
      {where !== '' && <p className="quiet">{where}</p>}
      {chosen ? (
        <>
          <PinEntry
            key={chosen.id}
            label={t.pinFor(chosen.fullName)}
            submitLabel={t.submit}
            onSubmit={async (secret) => {
              const result = await session.signIn(chosen.login, secret);
              return result.ok ? undefined : result.error;
            }}
          />
          <Button variant="subtle" onClick={() => setChosen(undefined)}>
            {t.other}
          </Button>
        </>
      ) : (
        <>
          {roster.length === 0 ? (
            <Notice tone="amber">{t.noRoster}</Notice>
          ) : (
            <p>
              {t.choose}. <span className="quiet">{t.offlineHint}</span>
            </p>
          )}
          <ul className={classes.tiles}>
            {roster.map((staff) => (
              <li key={staff.id}>
                <OfficerTile staff={staff} onChoose={() => setChosen(staff)} />
              </li>
            ))}
          </ul>
          <ReadinessPanel />
        </>
      )}
      <SyncPill />
    </CentredPanel>
  );
}

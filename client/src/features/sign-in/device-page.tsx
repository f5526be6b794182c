/** This device: who it is, whether it can work offline, how full its storage is, a copy of its log. */
import { useEffect } from 'react';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { BackupButton } from '../../kit/backup-button.tsx';
import { formatBytes } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';

export function DevicePage() {
  const t = vi.device;
  const { device, office } = useServices();
  const info = useLive(device.info);
  const unit = useLive(office);
  const { usedBytes, quotaBytes } = useLive(device.storage);
  useEffect(() => void device.checkReadiness(), [device]);
  const ratio = usedBytes !== undefined && quotaBytes ? Math.min(1, usedBytes / quotaBytes) : undefined;
  return (
    <Page title={t.title}>
      <div className={pageClasses.card}>
        <dl className={pageClasses.facts}>
          <dt>{t.name}</dt>
          <dd>
            {info?.name} <span className="quiet num">({info?.device})</span>
          </dd>
          <dt>{t.office}</dt>
          <dd>{unit?.name ?? info?.office}</dd>
          <dt>{t.book}</dt>
          <dd className="num">{info && String(info.bookNumber).padStart(2, '0')}</dd>
          <dt>{t.version}</dt>
          <dd className="num">{__APP_VERSION__}</dd>
          <dt>{t.storage}</dt>
          <dd>
            {usedBytes === undefined || quotaBytes === undefined
              ? t.storageUnknown
              : t.storageUsed(formatBytes(usedBytes), formatBytes(quotaBytes))}
            {ratio !== undefined && (
              <meter
                value={ratio}
                min={0}
                max={1}
                high={0.8}
                aria-label={t.storage}
                style={{ display: 'block', width: 'min(20rem, 100%)' }}
              />
            )}
          </dd>
        </dl>
      </div>
      <ReadinessPanel />
      <div className={pageClasses.card} style={{ display: 'flex', flexDirection: 'column', gap: '0.6rem', alignItems: 'flex-start' }}>
        <p>{t.backupHint}</p>
        <BackupButton />
      </div>
    </Page>
  );
}

/** Full disk, evicted data, newer version, blocked upgrade, no storage, revoked device, broken log: each says what happened, what is safe, what to do. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { vi } from '../texts/vi.ts';
import { EnrolPage } from '../session/enrol-page.tsx';
import { Notice } from '../ui/notice.tsx';
import { CentredPanel, pageClasses } from '../ui/page.tsx';
import { BackupButton } from './backup-button.tsx';
import type { Device } from './services.ts';

type Fault = NonNullable<ReturnType<Device['fault']['get']>>;
/** A clock that lags is a banner over the work, not a screen instead of it. */
export type BlockingFault = Exclude<Fault, { readonly code: 'clock/behind' }>;

export function FaultScreen({ fault }: { readonly fault: BlockingFault }) {
  const t = vi.device;
  const texts = t.faults[fault.code];
  const [enrolling, setEnrolling] = useState(false);
  const canEnrol = fault.code === 'storage/evicted' || fault.code === 'device/revoked' || fault.code === 'log/broken';
  const hasLog = fault.code === 'storage/full' || fault.code === 'device/revoked' || fault.code === 'log/broken';
  if (enrolling) return <EnrolPage />;
  return (
    <CentredPanel title={texts.title}>
      <Notice tone="red" alert title={t.headings.happened}>
        <p>{texts.happened}</p>
        {fault.code === 'storage/evicted' && <p>{t.evictedRange(fault.lastKnownSeq)}</p>}
        {fault.code === 'log/broken' && <p>{t.brokenAt(fault.seq)}</p>}
        {fault.code === 'storage/unavailable' && <p className="quiet num">{fault.detail}</p>}
      </Notice>
      <Notice tone="green" title={t.headings.safe}><p>{texts.safe}</p></Notice>
      <Notice title={t.headings.todo}><p>{texts.todo}</p></Notice>
      <div className={pageClasses.buttons}>
        {hasLog && <BackupButton />}
        {canEnrol && <Button variant="default" onClick={() => setEnrolling(true)}>{t.reEnrol}</Button>}
        <Button onClick={() => window.location.reload()}>{fault.code === 'storage/full' ? vi.common.retry : vi.common.reload}</Button>
      </div>
    </CentredPanel>
  );
}

/** Full disk, evicted data, newer version, blocked upgrade, no storage, revoked device, broken log: a screen instead of the work, with what can be done. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { vi } from '../texts/vi.ts';
import { CentredPanel, pageClasses } from '../kit/ui/page.tsx';
import { BackupButton } from '../kit/backup-button.tsx';
import { Enrol } from './enrol.tsx';
import { FaultNotices, type BlockingFault } from './fault-notices.tsx';

interface FaultScreenProps {
  readonly fault: BlockingFault;
  /** Goes back to the page underneath; without it the app is loaded anew. */
  readonly onRetry?: (() => void) | undefined;
}

export function FaultScreen({ fault, onRetry }: FaultScreenProps) {
  const t = vi.device;
  const [enrolling, setEnrolling] = useState(false);
  const canEnrol = fault.code === 'storage/evicted' || fault.code === 'device/revoked' || fault.code === 'log/broken';
  const hasLog = fault.code === 'storage/full' || fault.code === 'device/revoked' || fault.code === 'log/broken';
  if (enrolling) return <Enrol />;
  return (
    <CentredPanel title={t.faults[fault.code].title}>
      <FaultNotices fault={fault} />
      <div className={pageClasses.buttons}>
        {hasLog && <BackupButton />}
        {canEnrol && (
          <Button variant="default" onClick={() => setEnrolling(true)}>
            {t.reEnrol}
          </Button>
        )}
        <Button onClick={onRetry ?? (() => window.location.reload())}>
          {fault.code === 'storage/full' ? vi.common.retry : vi.common.reload}
        </Button>
      </div>
    </CentredPanel>
  );
}

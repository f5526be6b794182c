/** What is shown instead of a screen that failed: what happened, what is safe, what to do. */
import { Button } from '@mantine/core';
import { vi } from '../texts/vi.ts';
import { BackupButton } from '../kit/backup-button.tsx';
import { Notice } from '../kit/ui/notice.tsx';
import { CentredPanel, pageClasses } from '../kit/ui/page.tsx';
import { faultId } from './fault-id.ts';

export function CrashScreen({
  error,
  withBackup,
  nested,
}: {
  readonly error: unknown;
  readonly withBackup: boolean;
  readonly nested: boolean;
}) {
  const t = vi.device.crash;
  const headings = vi.device.headings;
  return (
    <CentredPanel title={t.title} nested={nested}>
      <Notice tone="red" alert title={headings.happened}>
        <p>{t.happened}</p>
      </Notice>
      <Notice tone="green" title={headings.safe}>
        <p>{t.safe}</p>
      </Notice>
      <Notice title={headings.todo}>
        <p>{t.todo}</p>
        <p className="num">{t.code(faultId(error))}</p>
      </Notice>
      <div className={pageClasses.buttons}>
        {withBackup && <BackupButton />}
        <Button onClick={() => window.location.assign('/')}>{vi.common.reload}</Button>
      </div>
    </CentredPanel>
  );
}

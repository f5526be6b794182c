/** A bug: say so, keep the log safe, offer the backup file. One of the three places where an unexpected exception is caught. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { vi } from '../texts/vi.ts';
import { Notice } from '../kit/ui/notice.tsx';
import { CentredPanel, pageClasses } from '../kit/ui/page.tsx';
import { report } from '../kit/report.ts';
import { BackupButton } from '../kit/backup-button.tsx';

interface FaultBoundaryState {
  readonly error?: unknown;
}

export class FaultBoundary extends Component<
  { readonly children: ReactNode; readonly withBackup: boolean; readonly nested?: boolean },
  FaultBoundaryState
> {
  override state: FaultBoundaryState = {};

  static getDerivedStateFromError(error: unknown): FaultBoundaryState {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // For the technician at the machine; names components and never dossier data.
    report(`A screen failed (${faultId(error)}) in ${info.componentStack ?? 'an unknown place'}`, error);
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <CrashScreen error={this.state.error} withBackup={this.props.withBackup} nested={this.props.nested ?? false} />;
  }
}

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

/** A short id of the kind of fault: the same bug gives the same id, and it holds no personal data. */
export function faultId(error: unknown): string {
  const text = error instanceof Error ? `${error.name}:${error.stack?.split('\n')[1]?.trim() ?? error.message}` : typeof error;
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = ((hash * 33) ^ text.charCodeAt(i)) >>> 0;
  return hash.toString(36).toUpperCase();
}

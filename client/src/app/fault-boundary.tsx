/** A bug: say so, keep the log safe, offer the backup file. One of the three places where an unexpected exception is caught. No words here: a changed one would mount everything below anew. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { report } from '../kit/report.ts';
import { CrashScreen } from './crash-screen.tsx';
import { faultId } from './fault-id.ts';

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

/** Runs one act and keeps what went wrong as a sentence. Resolves to true when the act is durably on this device. */
import { useState } from 'react';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import type { PerformRequest } from '../../contract/dossiers.ts';
import type { StorageFault } from '../../contract/faults.ts';
import { useServices } from '../../kit/services-context.tsx';
import { refusalText } from '../../texts/refusals.ts';
import { vi } from '../../texts/vi.ts';

export interface Act {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly run: <C extends CommandName>(request: PerformRequest<C>) => Promise<boolean>;
}

export function useAct(): Act {
  const { dossiers } = useServices();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async <C extends CommandName>(request: PerformRequest<C>): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    const result = await dossiers.perform(request);
    setBusy(false);
    if (result.ok) return true;
    setProblem(actProblemText(result.error));
    return false;
  };
  return { busy, problem, run };
}

export function actProblemText(error: Refusal | StorageFault | { readonly code: 'session/locked' }): string {
  switch (error.code) {
    case 'storage/full':
      return vi.common.storageFull;
    case 'storage/unavailable':
    case 'storage/blocked-upgrade':
    case 'storage/newer-version':
    case 'storage/evicted':
      return vi.common.storageOther;
    case 'session/locked':
      return vi.common.sessionLocked;
    default:
      return refusalText(error);
  }
}

/** Runs one act and keeps what went wrong as a sentence. Resolves to true when the act is durably on this device. */
import { useState } from 'react';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { PerformRequest } from '../../contract/dossiers.ts';
import { actProblemText } from '../../kit/act-problem.ts';
import { useServices } from '../../kit/services-context.tsx';

interface RunningAct {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly run: <C extends CommandName>(request: PerformRequest<C>) => Promise<boolean>;
}

export function useAct(): RunningAct {
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

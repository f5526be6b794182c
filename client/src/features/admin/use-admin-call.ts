/** Calls to the centre from the administration page: loading, the error in words, and whether the PIN is asked again. */
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { AdminError } from '../../contract/admin.ts';
import { fieldProblemsText } from '../../texts/field-problems.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { wireErrorSentence } from '../../texts/wire-errors.ts';

export interface AdminCall {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly run: <T>(call: () => Promise<Result<T, AdminError>>) => Promise<Result<T, AdminError>>;
}

/** `onNeedSession` is called once the centre wants to hear the secret again. */
export function useAdminCall(onNeedSession?: () => void): AdminCall {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AdminError>();
  const run = useCallback(async <T>(call: () => Promise<Result<T, AdminError>>) => {
    setBusy(true);
    setError(undefined);
    const result = await call();
    setBusy(false);
    if (!result.ok) setError(result.error);
    return result;
  }, []);
  const needsSession = error?.code === 'session/needed';
  useEffect(() => {
    if (needsSession) onNeedSession?.();
  }, [needsSession, onNeedSession]);
  const fields = fieldProblemsText(error?.fields ?? []);
  return {
    busy,
    problem:
      error === undefined || needsSession ? undefined : `${wireErrorSentence(error.code)}${fields ? ` ${adminTexts.fields(fields)}` : ''}`,
    run,
  };
}

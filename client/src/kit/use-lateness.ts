/** The borders between late, soon and in time as of now, from the calendar and settings of this device. */
import { useMemo } from 'react';
import { latenessBorders, type LatenessBorders } from '@onestop/shared/judgement/lateness.ts';
import { useServices } from './services-context.tsx';
import { useLive, useNow } from './use-live.ts';

export function useLateness(): LatenessBorders {
  const reference = useLive(useServices().reference);
  const now = useNow();
  return useMemo(() => latenessBorders(now, reference?.calendar, reference?.settings.dueSoonWorkingDays ?? 0), [now, reference]);
}

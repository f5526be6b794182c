/** One day of an office, read again whenever something happens on it; and doing one of its acts. */
import { useEffect, useState } from 'react';
import type { DayActName } from '@onestop/shared/daybook/acts/index.ts';
import type { DayState } from '@onestop/shared/daybook/state.ts';
import type { OfficeDay } from '@onestop/shared/daybook/stream.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { DayRequest } from '../../contract/daybook.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { dayProblemText } from './day-problem.ts';

/** Undefined while it is read. */
export function useDay(day: OfficeDay | undefined): DayState | undefined {
  const { daybook, sync } = useServices();
  const { refused } = useLive(sync.status);
  const [state, setState] = useState<DayState>();
  const [failure, setFailure] = useState<unknown>();
  const { office, date } = day ?? {};
  useEffect(() => {
    void refused;
    if (office === undefined || date === undefined) return undefined;
    let live = true;
    const asked = { office, date };
    const read = () =>
      void daybook.open(asked).then(
        (found) => live && setState(found),
        (cause: unknown) => live && setFailure(cause),
      );
    read();
    const unwatch = daybook.watch(asked, read);
    return () => {
      live = false;
      unwatch();
    };
  }, [daybook, office, date, refused]);
  if (failure !== undefined) throw failure;
  return state !== undefined && state.office === office && state.date === date ? state : undefined;
}

/** Of the own office; another one after midnight. */
export function useToday(): OfficeDay | undefined {
  const office = useLive(useServices().office);
  const date = instantToPlainDate(useNow());
  return office && { office: office.id, date };
}

export function useDayAct() {
  const { daybook } = useServices();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function run<N extends DayActName>(request: DayRequest<N>): Promise<DayState | undefined> {
    setBusy(true);
    setProblem(undefined);
    const done = await daybook.perform(request);
    setBusy(false);
    if (!done.ok) setProblem(dayProblemText(done.error));
    return done.ok ? done.value : undefined;
  }
  return { busy, problem, run };
}

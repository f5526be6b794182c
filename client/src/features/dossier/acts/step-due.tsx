/** Until when one step has to be done: the close of a working day, typed or taken from the next ones. */
import { useState, type ReactNode } from 'react';
import { promisableDays, promiseMoment } from '@onestop/shared/deadlines/promisable.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { DateBox, readDateBox } from '../../../kit/ui/date-box.tsx';
import { DateOffers } from '../../../kit/ui/date-offers.tsx';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { intakeProblemText } from '../../../texts/intake-errors.ts';
import { acts } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';

/** `read`: undefined where left empty, `wrong` where what is typed is no day on which the step can be done; it marks the box from then on. */
export function useStepDue(label: string = acts.files.stepDue): {
  readonly read: () => Instant | undefined | 'wrong';
  readonly field: ReactNode;
} {
  const t = acts.files;
  const { reference, now } = useServices();
  const calendar = useLive(reference)?.calendar;
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState(false);
  const earliest = instantToPlainDate(now());
  const day = readDateBox(typed, { earliest });
  const moment = day !== undefined && day !== 'wrong' && calendar ? promiseMoment(calendar, day, undefined) : undefined;
  const dueAt = moment?.ok ? moment.value.dueAt : undefined;
  const unfit = () =>
    moment?.ok === false ? intakeProblemText(moment.error) : dueAt !== undefined && dueAt <= now() ? t.stepPast : undefined;
  const offers = moment?.ok === false ? moment.error.offers : day === undefined && calendar ? promisableDays(calendar, earliest) : [];
  return {
    read: () => {
      setTold(true);
      return day === 'wrong' || unfit() !== undefined ? 'wrong' : dueAt;
    },
    field: (
      <>
        <DateBox
          label={`${label} (${vi.dossier.optional})`}
          value={typed}
          onChange={(next) => {
            setTold(false);
            setTyped(next);
          }}
          limits={{ earliest }}
          tried={told}
          {...(moment ? { judged: { error: told ? unfit() : undefined, onLeft: () => setTold(true) } } : {})}
        />
        <DateOffers offers={offers.map((one) => one.date)} label={t.workingDays} onTake={setTyped} />
      </>
    ),
  };
}

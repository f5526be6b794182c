/** A new promise somebody chooses, usually later than the one that stands: days that can be promised one press away, any other typed, an hour where it matters. */
import { type ReactNode, useState } from 'react';
import { TextInput } from '@mantine/core';
import { type ChosenDue, readChosenDue } from '@onestop/shared/dossier/intake-fields/due.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { addDays } from '@onestop/shared/kernel/plain-date.ts';
import { DateBox, readDateBox } from '../../../kit/ui/date-box.tsx';
import { DateOffers } from '../../../kit/ui/date-offers.tsx';
import { useServices } from '../../../kit/services-context.tsx';
import { usePromiseOffers } from '../../../kit/use-promise-offers.ts';
import { formatLongDateTime } from '../../../texts/format.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';

interface PromiseFields {
  /** Undefined where what is typed is no moment: the boxes say so once they were tried. */
  readonly read: () => Omit<ChosenDue, 'reason'> | undefined;
  readonly fields: ReactNode;
}

/** `past`: the promise that stands does not bind the new one, which may lie before it. */
export function useNewPromise({ due }: DossierState, { past = false } = {}): PromiseFields {
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const [tried, setTried] = useState(false);
  const today = instantToPlainDate(useServices().now());
  const promised = due && !past ? instantToPlainDate(due.dueAt) : today;
  const earliest = promised > today ? promised : today;
  const chosen = readChosenDue({ manualDate: date, manualTime: time, manualReason: '' }, earliest);
  const offers = usePromiseOffers(chosen, date.trim() === '', addDays(earliest, 1));
  const day = readDateBox(date, { earliest });
  const isHourWrong = chosen === undefined && day !== undefined && day !== 'wrong';
  return {
    read: () => {
      setTried(true);
      return chosen && { date: chosen.date, ...(chosen.minute === undefined ? {} : { minute: chosen.minute }) };
    },
    fields: (
      <>
        {due && <p>{words.promiseNow(formatLongDateTime(due.dueAt))}</p>}
        <DateBox label={words.newDate} required value={date} onChange={setDate} limits={{ earliest }} tried={tried} />
        <DateOffers
          offers={offers}
          onTake={(typed) => {
            setDate(typed);
            setTime('');
          }}
        />
        <TextInput
          label={`${words.newTime} (${vi.dossier.optional})`}
          placeholder={words.newTimeHint}
          value={time}
          error={isHourWrong ? words.newTimeWrong : undefined}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      </>
    ),
  };
}

/** Who agrees to an act of the day: the officer who is signed in, or a head of the desk who shows his secret on this very device without putting the first out. */
import { useState, type ReactNode } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { type DayActName, mayDoOfDay } from '@onestop/shared/daybook/acts/index.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { DayRequest } from '../../contract/daybook.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';

interface SecondPerson {
  /** Nobody at this device may do it. */
  readonly nobody: boolean;
  /** Part of the request: who acts. */
  readonly as: Pick<DayRequest<DayActName>, 'as'>;
  readonly fields: ReactNode;
  /** A secret is good for one act. */
  readonly forget: () => void;
}

interface Asked {
  readonly act: DayActName;
  readonly words: { readonly who: string; readonly pin: string };
  /** Whose own doing it is. */
  readonly except?: StaffId | undefined;
}

export function useSecondPerson({ act, words, except }: Asked): SecondPerson {
  const { session, office } = useServices();
  const unit = useLive(office);
  const roster = useLive(session.roster);
  const me = useLive(session.current)?.staff;
  const heads = roster.filter((one) => one.id !== except && unit !== undefined && mayDoOfDay(act, one, unit));
  const [login, setLogin] = useState(() => (heads.some((one) => one.id === me?.id) ? me?.login : heads[0]?.login) ?? '');
  const [secret, setSecret] = useState('');
  const isMe = login === me?.login;
  return {
    nobody: heads.length === 0,
    as: isMe ? {} : { as: { login, secret } },
    forget: () => setSecret(''),
    fields: (
      <>
        <NativeSelect
          label={words.who}
          value={login}
          onChange={(e) => setLogin(e.currentTarget.value)}
          data={heads.map((one) => ({ value: one.login, label: one.title === '' ? one.fullName : `${one.fullName} – ${one.title}` }))}
        />
        {!isMe && (
          <TextInput
            type="password"
            label={words.pin}
            required
            autoComplete="off"
            value={secret}
            onChange={(e) => setSecret(e.currentTarget.value)}
          />
        )}
      </>
    ),
  };
}

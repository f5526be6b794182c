/**
 * Who signs what leaves the office, or decided it: the officer himself where he may, a leader of the roster, or somebody written by hand with his post. A slip
 * of the desk is signed by the officer who gives it, one of the leader's by a leader.
 */
import { type ReactNode, useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { writtenName } from '@onestop/shared/dossier/recipient.ts';
import type { SignerChoice } from '@onestop/shared/dossier/slips.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import { useActing } from '../../../kit/use-acting.ts';

const self = 'self';
const byHand = 'other';

interface SignerFields {
  /** Absent: the officer who acts. */
  readonly signer: SignerChoice | undefined;
  readonly fields: ReactNode;
}

export function useSigner(by: 'DESK' | 'LEADER', label: string = words.signer): SignerFields {
  const acting = useActing();
  const staff = useLive(useServices().reference)?.staff ?? [];
  const me = acting?.actor;
  const maySign = by === 'DESK' || me?.roles.includes('signer') === true;
  const leaders = staff.filter(
    (one) => one.active && one.office === acting?.office.id && one.roles.includes('signer') && one.id !== me?.id,
  );
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const value = chosen ?? (maySign ? self : (leaders[0]?.id ?? byHand));
  const leader = leaders.find((one) => one.id === value);
  const written = { name: name.trim(), ...(title.trim() ? { title: title.trim() } : {}) };
  return {
    signer: value === self ? undefined : leader ? { kind: 'STAFF', staff: leader.id } : { kind: 'NAMED', ...written },
    fields: (
      <>
        <NativeSelect
          label={label}
          value={value}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            ...(maySign && me ? [{ value: self, label: words.signerSelf(writtenName(me)) }] : []),
            ...leaders.map((one) => ({ value: one.id as string, label: writtenName(one) })),
            { value: byHand, label: words.signerOther },
          ]}
        />
        {value === byHand && (
          <>
            <TextInput label={words.signerName} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <TextInput
              label={`${words.signerTitle} (${vi.dossier.optional})`}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          </>
        )}
      </>
    ),
  };
}

/** Signer and legal ground of a slip, as the commands that issue one take them. */
export function useSlip(by: 'DESK' | 'LEADER', groundRequired = false) {
  const { signer, fields } = useSigner(by);
  const [ground, setGround] = useState('');
  const written = ground.trim();
  return {
    input: { ...(signer ? { signer } : {}), ...(written === '' ? {} : { ground: written }) },
    fields: (
      <>
        <TextInput
          label={groundRequired ? words.ground : `${words.ground} (${vi.dossier.optional})`}
          placeholder={words.groundExample}
          required={groundRequired}
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value)}
        />
        {fields}
      </>
    ),
  };
}

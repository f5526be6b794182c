/** To whom the file goes: an officer of this office with one of the roles, somebody named by hand, or, where that is allowed, nobody in particular. */
import { useState, type ReactNode } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { type RecipientChoice, writtenName } from '@onestop/shared/dossier/recipient.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Role } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { acts } from '../../../texts/vi/acts.ts';

interface RecipientOptions {
  readonly label: string;
  readonly roles: readonly Role[];
  /** Who has it already. */
  readonly not?: StaffId | undefined;
  /** Words of the choice that names nobody; absent: somebody has to be named. */
  readonly nobody?: string;
}

const other = 'other';
const nobodyValue = 'nobody';

/** `choice` is undefined where nobody is named; a name left empty is asked for by the form. */
export function useRecipient({ label, roles, not, nobody }: RecipientOptions): {
  readonly choice: RecipientChoice | undefined;
  readonly fields: ReactNode;
} {
  const t = acts.files;
  const services = useServices();
  const staff = useLive(services.reference)?.staff ?? [];
  const office = useLive(services.office);
  const officers = staff.filter(
    (one) => one.active && one.office === office?.id && one.id !== not && one.roles.some((role) => roles.includes(role)),
  );
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const value = chosen ?? officers[0]?.id ?? (nobody === undefined ? other : nobodyValue);
  const person = officers.find((one) => one.id === value);
  return {
    choice: person ? { kind: 'STAFF', staff: person.id } : value === nobodyValue ? undefined : { kind: 'AGENCY', name: name.trim() },
    fields: (
      <>
        <NativeSelect
          label={label}
          data-autofocus
          value={value}
          onChange={(e) => setChosen(e.currentTarget.value)}
          data={[
            ...officers.map((one) => ({ value: one.id as string, label: writtenName(one) })),
            ...(nobody === undefined ? [] : [{ value: nobodyValue, label: nobody }]),
            { value: other, label: t.otherPerson },
          ]}
        />
        {value === other && <TextInput label={t.otherName} required value={name} onChange={(e) => setName(e.currentTarget.value)} />}
      </>
    ),
  };
}

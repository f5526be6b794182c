/** To whom the file is given: an officer of a roster, somebody named by hand, or, where that is enough, the desk itself. */
import { type ReactNode, useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { type RecipientChoice, writtenName } from '@onestop/shared/dossier/recipient.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';

interface RecipientOptions {
  readonly label: string;
  readonly officers: readonly Staff[];
  /** The receiving desk, which nobody has to be named for; chosen at first. */
  readonly desk?: string;
  readonly other: string;
  readonly otherName: string;
}

const theDesk = 'desk';
const somebodyElse = 'other';

/** `choice` is undefined for the desk itself. */
export function useRecipient({ label, officers, desk, other, otherName }: RecipientOptions): {
  readonly choice: RecipientChoice | undefined;
  readonly fields: ReactNode;
} {
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const value = chosen ?? (desk === undefined ? (officers[0]?.id ?? somebodyElse) : theDesk);
  const officer = officers.find((one) => one.id === value);
  const isOther = officer === undefined && value !== theDesk;
  const named: RecipientChoice = { kind: 'AGENCY', name: name.trim() };
  return {
    choice: officer ? { kind: 'STAFF', staff: officer.id } : isOther ? named : undefined,
    fields: (
      <>
        <NativeSelect
          label={label}
          data-autofocus
          value={value}
          onChange={(e) => setChosen(e.currentTarget.value)}
          data={[
            ...(desk === undefined ? [] : [{ value: theDesk, label: desk }]),
            ...officers.map((one) => ({ value: one.id as string, label: writtenName(one) })),
            { value: somebodyElse, label: other },
          ]}
        />
        {isOther && <TextInput label={otherName} required value={name} onChange={(e) => setName(e.currentTarget.value)} />}
      </>
    ),
  };
}

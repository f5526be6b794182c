/** To whom the file is given: an officer of a roster, somebody named by hand, or, where that is enough, the desk itself or nobody in particular. */
import { type ReactNode, useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { type RecipientChoice, writtenName } from '@onestop/shared/dossier/recipient.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';

interface RecipientOptions {
  readonly label: string;
  readonly officers: readonly Staff[];
  /** The receiving desk, which nobody has to be named for; chosen at first. */
  readonly desk?: string;
  /** Words of the choice that names nobody; stands after the officers and is chosen where there are none. */
  readonly nobody?: string | undefined;
  readonly other: string;
  readonly otherName: string;
}

const theDesk = 'desk';
const nobodyNamed = 'nobody';
const somebodyElse = 'other';

/** `choice` is undefined for the desk itself and where nobody is named; a name left empty is asked for by the form. */
export function useRecipient({ label, officers, desk, nobody, other, otherName }: RecipientOptions): {
  readonly choice: RecipientChoice | undefined;
  readonly fields: ReactNode;
} {
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const withoutDesk = officers[0]?.id ?? (nobody === undefined ? somebodyElse : nobodyNamed);
  const value = chosen ?? (desk === undefined ? withoutDesk : theDesk);
  const officer = officers.find((one) => one.id === value);
  const isOther = officer === undefined && value !== theDesk && value !== nobodyNamed;
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
            ...(nobody === undefined ? [] : [{ value: nobodyNamed, label: nobody }]),
            { value: somebodyElse, label: other },
          ]}
        />
        {isOther && <TextInput label={otherName} required value={name} onChange={(e) => setName(e.currentTarget.value)} />}
      </>
    ),
  };
}

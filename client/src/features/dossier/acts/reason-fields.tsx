/** Why an act is done: a class for the reports, chosen and never preset, and the officer's own words. Both are required, so Enter alone does nothing. */
import { type ReactNode, useState } from 'react';
import { NativeSelect, Textarea } from '@mantine/core';
import { acts as words } from '../../../texts/vi/acts.ts';

interface ReasonFields<Class extends string> {
  /** Only read once the form has found nothing missing. */
  readonly input: { readonly class: Class; readonly reason: string };
  readonly fields: ReactNode;
}

export function useReason<Class extends string>(names: Readonly<Record<Class, string>>, label: string = words.reason): ReasonFields<Class> {
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  return {
    // The form does not submit while the required choice is empty, and the list offers nothing but these.
    input: { class: chosen as Class, reason: reason.trim() },
    fields: (
      <>
        <NativeSelect
          label={words.class}
          required
          data-autofocus
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[{ value: '', label: words.choose }, ...Object.entries<string>(names).map(([value, name]) => ({ value, label: name }))]}
        />
        <Textarea label={label} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </>
    ),
  };
}

/** Why an act is done: a class for the reports, chosen and never preset, and the officer's own words. Both are required, so Enter alone does nothing. */
import { type ReactNode, useState } from 'react';
import { NativeSelect, Textarea } from '@mantine/core';
import { reasons as words } from '../texts/vi/reasons.ts';

interface ReasonFields<Class extends string> {
  /** Only read once the form has found nothing missing. */
  readonly input: { readonly class: Class; readonly reason: string };
  readonly fields: ReactNode;
}

interface ReasonOptions<Class extends string> {
  readonly label?: string;
  /** The first field of its dialog. */
  readonly first?: boolean;
  /** Said before, of the same thing. */
  readonly initial?: { readonly class: Class; readonly reason: string } | undefined;
}

export function useClassedReason<Class extends string>(
  names: Readonly<Record<Class, string>>,
  { label = words.reason, first = true, initial }: ReasonOptions<Class> = {},
): ReasonFields<Class> {
  const [chosen, setChosen] = useState<string>(initial?.class ?? '');
  const [reason, setReason] = useState(initial?.reason ?? '');
  return {
    // The form does not submit while the required choice is empty, and the list offers nothing but these.
    input: { class: chosen as Class, reason: reason.trim() },
    fields: (
      <>
        <NativeSelect
          label={words.class}
          required
          {...(first ? { 'data-autofocus': true } : {})}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[{ value: '', label: words.choose }, ...Object.entries<string>(names).map(([value, name]) => ({ value, label: name }))]}
        />
        <Textarea label={label} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </>
    ),
  };
}

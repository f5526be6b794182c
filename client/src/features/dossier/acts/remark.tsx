/** A remark or a reason in its own words, several lines where needed. */
import { Textarea } from '@mantine/core';
import { vi } from '../../../texts/vi.ts';

interface RemarkProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A reason has to be given; a remark may. */
  readonly required?: boolean;
  /** The first field of its dialog. */
  readonly first?: boolean;
}

export function Remark({ label, value, onChange, required = false, first = false }: RemarkProps) {
  return (
    <Textarea
      label={required ? label : `${label} (${vi.dossier.optional})`}
      required={required}
      {...(first ? { 'data-autofocus': true } : {})}
      autosize
      minRows={required ? 2 : 1}
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
}

/** As an act takes it: absent where nothing is written. */
export function written<const K extends string>(key: K, text: string): { readonly [P in K]?: string } {
  const typed = text.trim();
  return typed === '' ? {} : ({ [key]: typed } as { readonly [P in K]?: string });
}

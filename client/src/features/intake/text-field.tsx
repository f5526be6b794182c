/** One text input of the intake: label, value as typed, error in red, warning in amber that never blocks. Its element id is the field id. */
import type { KeyboardEvent, ReactNode } from 'react';
import { TextInput } from '@mantine/core';
import { useFieldTexts } from './field-context.tsx';
import type { FieldId } from '@onestop/shared/dossier/intake-fields/problems.ts';
import classes from './intake.module.css';

interface TextFieldProps {
  readonly id: FieldId;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | undefined;
  readonly className?: string | undefined;
  readonly autoFocusOnOpen?: boolean | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly right?: ReactNode;
}

export function TextField({
  id,
  label,
  value,
  onChange,
  placeholder,
  inputMode,
  className,
  autoFocusOnOpen,
  onKeyDown,
  right,
}: TextFieldProps) {
  const { error, warning, visit } = useFieldTexts(id);
  return (
    <TextInput
      id={id}
      label={label}
      value={value}
      placeholder={placeholder ?? ''}
      inputMode={inputMode ?? 'text'}
      className={className ?? ''}
      error={error}
      description={error === undefined && warning !== undefined ? <span className={classes.warning}>{warning}</span> : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={visit}
      rightSection={right}
      {...(onKeyDown ? { onKeyDown } : {})}
      {...(autoFocusOnOpen ? { 'data-first': true } : {})}
    />
  );
}

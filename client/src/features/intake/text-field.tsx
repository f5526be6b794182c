/**
 * One text input of the intake: label, value as typed, error in red, warning in amber that never blocks. Its element id is the field id. The form holds some
 * twenty of them: only the one that is typed in is drawn anew.
 */
import { memo } from 'react';
import { TextInput } from '@mantine/core';
import type { FieldId } from '@onestop/shared/dossier/intake-fields/problems.ts';
import { useStable } from '../../kit/use-stable.ts';
import { useFieldTexts } from './field-context.tsx';
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
}

export function TextField({ id, onChange, ...shown }: TextFieldProps) {
  const { error, warning, visit } = useFieldTexts(id);
  return <Drawn {...shown} id={id} error={error} warning={warning} onChange={useStable(onChange)} onBlur={useStable(visit)} />;
}

interface DrawnProps extends TextFieldProps {
  readonly error: string | undefined;
  readonly warning: string | undefined;
  readonly onBlur: () => void;
}

const Drawn = memo(function Drawn(props: DrawnProps) {
  const { id, label, value, onChange, placeholder, inputMode, className, autoFocusOnOpen, error, warning, onBlur } = props;
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
      onBlur={onBlur}
      {...(autoFocusOnOpen ? { 'data-first': true } : {})}
    />
  );
});

/**
 * One text input of the intake: label, value as typed, error in red, warning in amber that never blocks. Its element id is the field id. The form holds some
 * twenty of them: only the one that is typed in is drawn anew.
 */
import { memo, useEffect, useRef, useState } from 'react';
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
  /** May be longer than its box: what the box cuts stands below it, whole. */
  readonly long?: boolean | undefined;
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
  const { id, label, value, onChange, placeholder, inputMode, className, autoFocusOnOpen, long = false, error, warning, onBlur } = props;
  const box = useRef<HTMLInputElement>(null);
  const cut = useIsCut(box, value, long);
  const below = warning === undefined ? cut && value : <span className={classes.warning}>{warning}</span>;
  return (
    <TextInput
      ref={box}
      id={id}
      label={label}
      value={value}
      placeholder={placeholder ?? ''}
      inputMode={inputMode ?? 'text'}
      className={className ?? ''}
      error={error}
      description={error === undefined ? below || undefined : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      {...(autoFocusOnOpen ? { 'data-first': true } : {})}
    />
  );
});

/** Whether the box shows only a part of its value: looked at in the next frame, when the browser has laid the page out anyway. */
function useIsCut(box: { readonly current: HTMLInputElement | null }, value: string, asked: boolean): boolean {
  const [cut, setCut] = useState(false);
  useEffect(() => {
    if (!asked) return undefined;
    const frame = requestAnimationFrame(() => {
      const now = box.current !== null && box.current.scrollWidth > box.current.clientWidth;
      if (now !== cut) setCut(now);
    });
    return () => cancelAnimationFrame(frame);
  }, [box, value, asked, cut]);
  return cut;
}

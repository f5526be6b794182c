/** One select of the intake, drawn anew only when it changes. */
import { memo } from 'react';
import { NativeSelect } from '@mantine/core';
import { useStable } from '../../kit/use-stable.ts';

interface SelectFieldProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}

export function SelectField<Value extends string>({ onChange, onBlur, ...shown }: SelectFieldProps<Value>) {
  // A select gives back one of its own options.
  const change = useStable((value: string) => onChange(value as Value));
  const blur = useStable(() => onBlur?.());
  return <Drawn {...shown} onChange={change} onBlur={blur} />;
}

type DrawnProps = Omit<SelectFieldProps<string>, 'onBlur'> & { readonly onBlur: () => void };

const Drawn = memo(function Drawn({ id, label, options, value, onChange, onBlur, error, className }: DrawnProps) {
  return (
    <NativeSelect
      id={id}
      label={label}
      data={[...options]}
      value={value}
      error={error}
      className={className ?? ''}
      onBlur={onBlur}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
});

/** One of a few answers, none of them taken as said; the first gets the cursor. */
import { Radio } from '@mantine/core';

interface OneOfProps<A extends string> {
  readonly label: string;
  readonly names: Readonly<Record<A, string>>;
  readonly value: A | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: A) => void;
}

export function OneOf<A extends string>({ label, names, value, error, onChange }: OneOfProps<A>) {
  return (
    <Radio.Group label={label} value={value ?? ''} error={error} onChange={(chosen) => onChange(chosen as A)}>
      <div style={{ display: 'grid', gap: '0.4rem', marginTop: '0.3rem' }}>
        {(Object.keys(names) as A[]).map((one, index) => (
          <Radio key={one} value={one} label={names[one]} data-autofocus={index === 0 ? true : undefined} />
        ))}
      </div>
    </Radio.Group>
  );
}

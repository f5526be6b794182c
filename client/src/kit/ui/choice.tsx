/** One of a few, side by side: native radio buttons that look like a row of keys, so arrows, forms and screen readers work by themselves. */
import { useId } from 'react';
import classes from './choice.module.css';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** The label stands above; otherwise it is only read out. */
  readonly labelled?: boolean | undefined;
}

export function Choice<T extends string>({ label, options, value, onChange, labelled = false }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend className={labelled ? classes.legend : 'sr-only'}>{label}</legend>
      <div className={classes.row}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

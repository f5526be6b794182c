/** A word with a colour: the colour repeats what the word says and never stands alone. */
import type { ReactNode } from 'react';
import classes from './mark.module.css';

export type Tone = 'red' | 'amber' | 'green' | 'grey' | 'violet' | 'teal';

export function Mark({ tone, plain = false, children }: { readonly tone: Tone; readonly plain?: boolean; readonly children: ReactNode }) {
  return <span className={[classes.mark, classes[tone], plain ? classes.plain : ''].join(' ')}>{children}</span>;
}

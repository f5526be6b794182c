/** All errors in one place above the form, in focus when it appears, each a link to its field. After the GOV.UK pattern: nothing typed is lost. */
import { useEffect, useRef } from 'react';
import { intakeProblemText } from '../../texts/intake-errors.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import type { FieldId, FieldProblem } from '@onestop/shared/dossier/intake-fields/problems.ts';
import classes from './intake.module.css';

interface ErrorSummaryProps {
  readonly errors: readonly FieldProblem[];
  /** Counts the tries, so that a second try with the same errors takes the focus again. */
  readonly attempt: number;
  readonly onGo: (field: FieldId) => void;
}

export function ErrorSummary({ errors, attempt, onGo }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (attempt === 0 || errors.length === 0) return null;
  return (
    <div ref={box} className={classes.summary} role="alert" tabIndex={-1} aria-labelledby="intake-errors">
      <h2 id="intake-errors">{texts.errorTitle(errors.length)}</h2>
      <ul>
        {errors.map(({ field, problem }) => (
          <li key={`${field}:${problem.code}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(field);
              }}
            >
              {intakeProblemText(problem)}
            </a>
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>{texts.nothingLost}</p>
    </div>
  );
}

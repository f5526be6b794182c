/** "Xem cách tính": the days that were counted and why the others were not. Shared by intake and the dossier page. */
import type { DueExplanation } from '@onestop/shared/deadlines/explanation.ts';
import { explanationLines } from '../texts/due-explanation.ts';
import classes from './due-explanation.module.css';

export function DueExplanationView({ explanation }: { readonly explanation: DueExplanation }) {
  const { summary, days, notes } = explanationLines(explanation);
  return (
    <div className={classes.box}>
      <p>{summary}</p>
      {days.length > 0 && (
        <ol className={classes.list} tabIndex={days.length > 12 ? 0 : undefined}>
          {days.map((day) => (
            <li key={day.date} className={day.counted ? classes.day : `${classes.day} ${classes.off}`}>
              <span aria-hidden="true">{day.counted ? '✓' : '–'}</span>
              <span>{day.date}</span>
              <span>{day.text}</span>
            </li>
          ))}
        </ol>
      )}
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is left at the end of the day: papers still here and what falls due next, each one press from its dossier. */
import { Link } from '@tanstack/react-router';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { useProcedureName } from '../../kit/use-reference.ts';
import { formatNumber } from '../../texts/format.ts';
import { daybook } from '../../texts/vi/daybook.ts';
import classes from './daybook.module.css';

const shownMax = 12;

export function LeftRows({
  title,
  rows,
  nothing,
}: {
  readonly title: string;
  readonly rows: readonly DossierRow[];
  readonly nothing: string;
}) {
  const procedureName = useProcedureName();
  return (
    <section className={classes.card} aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{nothing}</p>
      ) : (
        <ul className={classes.rows}>
          {rows.slice(0, shownMax).map((row) => (
            <li key={row.id}>
              <Link to="/ho-so/$dossier" params={{ dossier: row.id }}>
                {[row.name, row.code].filter(Boolean).join(' · ')}
              </Link>{' '}
              <span className="quiet">{procedureName(row.procedure)}</span>
            </li>
          ))}
        </ul>
      )}
      {rows.length > shownMax && <p className="quiet">{daybook.closing.more(formatNumber(rows.length - shownMax))}</p>}
    </section>
  );
}

/** A number that leads to the dossiers it is made of; nought leads nowhere. */
import { formatNumber } from '../../texts/format.ts';
import { report as t } from '../../texts/vi/report.ts';
import classes from './report.module.css';

interface CountProps {
  readonly count: number;
  readonly label: string;
  readonly isBad?: boolean;
  readonly onOpen: () => void;
}

export function Count({ count, label, isBad = false, onOpen }: CountProps) {
  const number = formatNumber(count);
  if (count === 0) return <span className={`quiet ${classes.zero}`}>0</span>;
  return (
    <button type="button" className={`${classes.count} ${isBad ? classes.bad : ''}`} aria-label={t.open(label, number)} onClick={onOpen}>
      {number}
    </button>
  );
}

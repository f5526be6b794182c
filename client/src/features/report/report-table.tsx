/** The table II.06a on screen: as the form has it, and each number leads to its dossiers. */
import { sumsHold } from '@onestop/shared/reports/report.ts';
import type { Behind, Grouping } from '@onestop/shared/reports/report.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { reportColumns, type ReportLine } from '../../print/forms/report/lines.ts';
import { ReportHead } from '../../print/forms/report/head.tsx';
import { report as t } from '../../texts/vi/report.ts';
import { Count } from './count.tsx';
import classes from './report.module.css';

interface ReportTableProps {
  readonly lines: readonly ReportLine[];
  readonly by: Grouping;
  readonly onOpen: (behind: Behind) => void;
}

export function ReportTable({ lines, by, onOpen }: ReportTableProps) {
  const held = lines.every(({ counts }) => sumsHold(counts).every(Boolean));
  return (
    <div className={classes.section}>
      <h2>{t.table}</h2>
      <div className={pageClasses.scrollx} role="region" aria-label={t.table} tabIndex={0}>
        <table className={`${pageClasses.table} ${classes.table}`}>
          <ReportHead by={by} />
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.kind} ${line.level} ${line.key}`} className={line.kind === 'GROUP' ? undefined : classes.strong}>
                <td className={classes.figure}>{line.number}</td>
                <th scope="row">{line.label}</th>
                {reportColumns.map(({ figure, caption, group }) => (
                  <td key={figure} className={classes.figure}>
                    <Count
                      count={line.counts[figure]}
                      label={`${line.label}, ${group}, ${caption}`}
                      isBad={figure === 'doneLate' || figure === 'openLate'}
                      onOpen={() => onOpen({ figure, level: line.level, key: line.key })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        {t.sums} {held ? <Mark tone="green">{t.sumsHold}</Mark> : <Mark tone="red">{t.sumsFail}</Mark>}
      </p>
    </div>
  );
}

/** What stands beside the table: rates by law and by the score, supplements, refusals, apologies, lateness, each with the period before, and money by receipt book. */
import type { ReactNode } from 'react';
import { ratingScores } from '@onestop/shared/dossier/state.ts';
import { otherFigures, type OtherFigure } from '@onestop/shared/reports/figures.ts';
import { periodBefore } from '@onestop/shared/reports/period.ts';
import type { Behind, Report } from '@onestop/shared/reports/report.ts';
import { pageClasses } from '../../kit/ui/page.tsx';
import { delayReasonNames } from '../../texts/act-reasons.ts';
import { formatMoney, formatNumber, formatPercent } from '../../texts/format.ts';
import { paymentMethodNames } from '../../texts/statuses.ts';
import { periodWords, report as t } from '../../texts/vi/report.ts';
import { Count } from './count.tsx';
import classes from './report.module.css';

interface BesideProps {
  readonly report: Report;
  readonly last: Report;
  readonly onOpen: (behind: Behind) => void;
}

const shown = (Object.keys(otherFigures) as readonly OtherFigure[]).filter((name) => name !== 'lawInTime' && name !== 'scoreInTime');

export function Beside({ report, last, onOpen }: BesideProps) {
  const rates = (one: Report) => [share(one.figures.lawInTime, one.figures.done), share(one.figures.scoreInTime, one.figures.received)];
  const [law, score] = rates(report);
  const [lawBefore, scoreBefore] = rates(last);
  const days = (value: number | undefined) => (value === undefined ? '–' : t.days(value.toFixed(1).replace('.', ',')));
  return (
    <div className={classes.section}>
      <h2>{t.beside}</h2>
      <p className="quiet">{t.lastIs(periodWords(periodBefore(report.period)))}</p>
      <div className={pageClasses.scrollx} role="region" aria-label={t.beside} tabIndex={0}>
        <table className={pageClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t.figure}</th>
              <th scope="col" className={classes.figure}>
                {t.thisPeriod}
              </th>
              <th scope="col" className={classes.figure}>
                {t.lastPeriod}
              </th>
              <th scope="col" className={classes.figure}>
                {t.change}
              </th>
            </tr>
          </thead>
          <tbody>
            <Rate label={t.lawRate} now={law} before={lawBefore} />
            <Rate label={t.scoreRate} now={score} before={scoreBefore} />
            <Rate label={t.averageDays} now={days(report.averageDays)} before={days(last.averageDays)} />
            {shown.map((figure) => (
              <tr key={figure}>
                <th scope="row">{t.figures[figure]}</th>
                <td className={classes.figure}>
                  <Count count={report.figures[figure]} label={t.figures[figure]} onOpen={() => onOpen({ figure })} />
                </td>
                <td className={classes.figure}>{formatNumber(last.figures[figure])}</td>
                <td className={classes.figure}>{signed(report.figures[figure] - last.figures[figure])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Rate({ label, now, before }: { readonly label: string; readonly now: string | undefined; readonly before: string | undefined }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={classes.figure}>{now}</td>
      <td className={classes.figure}>{before}</td>
      <td />
    </tr>
  );
}

export function Reasons({ report, onOpen }: Omit<BesideProps, 'last'>) {
  const { lateReasons, ratings, serviceLevels } = report;
  return (
    <div className={classes.columns}>
      <Counts
        title={t.lateTitle}
        lines={[...lateReasons]
          .sort((a, b) => b[1] - a[1])
          .map(([late, count]) => [late === 'UNSAID' ? t.unsaid : delayReasonNames[late], count, { late }])}
        onOpen={onOpen}
      />
      <Counts
        title={t.ratingTitle}
        lines={ratingScores
          .toReversed()
          .flatMap((rating) => (ratings.has(rating) ? [[t.ratings[rating], ratings.get(rating) ?? 0, { rating }] as const] : []))}
        onOpen={onOpen}
      />
      <Counts
        title={t.levelTitle}
        lines={[...serviceLevels].map(([serviceLevel, count]) => [t.levels[serviceLevel], count, { serviceLevel }])}
        onOpen={onOpen}
      />
    </div>
  );
}

interface CountsProps {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, count: number, behind: Behind])[];
  readonly onOpen: (behind: Behind) => void;
}

function Counts({ title, lines, onOpen }: CountsProps) {
  return (
    <Card title={title}>
      {lines.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <dl className={pageClasses.facts}>
          {lines.map(([label, count, behind]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>
                <Count count={count} label={`${title}, ${label}`} onOpen={() => onOpen(behind)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

export function MoneyCard({ report, onOpen }: Omit<BesideProps, 'last'>) {
  const { books, byMethod, takenVnd, refundedVnd, dueVnd } = report.money;
  const methods = Object.entries(byMethod).map(
    ([method, vnd]) => `${paymentMethodNames[method as keyof typeof paymentMethodNames]} ${formatMoney(vnd)}`,
  );
  return (
    <Card title={t.moneyTitle}>
      <p>
        {t.due(formatMoney(dueVnd))} {t.taken([formatMoney(takenVnd), ...methods].join('; '))} {t.refunded(formatMoney(refundedVnd))}
      </p>
      {books.length > 0 && (
        <div className={pageClasses.scrollx} role="region" aria-label={t.moneyTitle} tabIndex={0}>
          <table className={pageClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t.book}</th>
                <th scope="col" className={classes.figure}>
                  {t.receipts}
                </th>
                <th scope="col">{t.fromTo}</th>
                <th scope="col" className={classes.figure}>
                  {t.cash}
                </th>
                <th scope="col" className={classes.figure}>
                  {t.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {books.map(({ series, receipts, first, last, cashVnd, totalVnd }) => (
                <tr key={series ?? ' '}>
                  <th scope="row">
                    <button type="button" className={classes.count} onClick={() => onOpen({ series: series ?? null })}>
                      {series === undefined ? t.noReceipt : series === '' ? t.noSeries : series}
                    </button>
                  </th>
                  <td className={classes.figure}>{receipts}</td>
                  <td>{first === undefined ? '' : `${first} – ${last}`}</td>
                  <td className={classes.figure}>{formatMoney(cashVnd)}</td>
                  <td className={classes.figure}>{formatMoney(totalVnd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={`${pageClasses.card} ${classes.section}`}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${formatPercent(part / whole)} (${formatNumber(part)}/${formatNumber(whole)})`;
}

function signed(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}

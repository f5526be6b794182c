/** The centre's morning page: the communes as rows, their figures, and how fresh each commune's data is. */
import { useMemo } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { watchLimitsDefault } from '@onestop/shared/judgement/freshness.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { isOpenOn, takesPart } from '@onestop/shared/reference/office-life.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { isAbove } from '@onestop/shared/reference/office-tree.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { formatDate, formatDateTime, formatNumber, formatPercent, formatTime } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { communeFigures, onTimeTarget, type CommuneFigures } from './commune-figures.ts';
import { FreshnessCell } from './freshness-cell.tsx';
import { GraveNotice } from './grave-notice.tsx';
import classes from './morning-page.module.css';

const byName = new Intl.Collator('vi');

export function MorningPage() {
  const t = vi.centre;
  const { reference, office, dossiers, sync } = useServices();
  const known = useLive(reference);
  const offices = known?.offices;
  const limits = known?.settings ?? watchLimitsDefault;
  const centre = useLive(office);
  const { freshness } = useLive(sync.status);
  const version = useLive(dossiers.index.version);
  const now = useNow();
  const today = instantToPlainDate(now);
  const communes = useMemo(
    () =>
      (offices ?? [])
        .filter((one) => !isCentre(one) && (centre === undefined || isAbove(offices ?? [], centre.id, one.id)))
        .sort((a, b) => byName.compare(a.name, b.name)),
    [offices, centre],
  );
  const figures = useMemo(() => {
    // The index is read in place; its version stands for its content.
    void version;
    return communes.filter((one) => takesPart(one, today)).map((one) => communeFigures(one, dossiers.index, freshness, now, limits));
  }, [communes, dossiers.index, version, freshness, now, today, limits]);
  const modern = communes.filter((one) => !one.syncs && isOpenOn(one, today));
  const closed = communes.filter((one) => !isOpenOn(one, today));
  const fresh = figures.filter((one) => one.age === 'FRESH').length;
  if (communes.length === 0)
    return (
      <Page title={t.title}>
        <Notice>{t.empty}</Notice>
      </Page>
    );
  return (
    <Page title={t.title} tools={<span className="quiet num">{t.summary(fresh, figures.length, formatTime(now))}</span>}>
      <GraveNotice />
      <LostDevices figures={figures} />
      <div className={pageClasses.scrollx} role="region" aria-label={t.title} tabIndex={0}>
        <table className={`${pageClasses.table} ${classes.table ?? ''}`}>
          <thead>
            <tr>
              <th scope="col">{t.columns.commune}</th>
              <th scope="col" className={classes.figure}>
                {t.columns.today}
              </th>
              <th scope="col" className={classes.figure}>
                {t.columns.open}
              </th>
              <th scope="col" className={classes.figure}>
                {t.columns.overdue}
              </th>
              <th scope="col">
                {t.columns.rate} <span className="quiet">({t.target})</span>
              </th>
              <th scope="col">{t.columns.freshness}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((one) => (
              <CommuneRow key={one.office.id} figures={one} now={now} />
            ))}
            <TotalRow figures={figures} />
            {modern.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.name}</th>
                <td colSpan={5} className="quiet">
                  {t.modern}
                </td>
              </tr>
            ))}
            {closed.map((one) => (
              <ClosedRow key={one.id} office={one} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

/** Nothing comes from it any more: it is not counted as old, and what it has not finished stays in sight. */
function ClosedRow({ office, now }: { readonly office: Office; readonly now: number }) {
  const { dossiers } = useServices();
  const names = useNames();
  const { inProcess, awaitingSupplement } = dossiers.index.counts(now, office.id);
  const day = office.validTo === undefined ? '' : formatDate(office.validTo);
  return (
    <tr>
      <th scope="row">
        <Link to="/trung-tam/$office" params={{ office: office.id }} className={classes.link}>
          {office.name}
        </Link>
      </th>
      <td colSpan={5} className="quiet">
        {vi.centre.closed(day, names.office(office.successor ?? ''), formatNumber(inProcess + awaitingSupplement))}
      </td>
    </tr>
  );
}

function CommuneRow({ figures, now }: { readonly figures: CommuneFigures; readonly now: number }) {
  const t = vi.centre;
  const navigate = useNavigate();
  const { office, today, open, overdue, rate, freshness, age } = figures;
  return (
    <tr
      className={`${classes.row} ${age === 'FRESH' ? '' : (classes.stale ?? '')}`}
      onClick={() => void navigate({ to: '/trung-tam/$office', params: { office: office.id } })}
    >
      <th scope="row">
        <Link to="/trung-tam/$office" params={{ office: office.id }} className={classes.link} onClick={(e) => e.stopPropagation()}>
          {office.name}
        </Link>
      </th>
      <td className={classes.figure}>{formatNumber(today)}</td>
      <td className={classes.figure}>{formatNumber(open)}</td>
      <td className={classes.figure}>{overdue > 0 ? <Mark tone="red">{formatNumber(overdue)}</Mark> : '0'}</td>
      <td>
        {rate === undefined ? (
          <span className="quiet">{t.noFinished}</span>
        ) : (
          <Mark tone={rate >= onTimeTarget ? 'green' : 'amber'} plain>
            {formatPercent(rate)} · {rate >= onTimeTarget ? t.reached : t.missed}
          </Mark>
        )}
      </td>
      <td>
        <FreshnessCell freshness={freshness} age={age} now={now} />
      </td>
    </tr>
  );
}

/** The director is to know of a lost device: it may hold dossiers of persons. */
function LostDevices({ figures }: { readonly figures: readonly CommuneFigures[] }) {
  const lost = figures.flatMap(({ office, freshness }) => (freshness?.lost ?? []).map((one) => ({ ...one, office: office.name })));
  if (lost.length === 0) return null;
  return (
    <Notice tone="red" title={vi.centre.lostTitle}>
      <ul>
        {lost.map(({ name, at, office }) => (
          <li key={`${office} ${name} ${at}`}>{vi.centre.lost(name, office, formatDateTime(at))}</li>
        ))}
      </ul>
    </Notice>
  );
}

function TotalRow({ figures }: { readonly figures: readonly CommuneFigures[] }) {
  const sum = (pick: (one: CommuneFigures) => number) => formatNumber(figures.reduce((total, one) => total + pick(one), 0));
  return (
    <tr className={classes.total}>
      <th scope="row">{vi.centre.total}</th>
      <td className={classes.figure}>{sum((one) => one.today)}</td>
      <td className={classes.figure}>{sum((one) => one.open)}</td>
      <td className={classes.figure}>{sum((one) => one.overdue)}</td>
      <td />
      <td />
    </tr>
  );
}

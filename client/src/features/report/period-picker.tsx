/** Which time, how it is cut, and which lines: month to year by the calendar or from the 15th to the 14th, one day, or any days. */
import { useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { addDays, plainDateToDayNumber } from '@onestop/shared/kernel/plain-date.ts';
import {
  daysOf,
  movePeriod,
  nameOf,
  type PeriodCut,
  type PeriodKind,
  periodKinds,
  periodOf,
  type ReportPeriod,
} from '@onestop/shared/reports/period.ts';
import type { Grouping } from '@onestop/shared/reports/report.ts';
import { DateBox, readDateBox } from '../../kit/ui/date-box.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { formatDate } from '../../texts/format.ts';
import { report as t } from '../../texts/vi/report.ts';
import type { ReportView } from './use-report.ts';

type Kind = PeriodKind | 'DAY' | 'ANY';
const kinds: readonly Kind[] = ['DAY', ...periodKinds, 'ANY'];

export function PeriodPicker({ view }: { readonly view: ReportView }) {
  const { now } = useServices();
  const { period, by, offices, search, change } = view;
  const [asked, setAsked] = useState<Kind>();
  const [cutAsked, setCutAsked] = useState<PeriodCut>('CALENDAR');
  const named = nameOf(period);
  const kind = asked === 'ANY' ? 'ANY' : (named?.kind ?? (period.from === period.to ? 'DAY' : 'ANY'));
  const cut = named?.cut ?? cutAsked;
  const show = (next: ReportPeriod): void => change({ from: next.from, to: next.to, behind: undefined });
  const choose = (wanted: Kind, how: PeriodCut): void => {
    setAsked(wanted);
    setCutAsked(how);
    // The last day that is over or going on decides, so that "Tháng" on a year shows its newest month.
    const today = instantToPlainDate(now());
    const day = period.to < today ? period.to : period.from > today ? period.from : today;
    if (wanted === 'DAY') show({ from: day, to: day });
    else if (wanted !== 'ANY') show(daysOf(periodOf(wanted, how, day)));
  };
  return (
    <div className={pageClasses.tools}>
      <NativeSelect
        label={t.kind}
        value={kind}
        onChange={(e) => choose(e.currentTarget.value as Kind, cut)}
        data={kinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      {kind !== 'DAY' && kind !== 'ANY' && (
        <NativeSelect
          label={t.cut}
          value={cut}
          onChange={(e) => choose(kind, e.currentTarget.value as PeriodCut)}
          data={(['CALENDAR', 'MID_MONTH'] as const).map((value) => ({ value, label: t.cuts[value] }))}
        />
      )}
      {kind === 'ANY' && <AnyDays key={`${period.from} ${period.to}`} period={period} onChange={show} />}
      <Button variant="default" onClick={() => show(moved(period, -1))}>
        {t.before}
      </Button>
      <Button variant="default" onClick={() => show(moved(period, 1))}>
        {t.after}
      </Button>
      <NativeSelect
        label={t.by}
        value={by}
        onChange={(e) => change({ by: e.currentTarget.value as Grouping, behind: undefined })}
        data={(offices.length > 1 ? (['FIELD', 'PROCEDURE', 'OFFICE'] as const) : (['FIELD', 'PROCEDURE'] as const)).map((value) => ({
          value,
          label: t.groupings[value],
        }))}
      />
      {offices.length > 1 && (
        <NativeSelect
          label={t.scope}
          value={search.office ?? ''}
          onChange={(e) => change({ office: e.currentTarget.value || undefined, behind: undefined })}
          data={[{ value: '', label: t.allOffices(offices.length) }, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </div>
  );
}

interface AnyDaysProps {
  readonly period: ReportPeriod;
  readonly onChange: (period: ReportPeriod) => void;
}

function AnyDays({ period, onChange }: AnyDaysProps) {
  const { now } = useServices();
  const [first, setFirst] = useState(formatDate(period.from));
  const [last, setLast] = useState(formatDate(period.to));
  const limits = { today: instantToPlainDate(now()) };
  const [from, to] = [readDateBox(first, limits), readDateBox(last, limits)];
  const typed = from !== undefined && to !== undefined && from !== 'wrong' && to !== 'wrong' && from <= to ? { from, to } : undefined;
  const isNew = typed !== undefined && (typed.from !== period.from || typed.to !== period.to);
  return (
    <>
      <DateBox label={t.from} value={first} onChange={setFirst} limits={limits} tried={false} />
      <DateBox label={t.to} value={last} onChange={setLast} limits={limits} tried={false} />
      <Button disabled={!isNew} onClick={() => typed && onChange(typed)}>
        {t.show}
      </Button>
      {typed === undefined && <span role="alert">{t.badPeriod}</span>}
    </>
  );
}

/** The named period after or before, or as many days. */
function moved(period: ReportPeriod, by: 1 | -1): ReportPeriod {
  const named = nameOf(period);
  if (named !== undefined) return daysOf(movePeriod(named, by));
  const days = (plainDateToDayNumber(period.to) - plainDateToDayNumber(period.from) + 1) * by;
  return { from: addDays(period.from, days), to: addDays(period.to, days) };
}

/** At the centre: who below it has closed the day, and a closing's paper compared with what came over the line. */
import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { closingTotals, differingTotals, readClosingQr, type ScannedClosing, totalsOf } from '@onestop/shared/daybook/closing-qr.ts';
import { newestClosing } from '@onestop/shared/daybook/judge-closing.ts';
import type { Closing } from '@onestop/shared/daybook/state.ts';
import { addDays, type PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { useScanTaker } from '../../kit/scan/scans.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { formatLongDate, formatMoney, formatNumber, formatTime } from '../../texts/format.ts';
import { daybook } from '../../texts/vi/daybook.ts';
import { Difference } from './cash-count.tsx';
import { useDay } from './use-day.ts';

const t = daybook.compare;

export function CompareClosings({ today, scanned }: { readonly today: PlainDate; readonly scanned?: string | undefined }) {
  const reference = useLive(useServices().reference);
  const first = scanned === undefined ? undefined : readClosingQr(scanned);
  const [date, setDate] = useState(first?.date ?? today);
  const [paper, setPaper] = useState<ScannedClosing | undefined>(first);
  const [damaged, setDamaged] = useState(scanned !== undefined && first === undefined);
  useScanTaker('page', (scan) => {
    if (scan.kind !== 'closing') return false;
    const read = readClosingQr(scan.text);
    setDamaged(read === undefined);
    setPaper(read);
    if (read) setDate(read.date);
    return true;
  });
  const offices = (reference?.offices ?? []).filter((one) => !isCentre(one) && one.syncs);
  return (
    <Page
      title={t.title}
      tools={
        <>
          <Button variant="default" onClick={() => setDate(addDays(date, -1))}>
            {t.earlier}
          </Button>
          <Button variant="default" disabled={date >= today} onClick={() => setDate(addDays(date, 1))}>
            {t.later}
          </Button>
        </>
      }
    >
      <p>{formatLongDate(date)}</p>
      <div aria-live="polite">
        {damaged && <Notice tone="amber">{t.damaged}</Notice>}
        {paper && <Compared paper={paper} />}
      </div>
      <p className="quiet">{t.scanHint}</p>
      <div className={pageClasses.scrollx}>
        <table className={pageClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t.office}</th>
              <th scope="col">{t.status}</th>
              {closingTotals.map((name) => (
                <th key={name} scope="col">
                  {t.totals[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offices.map((office) => (
              <OfficeLine key={office.id} office={office} date={date} />
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

function OfficeLine({ office, date }: { readonly office: Office; readonly date: PlainDate }) {
  const day = useDay({ office: office.id, date });
  const closing = day && newestClosing(day);
  const totals = closing && totalsOf(closing);
  return (
    <tr>
      <th scope="row">{office.name}</th>
      <td>{closing === undefined ? <span className="quiet">{t.none}</span> : <Said closing={closing} />}</td>
      {closingTotals.map((name) => (
        <td key={name}>{totals === undefined ? '' : formatNumber(totals[name])}</td>
      ))}
    </tr>
  );
}

function Said({ closing: { verdict, at, figures, counted } }: { readonly closing: Closing }) {
  return (
    <>
      {t[verdict?.kind ?? 'WAITING']}, {formatTime(verdict?.at ?? at)}{' '}
      <Difference cashVnd={figures.cashVnd} countedVnd={counted.totalVnd} />
    </>
  );
}

/** The paper agrees with any closing of that day: one may have been sent back and made again. */
function Compared({ paper }: { readonly paper: ScannedClosing }) {
  const names = useNames();
  const day = useDay(paper);
  const box = useFocusWhen(day !== undefined);
  if (day === undefined) return null;
  const all = day.closings.map(totalsOf);
  const same = all.some((one) => differingTotals(paper.totals, one).length === 0);
  const here = all.at(-1);
  const title = t.scanned(names.office(paper.office), formatLongDate(paper.date));
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={same ? 'green' : 'amber'} title={title}>
        {here === undefined ? t.notHere : same ? t.same : t.differs}
        {here !== undefined && !same && (
          <ul>
            {differingTotals(paper.totals, here).map((name) => (
              <li key={name}>
                {t.totals[name]}: {t.onPaper} {written(name, paper.totals[name])}, {t.here} {written(name, here[name])}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

function written(name: (typeof closingTotals)[number], value: number): string {
  return name.endsWith('Vnd') ? formatMoney(value) : formatNumber(value);
}

function useFocusWhen(there: boolean): (node: HTMLDivElement | null) => void {
  const [node, setNode] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    if (there) node?.focus();
  }, [there, node]);
  return setNode;
}

/** Báo cáo: II.06a over any period from what this device holds, what stands beside it, and the dossiers behind every number. */
import { useMemo } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { officeAge, watchLimitsDefault } from '@onestop/shared/judgement/freshness.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { takesPart } from '@onestop/shared/reference/office-life.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { Behind, Grouping } from '@onestop/shared/reports/report.ts';
import { useDataAge } from '../../kit/use-data-age.ts';
import { useLive, useNow } from '../../kit/use-live.ts';
import { useServices } from '../../kit/services-context.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { groupName } from '../../print/forms/report/names.ts';
import { reportLines } from '../../print/forms/report/lines.ts';
import type { FormId } from '../../print/forms/index.ts';
import { periodWords, report as t } from '../../texts/vi/report.ts';
import { BehindList } from './behind-list.tsx';
import { Beside, MoneyCard, Reasons } from './beside.tsx';
import { DayChart } from './day-chart.tsx';
import { FileButtons } from '../../kit/ui/file-buttons.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { reportCsv, reportWorkbook } from './report-files.ts';
import { ReportTable } from './report-table.tsx';
import { type ReportView, useReport } from './use-report.ts';

const formOf: Readonly<Record<Grouping, FormId>> = { FIELD: 'REPORT', PROCEDURE: 'REPORT_BY_PROCEDURE', OFFICE: 'REPORT_BY_OFFICE' };

export function ReportPage() {
  const view = useReport();
  const { search, change, source, report, last, reference, by } = view;
  const nameOf = useMemo(() => (reference ? groupName(by, reference) : (key: string) => key), [by, reference]);
  if (!source || !report || !last)
    return (
      <Page title={t.title}>
        <Notice tone="amber">{t.noReference}</Notice>
      </Page>
    );
  if (search.behind !== undefined)
    return (
      <BehindList
        source={source}
        behind={search.behind}
        nameOf={nameOf}
        severalOffices={view.offices.length > 1}
        onBack={() => change({ behind: undefined })}
      />
    );
  const lines = reportLines(report, nameOf);
  const onOpen = (behind: Behind): void => change({ behind });
  const isEmpty = Object.values(report.figures).every((count) => count === 0);
  return (
    <Page title={`${t.title}: ${periodWords(report.period)}`} tools={<ReportTools view={view} lines={lines} />}>
      <PeriodPicker view={view} />
      <Sources view={view} />
      {isEmpty && <Notice>{t.empty}</Notice>}
      <ReportTable lines={lines} by={by} onOpen={onOpen} />
      <Beside report={report} last={last} onOpen={onOpen} />
      <DayChart report={report} />
      <Reasons report={report} onOpen={onOpen} />
      <MoneyCard report={report} onOpen={onOpen} />
    </Page>
  );
}

interface ReportToolsProps {
  readonly view: ReportView;
  readonly lines: ReturnType<typeof reportLines>;
}

function ReportTools({ view, lines }: ReportToolsProps) {
  const { period, by, offices, search } = view;
  const office = useLive(useServices().office);
  const freshness = useDataAge();
  const named = offices.find(({ id }) => id === search.office) ?? office;
  return (
    <>
      {/* The form on paper speaks of the whole; of one unit alone there is the table. */}
      {search.office === undefined && (
        <Button
          renderRoot={(props) => (
            <Link {...props} to="/in/$form/$dossier" params={{ form: formOf[by], dossier: `${period.from}..${period.to}` }} />
          )}
        >
          {t.print}
        </Button>
      )}
      <FileButtons
        name={t.fileName(t.fileOf.table, period)}
        sheet={reportWorkbook(lines, by, named?.authorityName ?? '', periodWords(period), freshness)}
        csv={reportCsv(lines, by)}
      />
    </>
  );
}

/** From how fresh data, and whose. */
function Sources({ view }: { readonly view: ReportView }) {
  const { sync, office: live } = useServices();
  const office = useLive(live);
  const { freshness } = useLive(sync.status);
  const age = useDataAge();
  const now = useNow();
  const limits = view.reference?.settings ?? watchLimitsDefault;
  if (!isCentre(office)) return <p className="quiet">{`${age}. ${t.onlyOwn}`}</p>;
  const today = instantToPlainDate(now);
  const below = view.offices.filter(({ id }) => id !== office?.id);
  const ageOf = (id: string) =>
    officeAge(
      freshness.find((one) => one.office === id),
      now,
      limits,
    );
  const absent = below.filter((one) => !takesPart(one, today) || ageOf(one.id) === 'NO_DEVICE');
  const stale = below.filter((one) => !absent.includes(one) && ageOf(one.id) === 'STALE');
  const names = (list: typeof below): string => list.map(({ name }) => name).join(', ');
  return (
    <>
      <p className="quiet">{age}.</p>
      {stale.length > 0 && <Notice tone="amber">{t.stale(names(stale))}</Notice>}
      {absent.length > 0 && <Notice>{t.notHere(names(absent))}</Notice>}
    </>
  );
}

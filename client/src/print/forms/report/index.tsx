/** The table II.06a as a form over a period: by field, by procedure, or by unit for a centre that answers for several. */
import { officesAbove, officesBelow } from '@onestop/shared/reference/office-tree.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { type Grouping, makeReport } from '@onestop/shared/reports/report.ts';
import type { PeriodForm } from '../form.ts';
import { reportLines } from './lines.ts';
import { groupName } from './names.ts';
import { ReportSheet } from './sheet.tsx';

const reportFormOf = (by: Grouping): PeriodForm => ({
  of: 'PERIOD',
  persons: false,
  title: 'Biểu II.06a/VPCP/KSTT',
  // A form of TT 01/2020/TT-VPCP, in none of the desk's sets.
  numbers: {},
  backTo: '/bao-cao',
  covers: (office, reference) => [office.id, ...officesBelow(reference.offices, office.id).map(({ id }) => id)],
  pages: ({ rows, period, office, reference, now, freshness }) => {
    const { procedures, calendar } = reference;
    const report = makeReport({ rows, procedures, calendar, period, now, by });
    return [
      <ReportSheet
        key={period.key}
        office={office}
        receiver={receiverOf(office, reference)}
        period={period}
        by={by}
        lines={reportLines(report, groupName(by, reference))}
        freshness={freshness}
      />,
    ];
  },
});

export const reportForm = reportFormOf('FIELD');
export const procedureReportForm = reportFormOf('PROCEDURE');
export const officeReportForm = reportFormOf('OFFICE');

function receiverOf(office: Office, { offices }: ReferenceData): string {
  return officesAbove(offices, office.id)[0]?.authorityName ?? '…………';
}

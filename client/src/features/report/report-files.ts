/** The table II.06a as a spreadsheet, with the headings of the form, and as plain text with one heading a column. */
import type { Grouping } from '@onestop/shared/reports/report.ts';
import { columnName, type OutSheet, type SheetValue } from '@onestop/shared/table/write-xlsx.ts';
import { groupingCaption, reportColumns, type ReportLine } from '../../print/forms/report/lines.ts';
import { report as t } from '../../texts/vi/report.ts';

export function reportCsv(lines: readonly ReportLine[], by: Grouping): readonly (readonly SheetValue[])[] {
  return [['TT', groupingCaption[by], ...reportColumns.map(({ group, caption }) => `${group}: ${caption}`)], ...lines.map(cells)];
}

/** `words`: the period, and from how fresh data. */
export function reportWorkbook(lines: readonly ReportLine[], by: Grouping, office: string, words: string, freshness: string): OutSheet {
  const first = 4;
  const merged = [`A${first}:A${first + 2}`, `B${first}:B${first + 2}`];
  let at = 2;
  while (at < reportColumns.length + 2) {
    const group = reportColumns[at - 2]?.group;
    const end = at + reportColumns.filter((one) => one.group === group).length - 1;
    merged.push(`${columnName(at)}${first}:${columnName(end)}${first}`);
    at = end + 1;
  }
  reportColumns.forEach(({ within }, index) => {
    if (within === undefined) merged.push(`${columnName(index + 2)}${first + 1}:${columnName(index + 2)}${first + 2}`);
    else if (reportColumns[index - 1]?.within !== within)
      merged.push(`${columnName(index + 2)}${first + 1}:${columnName(index + 3)}${first + 1}`);
  });
  return {
    name: 'II.06a',
    merged,
    headRows: first + 3,
    widths: [5, 44, ...reportColumns.map(() => 11)],
    rows: [
      [`${t.table} · ${office}`],
      [words],
      [freshness],
      [
        'TT',
        groupingCaption[by],
        ...reportColumns.map(({ group }, index) => (reportColumns[index - 1]?.group === group ? undefined : group)),
      ],
      [undefined, undefined, ...reportColumns.map(({ caption, within }, index) => secondHead(caption, within, index))],
      [undefined, undefined, ...reportColumns.map(({ caption, within }) => (within === undefined ? undefined : caption))],
      ['(1)', '(2)', ...reportColumns.map((_, index) => `(${index + 3})`)],
      ...lines.map(cells),
    ],
  };
}

function secondHead(caption: string, within: string | undefined, index: number): string | undefined {
  if (within === undefined) return caption;
  return reportColumns[index - 1]?.within === within ? undefined : within;
}

function cells({ number, label, counts }: ReportLine): readonly SheetValue[] {
  return [number, label, ...reportColumns.map(({ figure }) => counts[figure])];
}

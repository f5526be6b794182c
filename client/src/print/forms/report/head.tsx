/** The headings of the table II.06a: three rows and the numbers of the columns, as on the form; the same on screen. */
import type { Grouping } from '@onestop/shared/reports/report.ts';
import { groupingCaption, reportColumns } from './lines.ts';

export function ReportHead({ by }: { readonly by: Grouping }) {
  const groups = [...new Set(reportColumns.map(({ group }) => group))];
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={3}>
          TT
        </th>
        <th scope="col" rowSpan={3}>
          {groupingCaption[by]}
        </th>
        {groups.map((group) => (
          <th key={group} scope="colgroup" colSpan={reportColumns.filter((one) => one.group === group).length}>
            {group}
          </th>
        ))}
      </tr>
      <tr>
        {reportColumns.map(({ figure, caption, within }, index) => {
          if (within === undefined)
            return (
              <th key={figure} scope="col" rowSpan={2}>
                {caption}
              </th>
            );
          return reportColumns[index - 1]?.within === within ? null : (
            <th key={figure} scope="colgroup" colSpan={reportColumns.filter((one) => one.within === within).length}>
              {within}
            </th>
          );
        })}
      </tr>
      <tr>
        {reportColumns.flatMap(({ figure, caption, within }) =>
          within === undefined
            ? []
            : [
                <th key={figure} scope="col">
                  {caption}
                </th>,
              ],
        )}
      </tr>
      <tr>
        {['(1)', '(2)', ...reportColumns.map((_, index) => `(${index + 3})`)].map((number) => (
          <th key={number} scope="col">
            {number}
          </th>
        ))}
      </tr>
    </thead>
  );
}

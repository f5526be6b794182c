/** The table of every tab of the administration. The first column names the row. */
import type { ReactNode } from 'react';
import { pageClasses } from '../../kit/ui/page.tsx';

interface AdminTableProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly columns: readonly { readonly title: string; readonly cell: (row: T) => ReactNode }[];
  /** What can be done with a row, in a last column without a title. */
  readonly action?: (row: T) => ReactNode;
}

export function AdminTable<T>({ label, rows, rowKey, columns, action }: AdminTableProps<T>) {
  const [name, ...others] = columns;
  return (
    <div className={pageClasses.scrollx} role="region" aria-label={label} tabIndex={0}>
      <table className={pageClasses.table}>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {action && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{name?.cell(row)}</th>
              {others.map(({ title, cell }) => (
                <td key={title}>{cell(row)}</td>
              ))}
              {action && <td>{action(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The rows of units to be added: ticked or not, with the name on paper and the identifier to be read over. */
import { Checkbox, TextInput } from '@mantine/core';
import type { ProposalRow } from '@onestop/shared/reference/office-proposal.ts';
import { pageClasses } from '../../kit/ui/page.tsx';
import { units } from '../../texts/vi/units.ts';

export interface OfficeRow extends ProposalRow {
  readonly authorityName: string;
  readonly ticked: boolean;
}

interface OfficeRowsTableProps {
  readonly rows: readonly OfficeRow[];
  readonly onChange: (rows: readonly OfficeRow[]) => void;
}

export function OfficeRowsTable({ rows, onChange }: OfficeRowsTableProps) {
  const t = units.list;
  const change = (at: number, patch: Partial<OfficeRow>) => onChange(rows.map((row, i) => (i === at ? { ...row, ...patch } : row)));
  const all = rows.every((row) => row.ticked);
  return (
    <>
      <p className="quiet">{t.agencyHint}</p>
      <Checkbox label={t.all} checked={all} onChange={(e) => onChange(rows.map((row) => ({ ...row, ticked: e.currentTarget.checked })))} />
      <div className={pageClasses.scrollx} role="region" aria-label={t.rows} tabIndex={0}>
        <table className={pageClasses.table}>
          <thead>
            <tr>
              {Object.values(t.columns).map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <RowOf key={row.code} row={row} onChange={(patch) => change(at, patch)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function RowOf({ row, onChange }: { readonly row: OfficeRow; readonly onChange: (patch: Partial<OfficeRow>) => void }) {
  const t = units.list;
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t.of(t.columns.take, row.name)}
          checked={row.ticked}
          onChange={(e) => onChange({ ticked: e.currentTarget.checked })}
        />
      </td>
      <td className="num">{row.code}</td>
      <th scope="row">{row.name}</th>
      <td>
        <TextInput
          aria-label={t.of(t.columns.authority, row.name)}
          value={row.authorityName}
          onChange={(e) => onChange({ authorityName: e.currentTarget.value })}
          style={{ minWidth: '15rem' }}
        />
      </td>
      <td>
        <TextInput
          aria-label={t.of(t.columns.agencyId, row.name)}
          value={row.agencyId ?? ''}
          onChange={(e) => onChange({ agencyId: e.currentTarget.value.trim() })}
          style={{ minWidth: '9.5rem' }}
        />
      </td>
      <td>
        <Checkbox
          aria-label={t.of(t.columns.syncs, row.name)}
          checked={row.syncs}
          onChange={(e) => onChange({ syncs: e.currentTarget.checked })}
        />
      </td>
    </tr>
  );
}

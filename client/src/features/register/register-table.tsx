/** The table of dossiers used by every list: masked numbers, due date in words, a sync mark on each row. Grows page by page while it is read. */
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { DossierStatus } from '@onestop/shared/dossier/state.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import type { RowFilter } from '../../contract/dossier-index.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useProcedureName } from '../../kit/use-reference.ts';
import { useLive, useNow } from '../../kit/use-live.ts';
import { formatDate, formatMoment, shortCode, shortProcedure } from '../../texts/format.ts';
import { type ScreenColumnKey, screenColumns } from '../../print/register-columns.ts';
import { vi } from '../../texts/vi.ts';
import { VirtualTable, type Column } from '../../kit/ui/virtual-table.tsx';
import { useLateness } from '../../kit/use-lateness.ts';
import { DueMark, dueWords, StatusMark, SyncMark } from '../../kit/ui/row-words.tsx';
import classes from './register-table.module.css';

const pageRows = 200;

interface RegisterTableProps {
  readonly label: string;
  readonly filter: Omit<RowFilter, 'limit'>;
  readonly status?: DossierStatus | undefined;
  readonly empty: ReactNode;
  /** How many rows the whole list has, where a counter knows. */
  readonly total?: number | undefined;
}

export function RegisterTable({ label, filter, status, empty, total }: RegisterTableProps) {
  const { dossiers } = useServices();
  const navigate = useNavigate();
  const now = useNow();
  const procedureName = useProcedureName();
  const version = useLive(dossiers.index.version);
  const [limit, setLimit] = useState(pageRows);
  const wide = useMediaQuery('(min-width: 84em)', undefined, { getInitialValueInEffect: false }) ?? true;
  const rows = useMemo(() => {
    // The index is read in place; its version stands for its content.
    void version;
    // A status is filtered here, so all rows have to be asked for then; the index answers from memory.
    const found = dossiers.index.query({ ...filter, limit: status ? Math.max(limit, dossiers.index.size()) : limit }, now);
    return status ? found.filter((row) => row.status === status) : found;
  }, [dossiers.index, version, filter, status, limit, now]);
  const onEnd = useCallback(() => {
    if (!status && rows.length >= limit) setLimit((n) => n + pageRows);
  }, [rows.length, limit, status]);
  const columns = useMemo(
    () => tableColumns({ procedureName, now, isPending: (row) => dossiers.index.isPending(row.id) }, wide),
    [procedureName, now, dossiers.index, wide],
  );
  return (
    <VirtualTable
      label={label}
      rows={rows}
      columns={columns}
      compact={(row) => <CompactRow row={row} pending={dossiers.index.isPending(row.id)} procedureName={procedureName} />}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/ho-so/$dossier', params: { dossier: row.id } })}
      empty={empty}
      onEnd={onEnd}
      total={total}
    />
  );
}

interface CellContext {
  readonly procedureName: (key: string | undefined) => string;
  readonly now: number;
  readonly isPending: (row: DossierRow) => boolean;
}

const cells: Readonly<Record<ScreenColumnKey, (row: DossierRow, context: CellContext) => ReactNode>> = {
  code: (row) => <RowCode code={row.code} />,
  owner: (row) => (
    <span className={classes.person}>
      <span className={classes.name} title={row.name}>
        {row.name}
      </span>
      {row.idNumber && <span className={classes.id}>{maskIdNumber(row.idNumber)}</span>}
    </span>
  ),
  procedure: (row, { procedureName }) => <span title={procedureName(row.procedure)}>{shortProcedure(procedureName(row.procedure))}</span>,
  accepted: (row, { now }) => formatMoment(row.acceptedAt ?? row.openedAt, now),
  due: (row) => <DueCell row={row} />,
  status: (row) => <StatusMark status={row.status} />,
  sync: (row, { isPending }) => <SyncMark row={row} pending={isPending(row)} />,
};

function tableColumns(context: CellContext, wide: boolean): readonly Column<DossierRow>[] {
  return screenColumns
    .filter((column) => wide || column.wideOnly !== true)
    .map(({ key, caption, width }) => ({ key, title: caption, width, cell: (row) => cells[key](row, context) }));
}

/** What tells a dossier apart: day and serial. The agency before it is the same on nearly every line, and is in the tip and for screen readers. */
function RowCode({ code }: { readonly code: string | undefined }) {
  if (code === undefined) return <span className="quiet">{vi.register.noCode}</span>;
  return (
    <span className={classes.code} title={code}>
      <span aria-hidden="true">{shortCode(code)}</span>
      <span className="sr-only">{code}</span>
    </span>
  );
}

function DueCell({ row }: { readonly row: DossierRow }) {
  const words = dueWords(row, useLateness());
  if (words)
    return (
      <span title={row.dueAt === undefined ? undefined : formatDate(instantToPlainDate(row.dueAt))}>
        <DueMark words={words} />
      </span>
    );
  return row.dueAt === undefined ? null : <span className="quiet">{formatDate(instantToPlainDate(row.dueAt))}</span>;
}

function CompactRow({
  row,
  pending,
  procedureName,
}: {
  readonly row: DossierRow;
  readonly pending: boolean;
  readonly procedureName: (key: string | undefined) => string;
}) {
  const lateness = useLateness();
  return (
    <>
      <div className={classes.two}>
        <span className={classes.strong}>{row.name ?? row.code ?? vi.register.noCode}</span>
        <span className={classes.none}>
          <DueMark words={dueWords(row, lateness)} /> <SyncMark row={row} pending={pending} />
        </span>
      </div>
      <div className={classes.two}>
        <span className={classes.second}>
          <RowCode code={row.code} /> · {shortProcedure(procedureName(row.procedure))}
        </span>
        <span className={classes.none}>
          <StatusMark status={row.status} />
        </span>
      </div>
    </>
  );
}

/** The table of dossiers used by every list; its first row holds the keys when the list opens. Grows page by page while it is read. */
import { useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { DossierStatus } from '@onestop/shared/dossier/state.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { RowFilter } from '../../contract/dossier-index.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useProcedureName } from '../../kit/use-reference.ts';
import { useLive, useNow } from '../../kit/use-live.ts';
import { type ScreenColumnKey, screenColumns } from '../../print/register-columns.ts';
import { VirtualTable, type Column } from '../../kit/ui/virtual-table.tsx';
import { CompactRow, DueCell, OwnerCell, ProcedureCell, RowCode, StatusCell } from './row-cells.tsx';
import { BatchContext } from '../../kit/batch.ts';
import { useChoosing } from '../../kit/ui/use-choosing.ts';
import { ChoosingBar } from './choosing-bar.tsx';
import { SyncMark } from '../../kit/ui/row-words.tsx';
import classes from './register-table.module.css';

const pageRows = 200;

interface RegisterTableProps {
  readonly label: string;
  readonly filter: Omit<RowFilter, 'limit'>;
  readonly status?: DossierStatus | undefined;
  readonly empty: string;
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
    () => tableColumns({ procedureName, isPending: (row) => dossiers.index.isPending(row.id) }),
    [procedureName, dossiers.index],
  );
  const choosing = useChoosing();
  const batch = useContext(BatchContext);
  // What left the list meanwhile, done by somebody else or by another filter, is not chosen any more.
  const ids = useMemo(() => rows.map((row) => row.id).filter((id) => choosing.chosen.has(id)), [rows, choosing.chosen]);
  return (
    <>
      {batch && (rows.length > 0 || choosing.active) && (
        <ChoosingBar choosing={choosing} count={ids.length} onAll={() => choosing.add(rows.map((row) => row.id))}>
          {batch({ ids, onClose: choosing.clear })}
        </ChoosingBar>
      )}
      <VirtualTable
        choosing={batch && choosing}
        label={label}
        rows={rows}
        columns={columns}
        compact={(row) => <CompactRow row={row} pending={dossiers.index.isPending(row.id)} procedureName={procedureName} />}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/ho-so/$dossier', params: { dossier: row.id } })}
        empty={empty}
        onEnd={onEnd}
        onLast={() => setLimit((n) => Math.max(n, dossiers.index.size()))}
        takesFocus
        total={total}
      />
    </>
  );
}

interface CellContext {
  readonly procedureName: (key: string | undefined) => string;
  readonly isPending: (row: DossierRow) => boolean;
}

const cells: Readonly<Record<ScreenColumnKey, (row: DossierRow, context: CellContext) => ReactNode>> = {
  due: (row) => <DueCell row={row} />,
  owner: (row) => <OwnerCell row={row} />,
  procedure: (row, { procedureName }) => <ProcedureCell name={procedureName(row.procedure)} />,
  code: (row) => <RowCode row={row} />,
  status: (row) => <StatusCell row={row} />,
  sync: (row, { isPending }) => (
    <span className={classes.wraps}>
      <SyncMark row={row} pending={isPending(row)} />
    </span>
  ),
};

function tableColumns(context: CellContext): readonly Column<DossierRow>[] {
  return screenColumns.map(({ key, caption, width }) => ({ key, title: caption, width, cell: (row) => cells[key](row, context) }));
}

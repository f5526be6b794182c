/** Who did what to whom, and who looked at what: read from the centre by filter and page, exported as a table. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { AuditFilter, AuditRow } from '../../contract/admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames, useProcedureName } from '../../kit/use-reference.ts';
import { csvBlob, downloadBlob } from '../../kit/ui/download.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { auditChangeText, type AuditNames, auditSentence, graveGrantTexts } from '../../texts/audit.ts';
import { formatDateTime, formatNumber } from '../../texts/format.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { AdminTable } from './admin-table.tsx';
import { AuditFilterForm } from './audit-filter.tsx';
import { useAdminCall } from './use-admin-call.ts';

export function AuditTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.audit;
  const { admin, now } = useServices();
  const names = useAuditNames();
  const { run, problem } = useAdminCall(onNeedSession);
  const [filter, setFilter] = useState<AuditFilter>({});
  const [rows, setRows] = useState<readonly AuditRow[]>();
  const [more, setMore] = useState(false);
  const [exported, setExported] = useState<string>();
  useEffect(() => {
    let live = true;
    const load = async () => {
      const found = await run(() => admin.listAudit(filter));
      if (!live || !found.ok) return;
      setRows((old) => (filter.before === undefined ? found.value.entries : [...(old ?? []), ...found.value.entries]));
      setMore(found.value.more);
    };
    void load();
    return () => {
      live = false;
    };
  }, [run, admin, filter]);
  const takeFile = useCallback(
    async (wanted: AuditFilter) => {
      const found = await run(() => admin.exportAudit(wanted));
      if (!found.ok) return;
      const lines = found.value.entries.map((row) => cellsOf(row, names));
      downloadBlob(csvBlob([Object.values(t.columns), ...lines]), t.fileName(instantToPlainDate(now())));
      setExported((found.value.more ? t.exportedPart : t.exported)(formatNumber(lines.length)));
    },
    [run, admin, names, now, t],
  );
  const last = rows?.at(-1)?.id;
  return (
    <>
      <p className="quiet">{t.intro}</p>
      <AuditFilterForm onShow={setFilter} onExport={(wanted) => void takeFile(wanted)} />
      {problem !== undefined && (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
      {exported !== undefined && (
        <Notice tone="green" alert>
          {exported}
        </Notice>
      )}
      {rows?.length === 0 && <Notice>{t.empty}</Notice>}
      {rows === undefined && problem === undefined && <output>{vi.common.loading}</output>}
      {rows !== undefined && rows.length > 0 && (
        <AuditTable rows={rows} names={names} onSeen={() => setFilter({ ...filter, before: undefined })} />
      )}
      {more && last !== undefined && (
        <div>
          <Button variant="default" onClick={() => setFilter({ ...filter, before: last })}>
            {t.more}
          </Button>
        </div>
      )}
    </>
  );
}

interface AuditTableProps {
  readonly rows: readonly AuditRow[];
  readonly names: AuditNames;
  readonly onSeen: () => void;
}

function AuditTable({ rows, names, onSeen }: AuditTableProps) {
  const t = adminTexts.audit;
  const { admin, session } = useServices();
  const isDirector = useLive(session.current)?.staff.roles.includes('district_monitor') ?? false;
  const { run } = useAdminCall();
  const see = async (row: AuditRow) => {
    const seen = await run(() => admin.markAuditSeen([row.id]));
    if (seen.ok) onSeen();
  };
  return (
    <AdminTable
      label={adminTexts.tabs.audit}
      rows={rows}
      rowKey={(row) => String(row.id)}
      columns={[
        { title: t.columns.at, cell: (row) => formatDateTime(row.at) },
        { title: t.columns.who, cell: (row) => whoText(row, names) },
        { title: t.columns.what, cell: (row) => auditSentence(row, names) },
        { title: t.columns.changes, cell: (row) => <Changes row={row} names={names} /> },
        { title: t.columns.place, cell: (row) => placeText(row, names) },
      ]}
      action={(row) =>
        isDirector &&
        row.grave !== undefined &&
        row.seenAt === undefined && (
          <Button size="compact-sm" onClick={() => void see(row)}>
            {t.seen}
          </Button>
        )
      }
    />
  );
}

function Changes({ row, names }: { readonly row: AuditRow; readonly names: AuditNames }) {
  const t = adminTexts.audit;
  return (
    <>
      {(row.changes ?? []).map((change) => (
        <div key={change.field}>{auditChangeText(change, names)}</div>
      ))}
      {row.grave?.map((grant) => (
        <div key={grant}>{graveGrantTexts[grant]}</div>
      ))}
      {row.reason !== undefined && <div>{t.reason(row.reason)}</div>}
      {row.grave !== undefined && <Mark tone={row.seenAt === undefined ? 'amber' : 'grey'}>{seenText(row, names)}</Mark>}
    </>
  );
}

function seenText({ seenAt, seenBy }: AuditRow, names: AuditNames): string {
  const t = adminTexts.audit;
  return seenAt === undefined ? t.notSeen : t.seenBy(names.staff(seenBy ?? ''), formatDateTime(seenAt));
}

function whoText({ actor }: AuditRow, names: AuditNames): string {
  return actor === undefined ? adminTexts.audit.onServer : names.staff(actor);
}

function placeText({ office, otherOffice }: AuditRow, names: AuditNames): string {
  return [office, otherOffice].flatMap((id) => (id === undefined ? [] : [names.office(id)])).join(', ');
}

/** In the order of the columns. */
function cellsOf(row: AuditRow, names: AuditNames): readonly string[] {
  const changes = [
    ...(row.changes ?? []).map((change) => auditChangeText(change, names)),
    ...(row.grave ?? []).map((grant) => graveGrantTexts[grant]),
    ...(row.reason === undefined ? [] : [adminTexts.audit.reason(row.reason)]),
    ...(row.grave === undefined ? [] : [seenText(row, names)]),
    // Which dossier it was: its id, never what is in it.
    ...(row.what.startsWith('look/') && row.target !== undefined ? [row.target] : []),
  ].join('; ');
  return [formatDateTime(row.at), whoText(row, names), auditSentence(row, names), changes, placeText(row, names)];
}

function useAuditNames(): AuditNames {
  const names = useNames();
  const procedure = useProcedureName();
  return useMemo(() => ({ ...names, procedure }), [names, procedure]);
}

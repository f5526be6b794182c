/** Devices of the offices this administrator manages: issue a code (shown once, with its QR), revoke. */
import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import type { AdminApi } from '../../contract/admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useNow } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { formatDateTime, formatMoment, formatNumber } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { AdminTable } from './admin-table.tsx';
import { IssueCodeDialog } from './issue-code-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { useAdminCall } from './use-admin-call.ts';

export type DeviceRow = Extract<Awaited<ReturnType<AdminApi['listDevices']>>, { readonly ok: true }>['value'][number];

export function DevicesTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = vi.admin.devices;
  const { admin } = useServices();
  const { run, problem, needsSession } = useAdminCall();
  const [rows, setRows] = useState<readonly DeviceRow[]>();
  const [issuing, setIssuing] = useState(false);
  const [revoking, setRevoking] = useState<DeviceRow>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let live = true;
    void run(admin.listDevices).then((found) => live && found.ok && setRows(found.value));
    return () => {
      live = false;
    };
  }, [run, admin, round]);
  useEffect(() => {
    if (needsSession) onNeedSession();
  }, [needsSession, onNeedSession]);
  const close = () => {
    setIssuing(false);
    setRevoking(undefined);
    setRound((n) => n + 1);
  };
  return (
    <>
      <div>
        <Button onClick={() => setIssuing(true)}>{t.issue}</Button>
      </div>
      {problem !== undefined && (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
      {rows?.length === 0 && <Notice>{t.empty}</Notice>}
      {rows === undefined && problem === undefined && <output>{vi.common.loading}</output>}
      {rows !== undefined && rows.length > 0 && <DeviceTable rows={rows} onRevoke={setRevoking} />}
      {issuing && <IssueCodeDialog onClose={close} onNeedSession={onNeedSession} />}
      {revoking && <RevokeDialog device={revoking} onClose={close} onNeedSession={onNeedSession} />}
    </>
  );
}

function DeviceTable({ rows, onRevoke }: { readonly rows: readonly DeviceRow[]; readonly onRevoke: (row: DeviceRow) => void }) {
  const t = vi.admin.devices;
  const names = useNames();
  const now = useNow();
  return (
    <AdminTable
      label={vi.admin.tabs.devices}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { title: t.columns.name, cell: (row) => row.name },
        { title: t.columns.office, cell: (row) => names.office(row.office) },
        { title: t.columns.last, cell: (row) => (row.lastExchangeAt === undefined ? t.never : formatMoment(row.lastExchangeAt, now)) },
        { title: t.columns.pending, cell: (row) => (row.pendingEvents === undefined ? '–' : formatNumber(row.pendingEvents)) },
        { title: t.columns.version, cell: (row) => row.appVersion ?? '–' },
        { title: t.columns.state, cell: (row) => <DeviceState row={row} /> },
      ]}
      action={(row) =>
        row.revokedAt === undefined && (
          <Button size="compact-sm" variant="default" aria-label={`${t.revoke} ${row.name}`} onClick={() => onRevoke(row)}>
            {t.revoke}
          </Button>
        )
      }
    />
  );
}

function DeviceState({ row }: { readonly row: DeviceRow }) {
  const t = vi.admin.devices;
  return row.revokedAt === undefined ? (
    <Mark tone="green" plain>
      {t.active}
    </Mark>
  ) : (
    <Mark tone="grey">{t.revoked(formatDateTime(row.revokedAt))}</Mark>
  );
}

/** What the centre did not take, or not yet: which event of which device, when and why. Nothing of what is in it. */
import { useEffect, useState } from 'react';
import type { SetAsideRow } from '../../contract/admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useNow } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { formatMoment, formatNumber } from '../../texts/format.ts';
import { setAsideReason } from '../../texts/refused-codes.ts';
import { eventName } from '../../texts/timeline.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { AdminTable } from './admin-table.tsx';
import { useAdminCall } from './use-admin-call.ts';

const tones = { REFUSED: 'red', HELD: 'amber', QUARANTINED: 'grey' } as const;

export function RefusedTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.refused;
  const { admin } = useServices();
  const { run, problem } = useAdminCall(onNeedSession);
  const [rows, setRows] = useState<readonly SetAsideRow[]>();
  useEffect(() => {
    let live = true;
    void run(admin.listRefused).then((found) => live && found.ok && setRows(found.value));
    return () => {
      live = false;
    };
  }, [run, admin]);
  return (
    <>
      {problem !== undefined && (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
      {rows?.length === 0 && <Notice>{t.empty}</Notice>}
      {rows === undefined && problem === undefined && <output>{vi.common.loading}</output>}
      {rows !== undefined && rows.length > 0 && <RefusedTable rows={rows} />}
    </>
  );
}

function RefusedTable({ rows }: { readonly rows: readonly SetAsideRow[] }) {
  const t = adminTexts.refused;
  const names = useNames();
  const now = useNow();
  return (
    <AdminTable
      label={adminTexts.tabs.refused}
      rows={rows}
      rowKey={(row) => `${row.device}:${row.seq}`}
      columns={[
        { title: t.columns.event, cell: (row) => eventName(row.type) },
        { title: t.columns.device, cell: (row) => t.place(row.deviceName, formatNumber(row.seq)) },
        { title: t.columns.office, cell: (row) => names.office(row.office) },
        { title: t.columns.at, cell: (row) => formatMoment(row.at, now) },
        { title: t.columns.state, cell: (row) => <Mark tone={tones[row.kind]}>{t.kinds[row.kind]}</Mark> },
        { title: t.columns.reason, cell: (row) => setAsideReason(row.code) },
      ]}
    />
  );
}

/** The organisation: units below the centre, and a form to add one. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { AdminTable } from './admin-table.tsx';
import { OfficeDialog } from './office-dialog.tsx';

export function OfficesTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.offices;
  const { reference, sync } = useServices();
  const offices = useLive(reference)?.offices ?? [];
  const [adding, setAdding] = useState(false);
  const [saved, setSaved] = useState(false);
  const onSaved = () => {
    setAdding(false);
    setSaved(true);
    sync.syncNow();
  };
  return (
    <>
      <div>
        <Button onClick={() => setAdding(true)}>{t.add}</Button>
      </div>
      {offices.some((one) => one.agencyIdUnconfirmed) && <Notice tone="amber">{t.unconfirmedNotice}</Notice>}
      {saved && (
        <Notice tone="green" alert>
          {t.saved}
        </Notice>
      )}
      <AdminTable
        label={adminTexts.tabs.offices}
        rows={offices}
        rowKey={(one) => one.id}
        columns={[
          { title: t.columns.name, cell: (one) => one.name },
          { title: t.columns.kind, cell: (one) => t.kinds[one.kind] },
          {
            title: t.columns.agencyId,
            cell: (one) => (one.agencyIdUnconfirmed ? `${one.agencyId} (${t.agencyIdUnconfirmed})` : one.agencyId),
          },
          { title: t.columns.syncs, cell: (one) => (one.syncs ? t.syncs : t.modern) },
        ]}
      />
      {adding && <OfficeDialog onClose={() => setAdding(false)} onSaved={onSaved} onNeedSession={onNeedSession} />}
    </>
  );
}

/** The organisation: units below the centre, and a form to add one. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { OfficeDialog } from './office-dialog.tsx';

export function OfficesTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = vi.admin.offices;
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
      {saved && (
        <Notice tone="green" alert>
          {t.saved}
        </Notice>
      )}
      <div className={pageClasses.scrollx} role="region" aria-label={vi.admin.tabs.offices} tabIndex={0}>
        <table className={pageClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t.columns.name}</th>
              <th scope="col">{t.columns.kind}</th>
              <th scope="col">{t.columns.agencyId}</th>
              <th scope="col">{t.columns.syncs}</th>
            </tr>
          </thead>
          <tbody>
            {offices.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.name}</th>
                <td>{t.kinds[one.kind]}</td>
                <td>{one.agencyId}</td>
                <td>{one.syncs ? t.syncs : t.modern}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {adding && <OfficeDialog onClose={() => setAdding(false)} onSaved={onSaved} onNeedSession={onNeedSession} />}
    </>
  );
}

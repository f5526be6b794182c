/** The roster: add an officer, change roles or PIN. Devices get the change with their next exchange. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { roleNames } from '../../texts/roles.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { StaffDialog } from './staff-dialog.tsx';

export function StaffTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = vi.admin.staff;
  const { reference, sync } = useServices();
  const staff = useLive(reference)?.staff ?? [];
  const names = useNames();
  const [editing, setEditing] = useState<Staff | 'new'>();
  const [saved, setSaved] = useState(false);
  const onSaved = () => {
    setEditing(undefined);
    setSaved(true);
    sync.syncNow();
  };
  return (
    <>
      <div>
        <Button onClick={() => setEditing('new')}>{t.add}</Button>
      </div>
      {saved && (
        <Notice tone="green" alert>
          {t.saved}
        </Notice>
      )}
      {staff.length === 0 ? (
        <Notice>{t.empty}</Notice>
      ) : (
        <div className={pageClasses.scrollx} role="region" aria-label={vi.admin.tabs.staff} tabIndex={0}>
          <table className={pageClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t.columns.name}</th>
                <th scope="col">{t.columns.login}</th>
                <th scope="col">{t.columns.office}</th>
                <th scope="col">{t.columns.roles}</th>
                <th scope="col">{t.columns.state}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {staff.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.fullName}
                    <br />
                    <span className="quiet" style={{ fontWeight: 400 }}>
                      {one.title}
                    </span>
                  </th>
                  <td>{one.login}</td>
                  <td>{names.office(one.office)}</td>
                  <td>{one.roles.map((role) => roleNames[role]).join(', ')}</td>
                  <td>{one.active ? t.active : t.inactive}</td>
                  <td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`${vi.common.edit} ${one.fullName}`}
                      onClick={() => setEditing(one)}
                    >
                      {vi.common.edit}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && (
        <StaffDialog
          staff={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={onSaved}
          onNeedSession={onNeedSession}
        />
      )}
    </>
  );
}

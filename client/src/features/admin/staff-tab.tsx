/** The roster: add an officer, change roles or PIN. Devices get the change with their next exchange. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { roleNames } from '../../texts/roles.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { AdminTable } from './admin-table.tsx';
import { StaffDialog } from './staff-dialog.tsx';

export function StaffTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.staff;
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
        <AdminTable
          label={adminTexts.tabs.staff}
          rows={staff}
          rowKey={(one) => one.id}
          columns={[
            { title: t.columns.name, cell: (one) => <NameAndTitle staff={one} /> },
            { title: t.columns.login, cell: (one) => one.login },
            { title: t.columns.office, cell: (one) => names.office(one.office) },
            { title: t.columns.roles, cell: (one) => one.roles.map((role) => roleNames[role]).join(', ') },
            { title: t.columns.state, cell: (one) => (one.active ? t.active : t.inactive) },
          ]}
          action={(one) => (
            <Button size="compact-sm" variant="default" aria-label={`${vi.common.edit} ${one.fullName}`} onClick={() => setEditing(one)}>
              {vi.common.edit}
            </Button>
          )}
        />
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

function NameAndTitle({ staff }: { readonly staff: Staff }) {
  return (
    <>
      {staff.fullName}
      <br />
      <span className="quiet" style={{ fontWeight: 400 }}>
        {staff.title}
      </span>
    </>
  );
}

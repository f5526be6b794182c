/** The roster: found by words, unit, role and state; one or several officers added, changed, moved, given a new first PIN. Devices that are online get the change within seconds. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { FirstSecret } from '../../contract/roster-admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { formatDate } from '../../texts/format.ts';
import { roleNames } from '../../texts/roles.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { roster } from '../../texts/vi/roster.ts';
import { vi } from '../../texts/vi.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import classes from './admin.module.css';
import { AdminTable } from './admin-table.tsx';
import { FirstSecretDialog } from './first-secret-dialog.tsx';
import { SecretSlipsModal } from './secret-slips-modal.tsx';
import { StaffDialog } from './staff-dialog.tsx';
import { everybody, moveBy, shownStaff } from './staff-filter.ts';
import { StaffFilterBar } from './staff-filter-bar.tsx';
import { StaffSeveralDialog } from './staff-several-dialog.tsx';

type Doing =
  | { readonly what: 'new' | 'several' }
  | { readonly what: 'edit' | 'secret'; readonly staff: Staff }
  | { readonly what: 'slips'; readonly made: readonly FirstSecret[] };

export function StaffTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.staff;
  const { reference, sync } = useServices();
  const data = useLive(reference);
  const [staff, offices] = [data?.staff ?? [], data?.offices ?? []];
  const [filter, setFilter] = useState(everybody);
  const [doing, setDoing] = useState<Doing>();
  const [saved, setSaved] = useState(false);
  const shown = shownStaff(staff, filter, offices);
  const onSaved = (next?: Doing) => {
    setDoing(next);
    setSaved(next === undefined);
    sync.syncNow();
  };
  const ends = { onClose: () => setDoing(undefined), onNeedSession };
  const onMade = (made: readonly FirstSecret[]) => onSaved({ what: 'slips', made });
  return (
    <>
      <div className={classes.acts}>
        <Button onClick={() => setDoing({ what: 'new' })}>{t.add}</Button>
        <Button variant="default" onClick={() => setDoing({ what: 'several' })}>
          {roster.several.open}
        </Button>
      </div>
      {saved && (
        <Notice tone="green" alert>
          {t.saved}
        </Notice>
      )}
      {staff.length > 0 && <StaffFilterBar filter={filter} offices={offices} onChange={setFilter} />}
      {staff.length > 0 && <output className="quiet">{roster.shown(shown.length, staff.length)}</output>}
      {shown.length === 0 ? (
        <Notice>{staff.length === 0 ? t.empty : roster.noneShown}</Notice>
      ) : (
        <StaffTable staff={shown} offices={offices} onDo={setDoing} />
      )}
      {doing?.what === 'new' && <StaffDialog {...ends} staff={undefined} onSaved={() => onSaved()} />}
      {doing?.what === 'edit' && <StaffDialog {...ends} staff={doing.staff} onSaved={() => onSaved()} />}
      {doing?.what === 'several' && <StaffSeveralDialog {...ends} onMade={onMade} />}
      {doing?.what === 'secret' && <FirstSecretDialog {...ends} staff={doing.staff} onMade={onMade} />}
      {doing?.what === 'slips' && <SecretSlipsModal made={doing.made} onClose={() => onSaved()} />}
    </>
  );
}

interface StaffTableProps {
  readonly staff: readonly Staff[];
  readonly offices: readonly Office[];
  readonly onDo: (doing: Doing) => void;
}

function StaffTable({ staff, offices, onDo }: StaffTableProps) {
  const t = adminTexts.staff;
  const names = useNames();
  const button = (what: 'edit' | 'secret', label: string, one: Staff) => (
    <Button size="compact-sm" variant="default" aria-label={`${label} ${one.fullName}`} onClick={() => onDo({ what, staff: one })}>
      {label}
    </Button>
  );
  return (
    <AdminTable
      label={adminTexts.tabs.staff}
      rows={staff}
      rowKey={(one) => one.id}
      columns={[
        { title: t.columns.name, cell: (one) => <NameAndTitle staff={one} /> },
        { title: t.columns.login, cell: (one) => one.login },
        { title: t.columns.office, cell: (one) => names.office(one.office) },
        { title: t.columns.roles, cell: (one) => one.roles.map((role) => roleNames[role]).join(', ') },
        { title: t.columns.state, cell: (one) => <State staff={one} offices={offices} /> },
      ]}
      action={(one) => (
        <div className={classes.acts}>
          {button('edit', vi.common.edit, one)}
          {one.active && button('secret', roster.first.open, one)}
        </div>
      )}
    />
  );
}

function State({ staff, offices }: { readonly staff: Staff; readonly offices: readonly Office[] }) {
  const lastDay = moveBy(staff, offices);
  return (
    <>
      {staff.active ? adminTexts.staff.active : adminTexts.staff.inactive}
      {lastDay !== undefined && (
        <>
          <br />
          <Mark tone="amber">{roster.toMove(formatDate(lastDay))}</Mark>
        </>
      )}
      {staff.active && staff.firstSecret === true && (
        <>
          <br />
          <Mark tone="grey">{roster.firstSecret}</Mark>
        </>
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

/** The roster's filter: words without marks, unit, role and state. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { Office } from '@onestop/shared/reference/office.ts';
import { roles } from '@onestop/shared/reference/staff.ts';
import { roleNames } from '../../texts/roles.ts';
import { roster } from '../../texts/vi/roster.ts';
import classes from './admin.module.css';
import { type StaffFilter, staffStates } from './staff-filter.ts';

interface StaffFilterBarProps {
  readonly filter: StaffFilter;
  readonly offices: readonly Office[];
  readonly onChange: (filter: StaffFilter) => void;
}

export function StaffFilterBar({ filter, offices, onChange }: StaffFilterBarProps) {
  const t = roster;
  const change = (patch: Partial<StaffFilter>) => onChange({ ...filter, ...patch });
  return (
    <div className={classes.bar}>
      <TextInput
        label={t.search}
        placeholder={t.searchHint}
        value={filter.words}
        onChange={(e) => change({ words: e.currentTarget.value })}
        style={{ flex: '1 1 14rem' }}
      />
      {offices.length > 1 && (
        <NativeSelect
          label={t.office}
          value={filter.office}
          data={[{ value: '', label: t.allOffices }, ...offices.map((one) => ({ value: one.id as string, label: one.name }))]}
          onChange={(e) => change({ office: e.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t.role}
        value={filter.role}
        data={[{ value: '', label: t.allRoles }, ...roles.map((value) => ({ value: value as string, label: roleNames[value] }))]}
        onChange={(e) => change({ role: e.currentTarget.value })}
      />
      <NativeSelect
        label={t.state}
        value={filter.state}
        data={staffStates.map((value) => ({ value, label: t.states[value] }))}
        onChange={(e) => change({ state: staffStates.find((one) => one === e.currentTarget.value) ?? 'ALL' })}
      />
    </div>
  );
}

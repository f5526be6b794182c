/** One officer: name, login, roles, PIN. The PIN goes to the centre once, over the line, and comes back only as a verifier. */
import { useState } from 'react';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { type GraveGrant, losesLastAdministrator, newGraveGrants } from '@onestop/shared/judgement/grants.ts';
import { needsPassphrase } from '@onestop/shared/judgement/secret-rule.ts';
import { newStaffId, roles, type Role, type Staff } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { graveGrantTexts } from '../../texts/audit.ts';
import { roleNames } from '../../texts/roles.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { roster } from '../../texts/vi/roster.ts';
import { wireErrorSentence } from '../../texts/wire-errors.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import classes from './admin.module.css';
import { useWorkingOffices } from './use-roster.ts';

interface StaffDialogProps extends AdminDialogEnds {
  readonly staff: Staff | undefined;
  readonly onSaved: () => void;
}

export function StaffDialog({ staff, onSaved, ...ends }: StaffDialogProps) {
  const t = adminTexts.staff;
  const { admin, reference, office, session } = useServices();
  const own = useLive(office);
  const isDistrict = useLive(session.current)?.staff.roles.includes('district_admin') ?? false;
  // A commune's administrator keeps the roster of the commune and gives nobody rights over the district.
  const working = useWorkingOffices().filter((one) => isDistrict || one.id === own?.id);
  const data = useLive(reference);
  // Whoever stands in a unit that was closed still stands there until he is moved.
  const now = data?.offices.find((one) => one.id === staff?.office);
  const offices = now === undefined || working.includes(now) ? working : [now, ...working];
  const offered = roles.filter((role) => isDistrict || !(role.startsWith('district_') || role === 'auditor'));
  const [form, setForm] = useState(() => formOf(staff, own?.id));
  const change = (patch: Partial<StaffForm>) => setForm((f) => ({ ...f, ...patch }));
  const field = (key: 'fullName' | 'login' | 'title' | 'phone' | 'secret' | 'reason') => ({
    value: form[key],
    onChange: (e: { readonly currentTarget: { readonly value: string } }) => change({ [key]: e.currentTarget.value }),
  });
  const roll = data?.staff ?? [];
  const after = staffOf(form, staff, roll);
  const { grave, isLast } = useDanger(staff, after);
  const isTaken = roll.some((one) => one.id !== after.id && one.office === after.office && one.login === after.login);
  const send = () =>
    admin.saveStaff({
      staff: after,
      secret: form.secret === '' ? undefined : form.secret,
      reason: grave.length > 0 && form.reason.trim() !== '' ? form.reason.trim() : undefined,
    });
  return (
    <AdminDialog {...ends} title={staff ? t.editTitle : t.addTitle} wide send={send} onSent={onSaved}>
      <div className={classes.pairs}>
        <TextInput label={t.fullName} required data-autofocus {...field('fullName')} />
        <TextInput label={t.title} required {...field('title')} />
        <TextInput label={t.login} description={t.loginHint} required error={isTaken && roster.loginTaken} {...field('login')} />
        <TextInput
          type="password"
          label={t.secret}
          description={`${needsPassphrase(form.roles) ? t.passphraseRule : t.pinRule}${staff ? ` ${t.secretHint}` : ''}`}
          required={!staff}
          autoComplete="new-password"
          {...field('secret')}
        />
        <TextInput label={t.phone} inputMode="tel" {...field('phone')} />
        <NativeSelect
          label={adminTexts.staff.columns.office}
          value={form.office}
          onChange={(e) => change({ office: e.currentTarget.value })}
          data={offices.map((one) => ({ value: one.id as string, label: one.name }))}
        />
      </div>
      <Checkbox.Group
        label={t.roles}
        value={[...form.roles]}
        onChange={(values) => change({ roles: roles.filter((role) => values.includes(role)) })}
      >
        <div
          style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))', gap: '0.4rem 1rem', marginTop: '0.4rem' }}
        >
          {offered.map((role) => (
            <Checkbox key={role} value={role} label={roleNames[role]} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox label={t.active} checked={form.active} onChange={(e) => change({ active: e.currentTarget.checked })} />
      {staff !== undefined && now !== undefined && form.office !== now.id && <Notice>{roster.moveNotice(now.name)}</Notice>}
      {isLast && (
        <Notice tone="red" alert>
          {wireErrorSentence('admin/last-administrator')}
        </Notice>
      )}
      {grave.length > 0 && (
        <>
          <Notice tone="amber" title={t.graveTitle} alert>
            {grave.map((one) => graveGrantTexts[one]).join(' ')} {t.graveHint}
          </Notice>
          <TextInput label={t.graveReason} required {...field('reason')} />
        </>
      )}
    </AdminDialog>
  );
}

/** What the centre will ask or refuse, by the same rules. */
function useDanger(before: Staff | undefined, after: Staff): { readonly grave: readonly GraveGrant[]; readonly isLast: boolean } {
  const reference = useLive(useServices().reference);
  const offices = reference?.offices ?? [];
  return {
    grave: newGraveGrants(before, after, offices),
    isLast: losesLastAdministrator(before, after, reference?.staff ?? [], offices),
  };
}

interface StaffForm {
  readonly fullName: string;
  readonly login: string;
  readonly title: string;
  readonly phone: string;
  readonly office: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly secret: string;
  readonly reason: string;
}

function formOf(staff: Staff | undefined, ownOffice: string | undefined): StaffForm {
  return {
    fullName: staff?.fullName ?? '',
    login: staff?.login ?? '',
    title: staff?.title ?? '',
    phone: staff?.phone ?? '',
    office: staff?.office ?? ownOffice ?? '',
    roles: staff?.roles ?? [],
    active: staff?.active ?? true,
    secret: '',
    reason: '',
  };
}

function staffOf(form: StaffForm, before: Staff | undefined, roll: readonly Staff[]): Staff {
  const login = form.login.trim().toLowerCase();
  return {
    id: before?.id ?? newStaffId(form.office as OfficeId, login, (id) => roll.some((one) => one.id === id)),
    // Chosen from the list of offices; the centre checks it once more.
    office: form.office as OfficeId,
    login,
    fullName: form.fullName.trim(),
    title: form.title.trim(),
    roles: form.roles,
    active: form.active,
    ...(form.phone.trim() ? { phone: form.phone.trim() } : {}),
  };
}

/** One officer: name, login, roles, PIN. The PIN goes to the centre once, over the line, and comes back only as a verifier. */
import { useEffect, useState, type FormEvent } from 'react';
import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import { roles, type Role, type Staff } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { useLive } from '../../kit/use-live.ts';
import { roleNames } from '../../texts/roles.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { useAdminCall } from './use-admin-call.ts';

interface StaffDialogProps {
  readonly staff: Staff | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  readonly onNeedSession: () => void;
}

export function StaffDialog({ staff, onClose, onSaved, onNeedSession }: StaffDialogProps) {
  const t = vi.admin.staff;
  const { admin, reference, office, session } = useServices();
  const own = useLive(office);
  const isDistrict = useLive(session.current)?.staff.roles.includes('district_admin') ?? false;
  // A commune's administrator keeps the roster of the commune and gives nobody rights over the district.
  const offices = (useLive(reference)?.offices ?? []).filter((one) => one.syncs && (isDistrict || one.id === own?.id));
  const offered = roles.filter((role) => isDistrict || !(role.startsWith('district_') || role === 'auditor'));
  const [form, setForm] = useState({
    fullName: staff?.fullName ?? '',
    login: staff?.login ?? '',
    title: staff?.title ?? '',
    phone: staff?.phone ?? '',
    office: (staff?.office ?? own?.id ?? '') as string,
    active: staff?.active ?? true,
    secret: '',
  });
  const [chosen, setChosen] = useState<readonly Role[]>(staff?.roles ?? []);
  const call = useAdminCall();
  useUnsavedWork(true);
  useEffect(() => {
    if (call.needsSession) onNeedSession();
  }, [call.needsSession, onNeedSession]);

  const field = (key: 'fullName' | 'login' | 'title' | 'phone' | 'secret') => ({
    value: form[key],
    onChange: (e: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = e.currentTarget;
      setForm((f) => ({ ...f, [key]: value }));
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const unit = offices.find((one) => one.id === form.office);
    if (!unit) return;
    const login = form.login.trim().toLowerCase();
    const record = {
      id: staff?.id ?? (`${unit.id}-${login}` as StaffId),
      office: unit.id,
      login,
      fullName: form.fullName.trim(),
      title: form.title.trim(),
      roles: chosen,
      active: form.active,
      ...(form.phone.trim() ? { phone: form.phone.trim() } : {}),
    };
    const done = await call.run(async () => {
      const result = await admin.saveStaff({ staff: record, ...(form.secret === '' ? {} : { secret: form.secret }) });
      return result.ok ? { ok: true as const, value: true } : result;
    });
    if (done) onSaved();
  };
  return (
    <Modal opened onClose={onClose} title={staff ? t.editTitle : t.addTitle}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'flex', flexDirection: 'column', gap: '0.8rem' }}>
        <TextInput label={t.fullName} required data-autofocus {...field('fullName')} />
        <TextInput label={t.login} description={t.loginHint} required {...field('login')} />
        <TextInput label={t.title} required {...field('title')} />
        <TextInput label={t.phone} inputMode="tel" {...field('phone')} />
        <NativeSelect
          label={vi.admin.staff.columns.office}
          value={form.office}
          onChange={(e) => {
            const { value } = e.currentTarget;
            setForm((f) => ({ ...f, office: value }));
          }}
          data={offices.map((one) => ({ value: one.id as string, label: one.name }))}
        />
        <Checkbox.Group label={t.roles} value={[...chosen]} onChange={(values) => setChosen(roles.filter((role) => values.includes(role)))}>
          <div
            style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))', gap: '0.4rem', marginTop: '0.4rem' }}
          >
            {offered.map((role) => (
              <Checkbox key={role} value={role} label={roleNames[role]} />
            ))}
          </div>
        </Checkbox.Group>
        <Checkbox
          label={t.active}
          checked={form.active}
          onChange={(e) => {
            const { checked } = e.currentTarget;
            setForm((f) => ({ ...f, active: checked }));
          }}
        />
        <TextInput
          type="password"
          label={t.secret}
          description={staff ? t.secretHint : t.secretHintNew}
          required={!staff}
          autoComplete="new-password"
          {...field('secret')}
        />
        {call.problem !== undefined && (
          <Notice tone="red" alert>
            {call.problem}
          </Notice>
        )}
        <div className={pageClasses.buttons}>
          <Button variant="default" onClick={onClose}>
            {vi.common.cancel}
          </Button>
          <Button type="submit" loading={call.busy}>
            {vi.common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** A new unit below the centre. Names as printed on paper are asked for, never guessed in code. */
import { useEffect, useState, type FormEvent } from 'react';
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { useLive } from '../../kit/use-live.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { useAdminCall } from './use-admin-call.ts';

interface OfficeDialogProps {
  readonly onClose: () => void;
  readonly onSaved: () => void;
  readonly onNeedSession: () => void;
}

const fields = ['id', 'name', 'authorityName', 'deskName', 'place', 'agencyId'] as const;
type FieldName = (typeof fields)[number];

export function OfficeDialog({ onClose, onSaved, onNeedSession }: OfficeDialogProps) {
  const t = vi.admin.offices;
  const { admin, office, now } = useServices();
  const centre = useLive(office);
  const [form, setForm] = useState<Record<FieldName, string>>({
    id: '',
    name: '',
    authorityName: '',
    deskName: vi.admin.offices.deskNameUsual,
    place: '',
    agencyId: '',
  });
  const [syncs, setSyncs] = useState(true);
  const call = useAdminCall();
  useUnsavedWork(true);
  useEffect(() => {
    if (call.needsSession) onNeedSession();
  }, [call.needsSession, onNeedSession]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { id, name, authorityName, deskName, place, agencyId } = form;
    const done = await call.run(async () => {
      const result = await admin.saveOffice({
        id: id.trim() as OfficeId,
        kind: 'COMMUNE',
        name: name.trim(),
        authorityName: authorityName.trim(),
        deskName: deskName.trim(),
        place: place.trim(),
        agencyId: agencyId.trim(),
        syncs,
        validFrom: instantToPlainDate(now()),
        ...(centre ? { parent: centre.id } : {}),
      });
      return result.ok ? { ok: true as const, value: true } : result;
    });
    if (done) onSaved();
  };
  return (
    <Modal opened onClose={onClose} title={t.add}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'flex', flexDirection: 'column', gap: '0.8rem' }}>
        {fields.map((name) => (
          <TextInput
            key={name}
            label={t[name]}
            required
            value={form[name]}
            onChange={(e) => {
              const { value } = e.currentTarget;
              setForm((f) => ({ ...f, [name]: value }));
            }}
          />
        ))}
        <Checkbox label={t.thisSystem} checked={syncs} onChange={(e) => setSyncs(e.currentTarget.checked)} />
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

/** A new unit below the centre. Names as printed on paper are asked for, never guessed in code. */
import { useState } from 'react';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { kindsBelow, type OfficeKind } from '@onestop/shared/reference/office-kinds.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';

const fields = ['id', 'name', 'authorityName', 'deskName', 'place', 'agencyId'] as const;
type FieldName = (typeof fields)[number];

export function OfficeDialog({ onSaved, ...ends }: AdminDialogEnds & { readonly onSaved: () => void }) {
  const t = adminTexts.offices;
  const { admin, office, now } = useServices();
  const centre = useLive(office);
  const [form, setForm] = useState<Record<FieldName, string>>({
    id: '',
    name: '',
    authorityName: '',
    deskName: adminTexts.offices.deskNameUsual,
    place: '',
    agencyId: '',
  });
  const kinds = centre ? kindsBelow(centre) : [];
  const [kind, setKind] = useState<OfficeKind>('COMMUNE');
  const [syncs, setSyncs] = useState(true);
  const send = () =>
    admin.saveOffice({
      id: form.id.trim() as OfficeId,
      kind,
      name: form.name.trim(),
      authorityName: form.authorityName.trim(),
      deskName: form.deskName.trim(),
      place: form.place.trim(),
      agencyId: form.agencyId.trim(),
      syncs,
      validFrom: instantToPlainDate(now()),
      ...(centre ? { parent: centre.id } : {}),
    });
  return (
    <AdminDialog {...ends} title={t.add} send={send} onSent={onSaved}>
      <NativeSelect
        label={t.columns.kind}
        value={kind}
        data={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(e) => setKind(e.currentTarget.value as OfficeKind)}
      />
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
    </AdminDialog>
  );
}

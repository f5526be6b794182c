/** A unit below the centre, new or changed. Names as printed on paper are asked for, never guessed in code; kind and code of one that is there stay. */
import { useState } from 'react';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { kindsBelow, type OfficeKind } from '@onestop/shared/reference/office-kinds.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { units } from '../../texts/vi/units.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import classes from './admin.module.css';

const asked = ['id', 'name', 'authorityName', 'deskName', 'place', 'agencyId', 'address', 'phone'] as const;
type FieldName = (typeof asked)[number];
const optional: ReadonlySet<FieldName> = new Set(['address', 'phone']);

interface OfficeDialogProps extends AdminDialogEnds {
  /** Undefined for a new one. */
  readonly office: Office | undefined;
  readonly onSaved: () => void;
}

interface OfficeForm {
  readonly words: Readonly<Record<FieldName, string>>;
  readonly kind: OfficeKind;
  readonly syncs: boolean;
  readonly confirmed: boolean;
}

export function OfficeDialog({ office, onSaved, ...ends }: OfficeDialogProps) {
  const t = adminTexts.offices;
  const { admin, office: ownOffice, now } = useServices();
  const centre = useLive(ownOffice);
  const [form, setForm] = useState(() => formOf(office));
  const change = (patch: Partial<OfficeForm>) => setForm((old) => ({ ...old, ...patch }));
  const kinds = office ? [office.kind] : centre ? kindsBelow(centre) : [];
  const labels: Readonly<Record<FieldName, string>> = { ...t, address: units.address, phone: units.phone };
  const send = () => admin.saveOffice(officeOf(form, office ?? { parent: centre?.id, validFrom: instantToPlainDate(now()) }));
  return (
    <AdminDialog {...ends} title={office ? units.editTitle(office.name) : t.add} wide send={send} onSent={onSaved}>
      {office && <p className="quiet">{units.fixedHint}</p>}
      <div className={classes.pairs}>
        <NativeSelect
          label={t.columns.kind}
          value={form.kind}
          disabled={office !== undefined}
          data={kinds.map((value) => ({ value, label: t.kinds[value] }))}
          onChange={(e) => change({ kind: e.currentTarget.value as OfficeKind })}
        />
        {asked.map((name) => (
          <TextInput
            key={name}
            label={labels[name]}
            required={!optional.has(name)}
            disabled={name === 'id' && office !== undefined}
            value={form.words[name]}
            onChange={(e) => change({ words: { ...form.words, [name]: e.currentTarget.value } })}
          />
        ))}
      </div>
      <Checkbox label={units.confirmed} checked={form.confirmed} onChange={(e) => change({ confirmed: e.currentTarget.checked })} />
      <Checkbox label={t.thisSystem} checked={form.syncs} onChange={(e) => change({ syncs: e.currentTarget.checked })} />
    </AdminDialog>
  );
}

function formOf(office: Office | undefined): OfficeForm {
  const words = Object.fromEntries(asked.map((name) => [name, office?.[name] ?? ''])) as Record<FieldName, string>;
  return {
    words: office ? words : { ...words, deskName: adminTexts.offices.deskNameUsual },
    kind: office?.kind ?? 'COMMUNE',
    syncs: office?.syncs ?? true,
    confirmed: office !== undefined && office.agencyIdUnconfirmed !== true,
  };
}

/** What the form does not ask about stays as it is. */
function officeOf({ words, kind, syncs, confirmed }: OfficeForm, before: Office | Pick<Office, 'parent' | 'validFrom'>): Office {
  const { agencyIdUnconfirmed: _was, address: _address, phone: _phone, ...kept }: Partial<Office> & Pick<Office, 'validFrom'> = before;
  const [address, phone] = [words.address.trim(), words.phone.trim()];
  return {
    ...kept,
    id: words.id.trim() as OfficeId,
    kind,
    name: words.name.trim(),
    authorityName: words.authorityName.trim(),
    deskName: words.deskName.trim(),
    place: words.place.trim(),
    agencyId: words.agencyId.trim(),
    syncs,
    ...(confirmed ? {} : { agencyIdUnconfirmed: true }),
    ...(address === '' ? {} : { address }),
    ...(phone === '' ? {} : { phone }),
  };
}

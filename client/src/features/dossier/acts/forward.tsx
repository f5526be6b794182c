/** Chuyển xử lý: to a specialist of the office, or to somebody named by hand. */
import { useState } from 'react';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { writtenName } from '@onestop/shared/dossier/recipient.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

export const forwardAct: DossierAct<'forward'> = {
  command: 'forward',
  words: vi.dossier.forward,
  place: 'next',
  key: 'F9',
  screen: ForwardDialog,
};

const otherPerson = 'other';

function ForwardDialog(props: ActScreenProps) {
  const { state } = props;
  const t = vi.dossier.forward;
  const staff = useLive(useServices().reference)?.staff ?? [];
  const specialists = staff.filter((one) => one.active && one.office === state.office && one.roles.includes('specialist'));
  const [chosen, setChosen] = useState(specialists[0]?.id ?? otherPerson);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const person = specialists.find((one) => one.id === chosen);
  const to = person ? { kind: 'STAFF' as const, staff: person.id } : { kind: 'AGENCY' as const, name: name.trim() };
  return (
    <ActDialog {...props} act={forwardAct} input={() => ({ to, ...(note.trim() ? { note: note.trim() } : {}) })}>
      <NativeSelect
        label={t.to}
        data-autofocus
        value={chosen}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={[...specialists.map((one) => ({ value: one.id as string, label: writtenName(one) })), { value: otherPerson, label: t.other }]}
      />
      {!person && <TextInput label={t.otherName} required value={name} onChange={(e) => setName(e.currentTarget.value)} />}
      <Textarea
        label={`${t.note} (${vi.dossier.optional})`}
        autosize
        minRows={2}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
    </ActDialog>
  );
}

/** Hủy hồ sơ nhập nhầm: cannot be undone, so a plain sentence and the officer's reason. Never the primary act. */
import { useState } from 'react';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { writtenName } from '@onestop/shared/dossier/recipient.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { vi } from '../../../texts/vi.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

export const voidDossierAct: DossierAct<'voidDossier'> = {
  command: 'voidDossier',
  words: vi.dossier.voidDossier,
  place: 'more',
  screen: VoidDossierDialog,
};

const otherPerson = 'other';

function VoidDossierDialog(props: ActScreenProps) {
  const t = vi.dossier.voidDossier;
  const [reason, setReason] = useState('');
  const { state } = props;
  const isAccepted = state.code !== undefined;
  const staff = useLive(useServices().reference)?.staff ?? [];
  const leaders = staff.filter((one) => one.active && one.office === state.office && one.roles.includes('signer'));
  const [chosen, setChosen] = useState<string>(leaders[0]?.id ?? otherPerson);
  const [name, setName] = useState('');
  const leader = leaders.find((one) => one.id === chosen);
  const approvedBy = leader ? { kind: 'STAFF' as const, staff: leader.id } : { kind: 'NAMED' as const, name: name.trim() };
  return (
    <ActDialog {...props} act={voidDossierAct} danger input={() => ({ reason: reason.trim(), ...(isAccepted ? { approvedBy } : {}) })}>
      <Notice tone="amber">{isAccepted ? t.text : t.textDraft}</Notice>
      <Textarea
        label={t.reason}
        required
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      {isAccepted && (
        <NativeSelect
          label={t.approvedBy}
          value={chosen}
          onChange={(e) => setChosen(e.currentTarget.value)}
          data={[...leaders.map((one) => ({ value: one.id as string, label: writtenName(one) })), { value: otherPerson, label: t.other }]}
        />
      )}
      {isAccepted && !leader && <TextInput label={t.otherName} required value={name} onChange={(e) => setName(e.currentTarget.value)} />}
    </ActDialog>
  );
}

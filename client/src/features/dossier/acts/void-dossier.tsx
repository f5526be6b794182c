/** Hủy hồ sơ nhập nhầm: cannot be undone, so a plain sentence and the officer's reason. Never the primary act. */
import { useState } from 'react';
import { Textarea } from '@mantine/core';
import { vi } from '../../../texts/vi.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

export const voidDossierAct: DossierAct<'voidDossier'> = {
  command: 'voidDossier',
  words: vi.dossier.voidDossier,
  screen: VoidDossierDialog,
};

function VoidDossierDialog(props: ActScreenProps) {
  const t = vi.dossier.voidDossier;
  const [reason, setReason] = useState('');
  return (
    <ActDialog {...props} act={voidDossierAct} danger input={() => ({ reason: reason.trim() })}>
      <Notice tone="amber">{props.state.code === undefined ? t.textDraft : t.text}</Notice>
      <Textarea
        label={t.reason}
        required
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </ActDialog>
  );
}

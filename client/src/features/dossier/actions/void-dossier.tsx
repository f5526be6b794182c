/** Hủy hồ sơ nhập nhầm: cannot be undone, so a plain sentence and the officer's reason. */
import { useState } from 'react';
import { Textarea } from '@mantine/core';
import { vi } from '../../../texts/vi.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { useAct } from '../use-act.ts';
import { ActDialog, type ActDialogProps } from './act-dialog.tsx';

export function VoidDossierDialog({ state, onClose }: ActDialogProps) {
  const t = vi.dossier.voidDossier;
  const act = useAct();
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t.title}
      submit={t.act}
      danger
      act={act}
      onClose={onClose}
      onSubmit={() => act.run({ command: 'voidDossier', dossier: state.id, input: { reason: reason.trim() } })}
    >
      <Notice tone="amber">{state.code === undefined ? t.textDraft : t.text}</Notice>
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

/** Thêm ghi chú: a remark for colleagues in the dossier's timeline. */
import { useState } from 'react';
import { Textarea } from '@mantine/core';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

export const addNoteAct: DossierAct<'addNote'> = {
  command: 'addNote',
  words: vi.dossier.addNote,
  place: 'more',
  screen: AddNoteDialog,
};

function AddNoteDialog(props: ActScreenProps) {
  const [note, setNote] = useState('');
  return (
    <ActDialog {...props} act={addNoteAct} input={() => ({ note: note.trim() })}>
      <Textarea
        label={vi.dossier.addNote.note}
        required
        data-autofocus
        autosize
        minRows={2}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
    </ActDialog>
  );
}

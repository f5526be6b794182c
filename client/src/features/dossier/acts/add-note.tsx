/** Thêm ghi chú: a remark for colleagues in the dossier's timeline. */
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useReason } from './typed-fields.tsx';

export const addNoteAct: DossierAct<'addNote'> = {
  command: 'addNote',
  words: vi.dossier.addNote,
  place: 'more',
  screen: AddNoteDialog,
};

function AddNoteDialog(props: ActScreenProps) {
  const note = useReason(vi.dossier.addNote.note);
  return (
    <ActDialog {...props} act={addNoteAct} input={() => ({ note: note.text })}>
      {note.field}
    </ActDialog>
  );
}

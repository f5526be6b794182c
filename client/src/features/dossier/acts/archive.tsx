/** Lưu trữ hồ sơ: where the closed file lies from now on. */
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useNote, useText } from './typed-fields.tsx';

export const archiveAct: DossierAct<'archive'> = {
  command: 'archive',
  words: districtActs.archive,
  place: 'next',
  screen: ArchiveDialog,
};

function ArchiveDialog(props: ActScreenProps) {
  const archive = useArchiveFields();
  return (
    <ActDialog {...props} act={archiveAct} input={archive.input}>
      {archive.fields}
    </ActDialog>
  );
}

/** Where it lies, with a remark. */
export function useArchiveFields() {
  const number = useText({ label: districtActs.archive.number, required: true, first: true });
  const note = useNote();
  return {
    input: () => ({ archiveNumber: number.text, ...note.input }),
    fields: (
      <>
        {number.field}
        {note.field}
      </>
    ),
  };
}

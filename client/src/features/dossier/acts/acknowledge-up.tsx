/** Xác nhận đã nhận hồ sơ: the centre has the paper file of the commune in its hands. */
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useNote } from './typed-fields.tsx';

export const acknowledgeUpAct: DossierAct<'acknowledgeUp'> = {
  command: 'acknowledgeUp',
  words: districtActs.acknowledgeUp,
  place: 'next',
  key: 'F9',
  screen: AcknowledgeUpDialog,
};

function AcknowledgeUpDialog(props: ActScreenProps) {
  const note = useNote(true);
  return (
    <ActDialog {...props} act={acknowledgeUpAct} input={() => note.input}>
      <Notice tone="amber">{districtActs.acknowledgeUp.text}</Notice>
      {note.field}
    </ActDialog>
  );
}

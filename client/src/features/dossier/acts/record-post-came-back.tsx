/** Ghi bưu gửi bị trả lại: the letter came back and the result waits at the desk again. */
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useReason } from './typed-fields.tsx';

export const recordPostCameBackAct: DossierAct<'recordPostCameBack'> = {
  command: 'recordPostCameBack',
  words: districtActs.recordPostCameBack,
  place: 'next',
  screen: RecordPostCameBackDialog,
};

function RecordPostCameBackDialog(props: ActScreenProps) {
  const why = useReason(districtActs.recordPostCameBack.reason);
  return (
    <ActDialog {...props} act={recordPostCameBackAct} danger input={() => ({ reason: why.text })}>
      <Notice tone="amber">{districtActs.recordPostCameBack.text}</Notice>
      {why.field}
    </ActDialog>
  );
}

/** Đưa kết quả trở lại xử lý: a result found wrong before anybody got it goes back to work. */
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useReason } from './typed-fields.tsx';

export const reopenResultAct: DossierAct<'reopenResult'> = {
  command: 'reopenResult',
  words: districtActs.reopenResult,
  place: 'more',
  screen: ReopenResultDialog,
};

function ReopenResultDialog(props: ActScreenProps) {
  const why = useReason(districtActs.reason);
  return (
    <ActDialog {...props} act={reopenResultAct} danger input={() => ({ reason: why.text })}>
      <Notice tone="amber">{districtActs.reopenResult.text}</Notice>
      {why.field}
    </ActDialog>
  );
}

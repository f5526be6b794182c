/** Sửa sai sót của kết quả: the agency's own error in a result that was handed over, due in three working days (NĐ 118/2025 Đ23.1). */
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useReason } from './typed-fields.tsx';

export const correctResultAct: DossierAct<'correctResult'> = {
  command: 'correctResult',
  words: districtActs.correctResult,
  place: 'more',
  screen: CorrectResultDialog,
};

function CorrectResultDialog(props: ActScreenProps) {
  const why = useReason(districtActs.correctResult.reason);
  return (
    <ActDialog {...props} act={correctResultAct} danger input={() => ({ reason: why.text })}>
      <Notice tone="amber">{districtActs.correctResult.text}</Notice>
      {why.field}
    </ActDialog>
  );
}

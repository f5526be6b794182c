/** Trả lại để làm lại: the leader does not sign, and says what has to be different. */
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useReason } from './typed-fields.tsx';

export const returnForReworkAct: DossierAct<'returnForRework'> = {
  command: 'returnForRework',
  words: acts.files.returnForRework,
  place: 'next',
  screen: ReturnForReworkDialog,
};

function ReturnForReworkDialog(props: ActScreenProps) {
  const reason = useReason(acts.files.returnForRework.reason);
  return (
    <ActDialog {...props} act={returnForReworkAct} input={() => ({ reason: reason.text })}>
      {reason.field}
    </ActDialog>
  );
}

/** Trả lại để làm lại: the leader does not sign, and says what has to be different. */
import { useState } from 'react';
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { Remark } from './remark.tsx';

export const returnForReworkAct: DossierAct<'returnForRework'> = {
  command: 'returnForRework',
  words: acts.files.returnForRework,
  place: 'next',
  screen: ReturnForReworkDialog,
};

function ReturnForReworkDialog(props: ActScreenProps) {
  const [reason, setReason] = useState('');
  return (
    <ActDialog {...props} act={returnForReworkAct} input={() => ({ reason: reason.trim() })}>
      <Remark label={acts.files.returnForRework.reason} value={reason} onChange={setReason} required first />
    </ActDialog>
  );
}

/** Trả về bộ phận một cửa: the file goes back to the desk it came from, with the reason; the desk can hand it on again. */
import { useState } from 'react';
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { Remark } from './remark.tsx';
import { WhoHolds } from './who-holds.tsx';

export const handBackAct: DossierAct<'handBack'> = {
  command: 'handBack',
  words: acts.files.handBack,
  place: 'more',
  screen: HandBackDialog,
};

function HandBackDialog(props: ActScreenProps) {
  const [reason, setReason] = useState('');
  return (
    <ActDialog {...props} act={handBackAct} input={() => ({ reason: reason.trim() })}>
      <WhoHolds state={props.state} />
      <Remark label={acts.files.reason} value={reason} onChange={setReason} required first />
    </ActDialog>
  );
}

/** Trả về bộ phận một cửa: the file goes back to the desk it came from, with the reason; the desk can hand it on again. */
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useReason } from './typed-fields.tsx';
import { WhoHolds } from './who-holds.tsx';

export const handBackAct: DossierAct<'handBack'> = {
  command: 'handBack',
  words: acts.files.handBack,
  place: 'more',
  screen: HandBackDialog,
};

function HandBackDialog(props: ActScreenProps) {
  const reason = useReason(acts.files.reason);
  return (
    <ActDialog {...props} act={handBackAct} input={() => ({ reason: reason.text })}>
      <WhoHolds state={props.state} />
      {reason.field}
    </ActDialog>
  );
}

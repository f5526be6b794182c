/** Dừng xử lý: the leader ends the processing on a legal ground, which the notice bears. */
import { useClassedReason } from '../../../kit/classed-reason.tsx';
import { stopReasonNames } from '../../../texts/act-reasons.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useSlip } from './signer-fields.tsx';

export const stopAct: DossierAct<'stop'> = {
  command: 'stop',
  words: words.stop,
  place: 'more',
  screen: StopDialog,
  prints: ['STOP_NOTICE'],
};

function StopDialog(props: ActScreenProps) {
  const reason = useClassedReason(stopReasonNames);
  const slip = useSlip('LEADER', true);
  return (
    <ActDialog {...props} act={stopAct} danger input={() => ({ ...reason.input, ground: '', ...slip.input })}>
      <Notice tone="amber">{words.stop.text}</Notice>
      {reason.fields}
      {slip.fields}
    </ActDialog>
  );
}

/** Công dân rút hồ sơ: the citizen takes the dossier back before a decision; it ends, so it asks for a typed reason. */
import { useClassedReason } from '../../../kit/classed-reason.tsx';
import { withdrawalReasonNames } from '../../../texts/act-reasons.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useSlip } from './signer-fields.tsx';

export const withdrawAct: DossierAct<'withdraw'> = {
  command: 'withdraw',
  words: words.withdraw,
  place: 'more',
  screen: WithdrawDialog,
  prints: ['WITHDRAWAL'],
};

function WithdrawDialog(props: ActScreenProps) {
  const reason = useClassedReason(withdrawalReasonNames, { label: words.withdraw.reason });
  const slip = useSlip('DESK');
  return (
    <ActDialog {...props} act={withdrawAct} danger input={() => ({ ...reason.input, ...slip.input })}>
      <Notice tone="amber">{words.withdraw.text}</Notice>
      {reason.fields}
      {slip.fields}
    </ActDialog>
  );
}

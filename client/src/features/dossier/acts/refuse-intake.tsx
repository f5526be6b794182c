/** Từ chối tiếp nhận: a draft of the desk, or what came in online, is not taken in; who wanted what, and why not, stays written. */
import { useClassedReason } from '../../../kit/classed-reason.tsx';
import { refusalReasonNames } from '../../../texts/statuses.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { offers } from '../../../texts/vi/acts-offers.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useSlip } from './signer-fields.tsx';

export const refuseIntakeAct: DossierAct<'refuseIntake'> = {
  command: 'refuseIntake',
  words: words.refuseIntake,
  place: 'more',
  // The paper says who was refused what: a draft without it is finished at the intake desk first.
  unless: ({ intake }) => (intake === undefined ? offers.unless.nobodyWritten : undefined),
  screen: RefuseIntakeDialog,
  prints: ['REFUSAL'],
};

function RefuseIntakeDialog(props: ActScreenProps) {
  const reason = useClassedReason(refusalReasonNames, { label: words.refuseIntake.reason });
  const slip = useSlip('DESK');
  return (
    <ActDialog {...props} act={refuseIntakeAct} danger input={() => ({ ...reason.input, ...slip.input })}>
      <Notice tone="amber">{words.refuseIntake.text}</Notice>
      {reason.fields}
      {slip.fields}
    </ActDialog>
  );
}

/** Xin lỗi và hẹn lại: once, with a later day, at the latest the day before the promised one; later it is still allowed, and the dialog says so. */
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { useClassedReason } from '../../../kit/classed-reason.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { useServices } from '../../../kit/services-context.tsx';
import { delayReasonNames } from '../../../texts/act-reasons.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useNewPromise } from './promise-fields.tsx';
import { useSlip } from './signer-fields.tsx';

export const apologiseAct: DossierAct<'apologise'> = {
  command: 'apologise',
  words: words.apologise,
  place: 'more',
  screen: ApologiseDialog,
  prints: ['APOLOGY', 'RECEIPT_REISSUED'],
};

function ApologiseDialog(props: ActScreenProps) {
  const { due } = props.state;
  const reason = useClassedReason(delayReasonNames, { label: words.apologise.reason });
  const promise = useNewPromise(props.state);
  const slip = useSlip('LEADER');
  const today = instantToPlainDate(useServices().now());
  const isLate = due !== undefined && instantToPlainDate(due.dueAt) <= today;
  const input = () => {
    const chosen = promise.read();
    return chosen && { ...reason.input, ...chosen, ...slip.input };
  };
  return (
    <ActDialog {...props} act={apologiseAct} input={input}>
      <Notice tone={isLate ? 'amber' : 'grey'}>{isLate ? words.apologise.late : words.apologise.once}</Notice>
      {reason.fields}
      {promise.fields}
      {slip.fields}
    </ActDialog>
  );
}

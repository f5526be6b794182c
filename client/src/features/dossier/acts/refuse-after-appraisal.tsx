/** Không đủ điều kiện giải quyết: after appraisal the written refusal, signed by a leader, is the result. */
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { useClassedReason } from '../../../kit/classed-reason.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { refusalReasonNames } from '../../../texts/statuses.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useSlip } from './signer-fields.tsx';
import { useDayGone, useText, written } from './typed-fields.tsx';

export const refuseAfterAppraisalAct: DossierAct<'refuseAfterAppraisal'> = {
  command: 'refuseAfterAppraisal',
  words: words.refuseAfterAppraisal,
  place: 'more',
  screen: RefuseAfterAppraisalDialog,
  prints: ['REFUSAL_RESULT'],
};

function RefuseAfterAppraisalDialog(props: ActScreenProps) {
  const t = words.refuseAfterAppraisal;
  const reason = useClassedReason(refusalReasonNames, { label: t.reason });
  const slip = useSlip('LEADER');
  const number = useText({ label: vi.dossier.finish.number });
  const date = useDayGone({ label: vi.dossier.finish.date });
  const input = (): CommandInput<'refuseAfterAppraisal'> | undefined => {
    const day = date.read();
    if (day === 'wrong') return undefined;
    return { ...reason.input, ...slip.input, ...written('number', number.text), ...(day ? { date: day } : {}) };
  };
  return (
    <ActDialog {...props} act={refuseAfterAppraisalAct} danger input={input}>
      <Notice tone="amber">{t.text}</Notice>
      {reason.fields}
      {number.field}
      {date.field}
      {slip.fields}
    </ActDialog>
  );
}

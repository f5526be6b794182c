/** Đóng hồ sơ không bổ sung: the days for bringing papers are over. Offered only then; the dossier ends, so it asks for a typed reason. */
import { useClassedReason } from '../../../kit/classed-reason.tsx';
import { closingReasonNames } from '../../../texts/act-reasons.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { formatDate } from '../../../texts/format.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useSlip } from './signer-fields.tsx';

export const closeUnsupplementedAct: DossierAct<'closeUnsupplemented'> = {
  command: 'closeUnsupplemented',
  words: words.closeUnsupplemented,
  place: 'next',
  screen: CloseUnsupplementedDialog,
  prints: ['STOP_NOTICE'],
};

function CloseUnsupplementedDialog(props: ActScreenProps) {
  const t = words.closeUnsupplemented;
  const reason = useClassedReason(closingReasonNames);
  const slip = useSlip('DESK');
  const bringBy = props.state.pauses.findLast(({ kind, to }) => kind === 'SUPPLEMENT' && to === undefined)?.bringBy;
  return (
    <ActDialog {...props} act={closeUnsupplementedAct} danger input={() => ({ ...reason.input, ...slip.input })}>
      <Notice tone="amber">{t.text(bringBy ? formatDate(bringBy) : '')}</Notice>
      {reason.fields}
      {slip.fields}
    </ActDialog>
  );
}

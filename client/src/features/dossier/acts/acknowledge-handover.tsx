/** Xác nhận đã nhận hồ sơ giấy: whoever was given the file says that he has it. Who gave it and when is told before. */
import { useNames } from '../../../kit/use-reference.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { formatDateTime } from '../../../texts/format.ts';
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useNote } from './typed-fields.tsx';

export const acknowledgeHandoverAct: DossierAct<'acknowledgeHandover'> = {
  command: 'acknowledgeHandover',
  words: acts.files.acknowledgeHandover,
  // Of whom the file was given to by name, it is the next act; others may write it down for him.
  place: ({ holder }, actor) => (holder?.to?.kind === 'STAFF' && holder.to.staff !== actor.id ? 'more' : 'next'),
  key: 'F9',
  screen: AcknowledgeHandoverDialog,
};

function AcknowledgeHandoverDialog(props: ActScreenProps) {
  const t = acts.files.acknowledgeHandover;
  const names = useNames();
  const note = useNote(true);
  const last = props.state.handovers.at(-1);
  return (
    <ActDialog {...props} act={acknowledgeHandoverAct} input={() => note.input}>
      {last && <p>{t.given(names.staff(last.by), formatDateTime(last.at), last.to?.name ?? names.office(last.toOffice))}</p>}
      <Notice tone="amber">{t.check}</Notice>
      {note.field}
    </ActDialog>
  );
}

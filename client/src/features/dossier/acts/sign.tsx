/** Ghi đã ký: the leader writes down that he signed the result. Who signs and what is read before. */
import { writtenName } from '@onestop/shared/dossier/recipient.ts';
import { useProcedureName } from '../../../kit/use-reference.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { acts } from '../../../texts/vi/acts.ts';
import { useActing } from '../../../kit/use-acting.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useNote } from './typed-fields.tsx';

export const signAct: DossierAct<'sign'> = {
  command: 'sign',
  words: acts.files.sign,
  place: 'next',
  key: 'F9',
  screen: SignDialog,
};

function SignDialog(props: ActScreenProps) {
  const { state } = props;
  const t = acts.files.sign;
  const acting = useActing();
  const nameOf = useProcedureName();
  const note = useNote(true);
  const procedure = state.procedureName ?? state.acceptance?.printed.procedure ?? nameOf(state.intake?.procedure.key);
  return (
    <ActDialog {...props} act={signAct} input={() => note.input}>
      {acting && <p>{t.signer(writtenName(acting.actor), [procedure, state.intake?.owner.fullName].filter(Boolean).join(' · '))}</p>}
      <Notice tone="amber">{t.check}</Notice>
      {note.field}
    </ActDialog>
  );
}

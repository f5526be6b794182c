/** Trình ký: the draft of the result goes to a leader of this office. */
import type { ProcessStep } from '@onestop/shared/dossier/state.ts';
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useColleague } from './colleague-field.tsx';
import { useNote } from './typed-fields.tsx';

export const submitForSignatureAct: DossierAct<'submitForSignature'> = {
  command: 'submitForSignature',
  words: acts.files.submitForSignature,
  // The specialist's usual way on; the desk may write it down for him.
  place: ({ step }, { roles }) =>
    isOnTheTable(step) && roles.some((role) => role === 'specialist' || role === 'district_specialist') ? 'next' : 'more',
  key: 'F9',
  screen: SubmitForSignatureDialog,
};

function isOnTheTable(step: ProcessStep | undefined): boolean {
  return step === 'AT_SPECIALIST' || step === 'PROCESSING_UP';
}

function SubmitForSignatureDialog(props: ActScreenProps) {
  const t = acts.files;
  const recipient = useColleague({ label: t.submitForSignature.to, roles: ['signer'], nobody: t.nobodyNamed });
  const note = useNote();
  return (
    <ActDialog
      {...props}
      act={submitForSignatureAct}
      input={() => ({ ...(recipient.choice ? { to: recipient.choice } : {}), ...note.input })}
    >
      {recipient.fields}
      {note.field}
    </ActDialog>
  );
}

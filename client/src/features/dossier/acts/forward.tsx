/** Chuyển xử lý: to a specialist of the office, or to somebody named by hand. */
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useColleague } from './colleague-field.tsx';
import { useStepDue } from './step-due.tsx';
import { useNote } from './typed-fields.tsx';

export const forwardAct: DossierAct<'forward'> = {
  command: 'forward',
  words: vi.dossier.forward,
  place: 'next',
  key: 'F9',
  screen: ForwardDialog,
  prints: ['CONTROL_SLIP', 'TRANSFER_SLIP'],
};

function ForwardDialog(props: ActScreenProps) {
  const recipient = useColleague({ label: vi.dossier.forward.to, roles: ['specialist', 'district_specialist'] });
  const step = useStepDue();
  const note = useNote();
  const input = () => {
    const stepDue = step.read();
    if (stepDue === 'wrong' || recipient.choice === undefined) return undefined;
    return { to: recipient.choice, ...(stepDue === undefined ? {} : { stepDue }), ...note.input };
  };
  return (
    <ActDialog {...props} act={forwardAct} input={input}>
      {recipient.fields}
      {step.field}
      {note.field}
    </ActDialog>
  );
}

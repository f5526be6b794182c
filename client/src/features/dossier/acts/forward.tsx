/** Chuyển xử lý: to a specialist of the office, or to somebody named by hand. */
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
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
  const forward = useForwardFields();
  return (
    <ActDialog {...props} act={forwardAct} input={forward.read}>
      {forward.fields}
    </ActDialog>
  );
}

/** To whom, until when, with what remark; `read` is undefined where a field says what is wrong. */
export function useForwardFields() {
  const recipient = useColleague({ label: vi.dossier.forward.to, roles: ['specialist', 'district_specialist'] });
  const step = useStepDue();
  const note = useNote();
  return {
    read: (): Omit<CommandInput<'forward'>, 'list'> | undefined => {
      const stepDue = step.read();
      if (stepDue === 'wrong' || recipient.choice === undefined) return undefined;
      return { to: recipient.choice, ...(stepDue === undefined ? {} : { stepDue }), ...note.input };
    },
    fields: (
      <>
        {recipient.fields}
        {step.field}
        {note.field}
      </>
    ),
  };
}

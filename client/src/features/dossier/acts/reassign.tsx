/** Giao cho người khác: from one officer to another without the desk between them, with the reason and, where it is wanted, the limit of the step. */
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useColleague } from './colleague-field.tsx';
import { useReason } from './typed-fields.tsx';
import { useStepDue } from './step-due.tsx';
import { WhoHolds } from './who-holds.tsx';

export const reassignAct: DossierAct<'reassign'> = {
  command: 'reassign',
  words: acts.files.reassign,
  place: 'more',
  screen: ReassignDialog,
};

function ReassignDialog(props: ActScreenProps) {
  const t = acts.files.reassign;
  const holder = props.state.holder?.to;
  const recipient = useColleague({
    label: t.to,
    roles: ['specialist', 'district_specialist'],
    not: holder?.kind === 'STAFF' ? holder.staff : undefined,
  });
  const step = useStepDue();
  const reason = useReason(acts.files.reason, false);
  const input = (): CommandInput<'reassign'> | undefined => {
    const stepDue = step.read();
    if (stepDue === 'wrong' || recipient.choice === undefined) return undefined;
    return { to: recipient.choice, reason: reason.text, ...(stepDue === undefined ? {} : { stepDue }) };
  };
  return (
    <ActDialog {...props} act={reassignAct} input={input}>
      <WhoHolds state={props.state} />
      {recipient.fields}
      {reason.field}
      {step.field}
    </ActDialog>
  );
}

/** Chuyển phòng giải quyết: the centre's counter hands the file to the agency of the district that decides. */
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useRecipient } from './recipient-fields.tsx';
import { useStepDue } from './step-due.tsx';
import { useNote } from './typed-fields.tsx';

export const processUpAct: DossierAct<'processUp'> = {
  command: 'processUp',
  words: districtActs.processUp,
  place: 'next',
  key: 'F9',
  screen: ProcessUpDialog,
  prints: ['CONTROL_SLIP', 'TRANSFER_SLIP'],
};

function ProcessUpDialog(props: ActScreenProps) {
  const t = districtActs.processUp;
  const services = useServices();
  const own = useLive(services.office);
  const staff = useLive(services.reference)?.staff ?? [];
  const officers = staff.filter((one) => one.active && one.office === own?.id && one.roles.includes('district_specialist'));
  const to = useRecipient({ label: t.to, officers, other: t.other, otherName: t.otherName });
  const due = useStepDue(t.stepDue);
  const note = useNote();
  const input = () => {
    const stepDue = due.read();
    if (to.choice === undefined || stepDue === 'wrong') return undefined;
    return { to: to.choice, ...(stepDue === undefined ? {} : { stepDue }), ...note.input };
  };
  return (
    <ActDialog {...props} act={processUpAct} input={input}>
      {to.fields}
      {due.field}
      {note.field}
    </ActDialog>
  );
}

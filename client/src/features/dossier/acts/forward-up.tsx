/** Chuyển lên cấp trên: an interconnected dossier goes up to the centre, its paper with it. */
import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { centreOf, officesAbove } from '@onestop/shared/reference/office-tree.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import { offers } from '../../../texts/vi/acts-offers.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useRecipient } from './recipient-fields.tsx';
import { useStepDue } from './step-due.tsx';
import { useNote } from './typed-fields.tsx';

export const forwardUpAct: DossierAct<'forwardUp'> = {
  command: 'forwardUp',
  words: districtActs.forwardUp,
  place: 'next',
  key: 'F9',
  // What the commune decides alone has nowhere to go up to.
  unless: (_state, { procedure }) =>
    procedure === undefined || procedure.interconnected || procedure.level !== 'commune' ? undefined : offers.unless.decidedHere,
  screen: ForwardUpDialog,
  prints: ['CONTROL_SLIP', 'TRANSFER_SLIP'],
};

function ForwardUpDialog(props: ActScreenProps) {
  const forward = useForwardUpFields();
  return (
    <ActDialog {...props} act={forwardUpAct} input={forward.read}>
      {forward.fields}
    </ActDialog>
  );
}

/** To which office above and whom there, until when, with what remark; `read` is undefined where a field says what is wrong. */
export function useForwardUpFields() {
  const t = districtActs.forwardUp;
  const services = useServices();
  const own = useLive(services.office);
  const reference = useLive(services.reference);
  const offices = reference?.offices ?? [];
  const above = own ? officesAbove(offices, own.id) : [];
  const [chosen, setChosen] = useState<string>();
  const target = above.find((one) => one.id === chosen) ?? (own && centreOf(own, offices)) ?? above[0];
  const officers = (reference?.staff ?? []).filter(
    (one) =>
      one.active && one.office === target?.id && one.roles.some((role) => role === 'district_clerk' || role === 'district_specialist'),
  );
  const to = useRecipient({ label: t.to, officers, desk: t.desk, other: t.other, otherName: t.otherName });
  const due = useStepDue(t.stepDue);
  const note = useNote();
  return {
    read: (): Omit<CommandInput<'forwardUp'>, 'list'> | undefined => {
      const stepDue = due.read();
      if (target === undefined || stepDue === 'wrong') return undefined;
      return {
        toOffice: target.id,
        ...(to.choice ? { to: to.choice } : {}),
        ...(stepDue === undefined ? {} : { stepDue }),
        ...note.input,
      };
    },
    fields: (
      <>
        <NativeSelect
          label={t.toOffice}
          value={target?.id ?? ''}
          onChange={(e) => setChosen(e.currentTarget.value)}
          data={above.map((one) => ({ value: one.id as string, label: one.name }))}
        />
        {to.fields}
        {due.field}
        {note.field}
      </>
    ),
  };
}

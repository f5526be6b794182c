/** Không đủ điều kiện giải quyết: after appraisal the written refusal, signed by a leader, is the result. */
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { DateBox, readDateBox } from '../../../kit/ui/date-box.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { useServices } from '../../../kit/services-context.tsx';
import { refusalReasonNames } from '../../../texts/statuses.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useReason } from './reason-fields.tsx';
import { useSlip } from './signer-fields.tsx';

export const refuseAfterAppraisalAct: DossierAct<'refuseAfterAppraisal'> = {
  command: 'refuseAfterAppraisal',
  words: words.refuseAfterAppraisal,
  place: 'more',
  screen: RefuseAfterAppraisalDialog,
};

function RefuseAfterAppraisalDialog(props: ActScreenProps) {
  const t = words.refuseAfterAppraisal;
  const reason = useReason(refusalReasonNames, t.reason);
  const slip = useSlip('LEADER');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [tried, setTried] = useState(false);
  const today = instantToPlainDate(useServices().now());
  const input = (): CommandInput<'refuseAfterAppraisal'> | undefined => {
    setTried(true);
    const day = readDateBox(date, { today });
    if (day === 'wrong') return undefined;
    const paper = { ...(number.trim() ? { number: number.trim() } : {}), ...(day ? { date: day } : {}) };
    return { ...reason.input, ...slip.input, ...paper };
  };
  return (
    <ActDialog {...props} act={refuseAfterAppraisalAct} danger input={input}>
      <Notice tone="amber">{t.text}</Notice>
      {reason.fields}
      <TextInput
        label={`${vi.dossier.finish.number} (${vi.dossier.optional})`}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <DateBox
        label={`${vi.dossier.finish.date} (${vi.dossier.optional})`}
        value={date}
        onChange={setDate}
        limits={{ today }}
        tried={tried}
      />
      {slip.fields}
    </ActDialog>
  );
}

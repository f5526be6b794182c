/** Đổi ngày hẹn theo văn bản: an act of authority moves the promise (a new holiday, a storm), not the dossier; the paper that does it is named. */
import { useState } from 'react';
import { Textarea, TextInput } from '@mantine/core';
import { reasons } from '../../../texts/vi/reasons.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useNewPromise } from './promise-fields.tsx';

export const changePromiseAct: DossierAct<'changePromise'> = {
  command: 'changePromise',
  words: words.changePromise,
  place: 'more',
  screen: ChangePromiseDialog,
  prints: ['RECEIPT_REISSUED'],
};

function ChangePromiseDialog(props: ActScreenProps) {
  const t = words.changePromise;
  const [regulation, setRegulation] = useState('');
  const [reason, setReason] = useState('');
  const promise = useNewPromise(props.state);
  const input = () => {
    const chosen = promise.read();
    return chosen && { ...chosen, regulation: regulation.trim(), reason: reason.trim() };
  };
  return (
    <ActDialog {...props} act={changePromiseAct} input={input}>
      <TextInput
        label={t.regulation}
        placeholder={t.regulationExample}
        required
        data-autofocus
        value={regulation}
        onChange={(event) => setRegulation(event.currentTarget.value)}
      />
      {promise.fields}
      <Textarea
        label={reasons.reason}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}

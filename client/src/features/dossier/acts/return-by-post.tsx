/** Trả qua bưu chính: the result goes to the public post; the number of the bill is the proof. */
import { useState } from 'react';
import { Textarea, TextInput } from '@mantine/core';
import { vi } from '../../../texts/vi.ts';
import { offers } from '../../../texts/vi/acts-offers.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useFeeNow } from './fee-now.tsx';

export const returnByPostAct: DossierAct<'returnByPost'> = {
  command: 'returnByPost',
  words: vi.dossier.returnByPost,
  place: 'next',
  key: 'F9',
  // Asked for at the intake, or since; whoever comes to the desk instead is handed his result there.
  unless: (state) => (state.intake?.returnChannel === 'POST' ? undefined : offers.unless.notByPost),
  screen: ReturnByPostDialog,
};

function ReturnByPostDialog(props: ActScreenProps) {
  const { intake } = props.state;
  const t = vi.dossier.returnByPost;
  const [receiver, setReceiver] = useState(intake?.owner.fullName ?? '');
  const [address, setAddress] = useState(intake?.returnAddress ?? intake?.owner.address ?? '');
  const [bill, setBill] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const fee = useFeeNow(props.state);
  const input = () => {
    setAsked(true);
    if (bill.trim() === '' || receiver.trim() === '') return undefined;
    return {
      receiver: receiver.trim(),
      bill: bill.trim(),
      ...(address.trim() ? { address: address.trim() } : {}),
      ...fee.input,
      ...(note.trim() ? { note: note.trim() } : {}),
    };
  };
  return (
    <ActDialog {...props} act={returnByPostAct} input={input}>
      <TextInput
        label={t.bill}
        value={bill}
        error={asked && bill.trim() === '' ? t.billMissing : undefined}
        data-autofocus
        onChange={(e) => setBill(e.currentTarget.value)}
      />
      <TextInput
        label={t.receiver}
        value={receiver}
        error={asked && receiver.trim() === '' ? t.receiverMissing : undefined}
        onChange={(e) => setReceiver(e.currentTarget.value)}
      />
      <TextInput label={t.address} value={address} onChange={(e) => setAddress(e.currentTarget.value)} />
      {fee.fields}
      <Textarea
        label={`${vi.dossier.returnResult.note} (${vi.dossier.optional})`}
        autosize
        minRows={1}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
    </ActDialog>
  );
}

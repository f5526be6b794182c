/** Trả kết quả: to whom, against what, and what is paid at this moment. */
import { useState } from 'react';
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type PaymentMethod, paymentMethods } from '@onestop/shared/dossier/fees.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { formatMoney } from '../../../texts/format.ts';
import { paymentMethodNames, returnProofNames } from '../../../texts/statuses.ts';
import { vi } from '../../../texts/vi.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

export const returnResultAct: DossierAct<'returnResult'> = {
  command: 'returnResult',
  words: vi.dossier.returnResult,
  key: 'F9',
  screen: ReturnResultDialog,
};

type Proof = 'RECEIPT' | 'IDENTITY' | 'AUTHORISATION';
/** Somebody else's identity paper proves who he is, not that he may take the result. */
const proofsOf = { owner: ['RECEIPT', 'IDENTITY'], other: ['RECEIPT', 'AUTHORISATION'] } satisfies Record<string, readonly Proof[]>;

function ReturnResultDialog(props: ActScreenProps) {
  const { state } = props;
  const t = vi.dossier.returnResult;
  const owner = state.intake?.owner.fullName ?? '';
  const { owedVnd: unpaid } = moneyOf(state);
  const [isOwner, setIsOwner] = useState(true);
  const [receiver, setReceiver] = useState(owner);
  const [proof, setProof] = useState<Proof>('RECEIPT');
  const [channel, setChannel] = useState<'DESK' | 'ELECTRONIC'>(state.intake?.returnChannel === 'ELECTRONIC' ? 'ELECTRONIC' : 'DESK');
  const [feePaid, setFeePaid] = useState(false);
  const [method, setMethod] = useState<PaymentMethod>('CASH');
  const [receipt, setReceipt] = useState('');
  const [note, setNote] = useState('');
  const input = () => ({
    channel,
    receiver: isOwner ? owner : receiver.trim(),
    receiverIsOwner: isOwner,
    proof,
    ...(feePaid ? { payment: { method, ...(receipt.trim() ? { receipt: receipt.trim() } : {}) } } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  });
  return (
    <ActDialog {...props} act={returnResultAct} input={input}>
      <Checkbox
        label={`${t.isOwner}: ${owner}`}
        checked={isOwner}
        data-autofocus
        onChange={(e) => {
          setIsOwner(e.currentTarget.checked);
          setProof(e.currentTarget.checked ? 'RECEIPT' : 'AUTHORISATION');
        }}
      />
      {!isOwner && <TextInput label={t.receiver} required value={receiver} onChange={(e) => setReceiver(e.currentTarget.value)} />}
      <NativeSelect
        label={t.proof}
        value={proof}
        onChange={(e) => setProof(e.currentTarget.value as Proof)}
        data={proofsOf[isOwner ? 'owner' : 'other'].map((value) => ({ value, label: returnProofNames[value] }))}
      />
      <NativeSelect
        label={t.channel}
        value={channel}
        onChange={(e) => setChannel(e.currentTarget.value === 'ELECTRONIC' ? 'ELECTRONIC' : 'DESK')}
        data={[
          { value: 'DESK', label: t.desk },
          { value: 'ELECTRONIC', label: t.electronic },
        ]}
      />
      {unpaid > 0 && (
        <>
          <Notice tone="amber">{t.unpaid(formatMoney(unpaid))}</Notice>
          <Checkbox label={t.paidNow(formatMoney(unpaid))} checked={feePaid} onChange={(e) => setFeePaid(e.currentTarget.checked)} />
          <NativeSelect
            label={t.method}
            value={method}
            onChange={(e) => setMethod(e.currentTarget.value as PaymentMethod)}
            data={paymentMethods.map((value) => ({ value, label: paymentMethodNames[value] }))}
          />
          <TextInput label={`${t.receipt} (${vi.dossier.optional})`} value={receipt} onChange={(e) => setReceipt(e.currentTarget.value)} />
        </>
      )}
      <Textarea
        label={`${t.note} (${vi.dossier.optional})`}
        autosize
        minRows={1}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
    </ActDialog>
  );
}

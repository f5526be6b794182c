/** Trả kết quả: to whom, against what, and what is paid at this moment. What the officer has not seen is never filled in for him: Enter alone asks. */
import { useState } from 'react';
import { NativeSelect, Radio, Textarea } from '@mantine/core';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { returnProofNames } from '../../../texts/statuses.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useFeeNow } from './fee-now.tsx';
import { type Receiver, type ReceiverFacts, receiverInput, ReceiverFields, receiverProblem } from './receiver-fields.tsx';

export const returnResultAct: DossierAct<'returnResult'> = {
  command: 'returnResult',
  words: vi.dossier.returnResult,
  place: 'next',
  key: 'F9',
  screen: ReturnResultDialog,
};

type Proof = 'RECEIPT' | 'IDENTITY' | 'AUTHORISATION';
/** Somebody else's identity paper proves who he is, not that he may take the result. */
const proofsOf = {
  OWNER: ['RECEIPT', 'IDENTITY'],
  SUBMITTER: ['RECEIPT', 'AUTHORISATION'],
  OTHER: ['RECEIPT', 'AUTHORISATION'],
} satisfies Record<Receiver, readonly Proof[]>;

/** Who handed it in usually fetches it, and his paper was seen then. */
function usualReceiver({ intake }: DossierState): ReceiverFacts {
  const submitter = intake?.submitter;
  if (!submitter) return { who: 'OWNER', name: '', evidence: 'CCCD', number: '', relation: '' };
  return {
    who: 'SUBMITTER',
    name: submitter.fullName,
    evidence: submitter.evidence === 'NONE' ? 'CCCD' : submitter.evidence,
    number: submitter.idNumber ?? '',
    relation: submitter.authorisation ? 'AUTHORISED' : '',
  };
}

function ReturnResultDialog(props: ActScreenProps) {
  const { state } = props;
  const t = vi.dossier.returnResult;
  const [receiver, setReceiver] = useState(() => usualReceiver(state));
  const [proof, setProof] = useState<Proof>();
  const [channel, setChannel] = useState<'DESK' | 'ELECTRONIC'>(state.intake?.returnChannel === 'ELECTRONIC' ? 'ELECTRONIC' : 'DESK');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const fee = useFeeNow(state);
  const input = () => {
    setAsked(true);
    if (proof === undefined || receiverProblem(receiver) !== undefined) return undefined;
    return {
      channel,
      ...receiverInput(receiver, state.intake?.owner.fullName ?? ''),
      proof,
      ...fee.input,
      ...(note.trim() ? { note: note.trim() } : {}),
    };
  };
  return (
    <ActDialog {...props} act={returnResultAct} input={input}>
      <ReceiverFields
        state={state}
        value={receiver}
        asked={asked}
        onChange={(next) => {
          // Another person shows another proof.
          if (next.who !== receiver.who) setProof(undefined);
          setReceiver(next);
        }}
      />
      <Radio.Group
        label={t.proof}
        value={proof ?? ''}
        error={asked && proof === undefined ? t.proofMissing : undefined}
        onChange={(value) => setProof(value as Proof)}
      >
        <div style={{ display: 'grid', gap: '0.4rem', marginTop: '0.3rem' }}>
          {proofsOf[receiver.who].map((value, index) => (
            <Radio key={value} value={value} label={returnProofNames[value]} data-autofocus={index === 0 ? true : undefined} />
          ))}
        </div>
      </Radio.Group>
      <NativeSelect
        label={t.channel}
        value={channel}
        onChange={(e) => setChannel(e.currentTarget.value === 'ELECTRONIC' ? 'ELECTRONIC' : 'DESK')}
        data={[
          { value: 'DESK', label: t.desk },
          { value: 'ELECTRONIC', label: t.electronic },
        ]}
      />
      {fee.fields}
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

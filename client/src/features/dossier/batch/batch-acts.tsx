/** The acts that many dossiers can have at once, each with the fields of the single act where they are the same for all. */
import { type ComponentType, useState } from 'react';
import { Radio } from '@mantine/core';
import type { CommandInput, CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { formatMoney } from '../../../texts/format.ts';
import { returnProofNames } from '../../../texts/statuses.ts';
import { batch as t } from '../../../texts/vi/batch.ts';
import { vi } from '../../../texts/vi.ts';
import { acknowledgeHandoverAct } from '../acts/acknowledge-handover.tsx';
import { acknowledgeUpAct } from '../acts/acknowledge-up.tsx';
import { archiveAct, useArchiveFields } from '../acts/archive.tsx';
import { finishAct } from '../acts/finish.tsx';
import { forwardAct, useForwardFields } from '../acts/forward.tsx';
import { forwardUpAct, useForwardUpFields } from '../acts/forward-up.tsx';
import { returnResultAct } from '../acts/return-result.tsx';
import { useDayGone, useNote } from '../acts/typed-fields.tsx';
import { BatchDialog, type BatchDialogProps } from './batch-dialog.tsx';
import { HandoverLists, listOf, useListChoice } from './handover-lists.tsx';

interface BatchAct {
  readonly command: CommandName;
  /** On the button. */
  readonly words: string;
  readonly dialog: ComponentType<BatchDialogProps>;
}

function Forward(props: BatchDialogProps) {
  const forward = useForwardFields();
  const list = useListChoice();
  const input = () => {
    const read = forward.read();
    return read && ((_state: DossierState, before: readonly DossierState[]) => ({ ...read, ...listOf(list.wanted, before) }));
  };
  return (
    <BatchDialog {...props} act={forwardAct} input={input} after={(done) => <HandoverLists done={done} />}>
      {forward.fields}
      {list.field}
    </BatchDialog>
  );
}

function ForwardUp(props: BatchDialogProps) {
  const forward = useForwardUpFields();
  const list = useListChoice();
  const input = () => {
    const read = forward.read();
    return read && ((_state: DossierState, before: readonly DossierState[]) => ({ ...read, ...listOf(list.wanted, before) }));
  };
  return (
    <BatchDialog {...props} act={forwardUpAct} input={input} after={(done) => <HandoverLists done={done} />}>
      {forward.fields}
      {list.field}
    </BatchDialog>
  );
}

export function Acknowledge(props: BatchDialogProps) {
  const note = useNote(true);
  return (
    <BatchDialog {...props} act={acknowledgeHandoverAct} input={() => () => note.input}>
      {note.field}
    </BatchDialog>
  );
}

export function AcknowledgeUp(props: BatchDialogProps) {
  const note = useNote(true);
  return (
    <BatchDialog {...props} act={acknowledgeUpAct} input={() => () => note.input}>
      {note.field}
    </BatchDialog>
  );
}

/** A refusal has a reason of its own and is never one of many. */
const refusedAlone = ({ result }: DossierState) => (result?.outcome === 'REFUSED' ? t.alone.refused : undefined);

function Finish(props: BatchDialogProps) {
  const date = useDayGone({ label: vi.dossier.finish.date, first: true });
  const note = useNote();
  const input = () => {
    const day = date.read();
    if (day === 'wrong') return undefined;
    const result: CommandInput<'finish'>['result'] = { outcome: 'GRANTED', ...(day ? { date: day } : {}), ...note.input };
    return () => ({ result });
  };
  return (
    <BatchDialog {...props} act={finishAct} alone={refusedAlone} input={input}>
      <Notice>{t.finish.text}</Notice>
      {date.field}
      {note.field}
    </BatchDialog>
  );
}

function returnAlone(state: DossierState): string | undefined {
  if (state.intake?.submitter) return t.alone.proxy;
  const { known, owedVnd } = moneyOf(state);
  return owedVnd > 0 ? t.alone.owes(formatMoney(owedVnd)) : known || state.fees === undefined ? undefined : t.alone.feeUnknown;
}

const proofs = ['RECEIPT', 'IDENTITY'] as const;

function ReturnResult(props: BatchDialogProps) {
  const [proof, setProof] = useState<(typeof proofs)[number]>();
  const [asked, setAsked] = useState(false);
  const note = useNote();
  const input = () => {
    setAsked(true);
    if (proof === undefined) return undefined;
    return ({ intake }: DossierState) => ({
      channel: 'DESK' as const,
      receiver: intake?.owner.fullName ?? '',
      receiverIsOwner: true,
      proof,
      ...note.input,
    });
  };
  return (
    <BatchDialog {...props} act={returnResultAct} alone={returnAlone} input={input}>
      <Notice>{t.returnResult.text}</Notice>
      <Radio.Group
        label={t.returnResult.proof}
        value={proof ?? ''}
        error={asked && proof === undefined ? t.returnResult.proofMissing : undefined}
        onChange={(value) => setProof(proofs.find((one) => one === value))}
      >
        <div style={{ display: 'grid', gap: '0.4rem', marginTop: '0.3rem' }}>
          {proofs.map((value, index) => (
            <Radio key={value} value={value} label={returnProofNames[value]} data-autofocus={index === 0 ? true : undefined} />
          ))}
        </div>
      </Radio.Group>
      {note.field}
    </BatchDialog>
  );
}

function Archive(props: BatchDialogProps) {
  const archive = useArchiveFields();
  return (
    <BatchDialog {...props} act={archiveAct} input={() => () => archive.input()}>
      {archive.fields}
    </BatchDialog>
  );
}

export const batchActs: readonly BatchAct[] = [
  { command: 'forward', words: forwardAct.words.act, dialog: Forward },
  { command: 'forwardUp', words: forwardUpAct.words.act, dialog: ForwardUp },
  { command: 'acknowledgeHandover', words: acknowledgeHandoverAct.words.act, dialog: Acknowledge },
  { command: 'acknowledgeUp', words: acknowledgeUpAct.words.act, dialog: AcknowledgeUp },
  { command: 'finish', words: finishAct.words.act, dialog: Finish },
  { command: 'returnResult', words: returnResultAct.words.act, dialog: ReturnResult },
  { command: 'archive', words: archiveAct.words.act, dialog: Archive },
];

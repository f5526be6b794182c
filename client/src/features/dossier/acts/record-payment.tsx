/** Ghi đã nộp nghĩa vụ tài chính: how much, on which paper. What was asked for stands in the box and can be overwritten; the promise that follows is told before. */
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { promiseAfterPayment } from '@onestop/shared/dossier/promise.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import type { TimelineEntry } from '../../../contract/dossiers.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { newestFirst } from '../../../kit/ui/newest-first.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { formatLongDateTime, formatMoney, formatNumber } from '../../../texts/format.ts';
import { acts } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { MoneyBox, readMoneyBox } from '../../../kit/money-box.tsx';
import { useNote, written } from './typed-fields.tsx';

export const recordPaymentAct: DossierAct<'recordPayment'> = {
  command: 'recordPayment',
  words: acts.money.recordPayment,
  place: 'next',
  key: 'F9',
  screen: RecordPaymentDialog,
};

function RecordPaymentDialog(props: ActScreenProps) {
  const { state } = props;
  const t = acts.money.recordPayment;
  const asked = askedFor(props.timeline, state);
  const [typed, setTyped] = useState<string>();
  const [receipt, setReceipt] = useState('');
  const note = useNote();
  const [tried, setTried] = useState(false);
  const amount = typed ?? (asked ? formatNumber(asked.amountVnd) : '');
  const read = readMoneyBox(amount);
  const input = (): CommandInput<'recordPayment'> | undefined => {
    setTried(true);
    return typeof read === 'number' ? { amountVnd: read, ...written('receipt', receipt), ...note.input } : undefined;
  };
  return (
    <ActDialog {...props} act={recordPaymentAct} input={input}>
      {asked && <p>{t.asked(formatMoney(asked.amountVnd), asked.reason)}</p>}
      <MoneyBox label={acts.money.amount} value={amount} onChange={setTyped} tried={tried} required />
      {asked && typeof read === 'number' && read !== asked.amountVnd && (
        <Notice tone="amber">{t.differs(formatMoney(asked.amountVnd))}</Notice>
      )}
      <TextInput
        label={`${t.receipt} (${vi.dossier.optional})`}
        data-autofocus
        value={receipt}
        onChange={(e) => setReceipt(e.currentTarget.value)}
      />
      {note.field}
      <PromiseAfter state={state} />
    </ActDialog>
  );
}

/** The rules' own answer, as the act would give it now. */
function PromiseAfter({ state }: { readonly state: DossierState }) {
  const t = acts.money.recordPayment;
  const { reference, now } = useServices();
  const known = useLive(reference);
  const next = known && promiseAfterPayment(state, now(), known);
  if (next) return <p>{t.newDue(formatLongDateTime(next.dueAt))}</p>;
  return state.due ? <p>{t.sameDue(formatLongDateTime(state.due.dueAt))}</p> : null;
}

/** The newest demand that has effect; a dossier's state keeps no amount of it. */
function askedFor(timeline: readonly TimelineEntry[], { undone }: DossierState) {
  const withoutEffect = new Set(undone.map(eventKey));
  for (const { event, sync } of newestFirst(timeline)) {
    if (event.type !== 'PaymentRequired' || sync === 'REFUSED' || withoutEffect.has(eventKey(event))) continue;
    const read = readEvent(event);
    if (read.kind === 'KNOWN' && read.type === 'PaymentRequired') return read.data;
  }
  return undefined;
}

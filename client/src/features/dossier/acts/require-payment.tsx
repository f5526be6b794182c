/** Yêu cầu nghĩa vụ tài chính: what has to be paid first, by which notice; what it does to the promise is told before. */
import { useState } from 'react';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { MoneyBox, readMoneyBox } from '../../../kit/money-box.tsx';
import { useReason } from './typed-fields.tsx';

export const requirePaymentAct: DossierAct<'requirePayment'> = {
  command: 'requirePayment',
  words: acts.money.requirePayment,
  place: 'more',
  screen: RequirePaymentDialog,
};

function RequirePaymentDialog(props: ActScreenProps) {
  const t = acts.money.requirePayment;
  const settings = useLive(useServices().reference)?.settings;
  const [amount, setAmount] = useState('');
  const reason = useReason(t.reason, false);
  const [tried, setTried] = useState(false);
  const input = (): CommandInput<'requirePayment'> | undefined => {
    setTried(true);
    const amountVnd = readMoneyBox(amount);
    return typeof amountVnd === 'number' ? { amountVnd, reason: reason.text } : undefined;
  };
  return (
    <ActDialog {...props} act={requirePaymentAct} input={input}>
      <MoneyBox label={acts.money.amount} value={amount} onChange={setAmount} tried={tried} required first />
      {reason.field}
      <Notice tone="amber">{settings?.paymentWait === 'ignore' ? t.runs : t.suspends}</Notice>
    </ActDialog>
  );
}

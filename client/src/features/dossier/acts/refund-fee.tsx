/** Hoàn phí, lệ phí: money that was paid goes back, never more than was. Nobody gives money back without a reason. */
import { useState } from 'react';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { PaymentMethod } from '@onestop/shared/dossier/fees.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { formatMoney, formatNumber } from '../../../texts/format.ts';
import { acts } from '../../../texts/vi/acts.ts';
import { offers } from '../../../texts/vi/acts-offers.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { MoneyBox, readMoneyBox } from '../../../kit/money-box.tsx';
import { moneyWords } from './money-words.ts';
import { PaymentFields } from './payment-fields.tsx';
import { useReason, written } from './typed-fields.tsx';

export const refundFeeAct: DossierAct<'refundFee'> = {
  command: 'refundFee',
  words: acts.money.refundFee,
  place: 'more',
  unless: (state) => (moneyOf(state).paidVnd > 0 ? undefined : offers.unless.nothingPaid),
  screen: RefundFeeDialog,
};

function RefundFeeDialog(props: ActScreenProps) {
  const { state } = props;
  const t = acts.money.refundFee;
  const { paidVnd, overpaidVnd } = moneyOf(state);
  const [amount, setAmount] = useState(overpaidVnd > 0 ? formatNumber(overpaidVnd) : '');
  const [method, setMethod] = useState<PaymentMethod>('CASH');
  const [voucher, setVoucher] = useState('');
  const reason = useReason(acts.money.reason, false);
  const [tried, setTried] = useState(false);
  const input = (): CommandInput<'refundFee'> | undefined => {
    setTried(true);
    const amountVnd = readMoneyBox(amount);
    return typeof amountVnd === 'number' ? { amountVnd, method, reason: reason.text, ...written('voucher', voucher) } : undefined;
  };
  return (
    <ActDialog {...props} act={refundFeeAct} danger input={input}>
      <p>
        {moneyWords(state)} {t.most(formatMoney(paidVnd))}
      </p>
      <MoneyBox label={acts.money.amount} value={amount} onChange={setAmount} tried={tried} required first />
      <PaymentFields
        methodLabel={t.method}
        method={method}
        onMethod={setMethod}
        paperLabel={t.voucher}
        paper={voucher}
        onPaper={setVoucher}
      />
      {reason.field}
    </ActDialog>
  );
}

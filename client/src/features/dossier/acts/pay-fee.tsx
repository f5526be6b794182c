/** Thu phí, lệ phí: what is still owed stands in the box; a part of it, or an item of it, can be paid alone. */
import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { PaymentMethod } from '@onestop/shared/dossier/fees.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { formatMoney, formatNumber } from '../../../texts/format.ts';
import { acts } from '../../../texts/vi/acts.ts';
import { offers } from '../../../texts/vi/acts-offers.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { MoneyBox, readMoneyBox } from '../../../kit/money-box.tsx';
import { moneyWords } from './money-words.ts';
import { PaymentFields } from './payment-fields.tsx';
import { useNote, written } from './typed-fields.tsx';

export const payFeeAct: DossierAct<'payFee'> = {
  command: 'payFee',
  words: acts.money.payFee,
  place: 'more',
  // Where all is paid there is nothing to take; what was forgotten is counted first.
  unless: (state) => {
    const { known, owedVnd } = moneyOf(state);
    return owedVnd > 0 || !known ? undefined : offers.unless.nothingOwed;
  },
  screen: PayFeeDialog,
};

function PayFeeDialog(props: ActScreenProps) {
  const { state } = props;
  const t = acts.money.payFee;
  const { known, owedVnd } = moneyOf(state);
  const items = state.fees ?? [];
  const [typed, setTyped] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [method, setMethod] = useState<PaymentMethod>('CASH');
  const [receipt, setReceipt] = useState('');
  const note = useNote();
  const [tried, setTried] = useState(false);
  const itemsVnd = moneyOf({ fees: items.filter((_, place) => chosen.includes(String(place))), payments: [], refunds: [] }).dueVnd;
  const presetVnd = chosen.length > 0 ? Math.min(itemsVnd, owedVnd) : owedVnd;
  const amount = typed ?? (presetVnd > 0 ? formatNumber(presetVnd) : '');
  const read = readMoneyBox(amount);
  const input = (): CommandInput<'payFee'> | undefined => {
    setTried(true);
    if (typeof read !== 'number') return undefined;
    const places = items.flatMap((_, place) => (chosen.includes(String(place)) ? [place] : []));
    return {
      method,
      amountVnd: read,
      ...(places.length > 0 ? { items: places } : {}),
      ...written('receipt', receipt),
      ...note.input,
    };
  };
  return (
    <ActDialog {...props} act={payFeeAct} input={input}>
      <p>{moneyWords(state)}</p>
      {items.length > 1 && (
        <Checkbox.Group label={t.items} description={t.itemsHint} value={[...chosen]} onChange={setChosen}>
          <div style={{ display: 'grid', gap: '0.5rem', marginTop: '0.4rem' }}>
            {items.map(({ name, amountVnd }, place) => (
              <Checkbox key={place} value={String(place)} label={amountVnd === undefined ? name : `${name}: ${formatMoney(amountVnd)}`} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <MoneyBox label={acts.money.amount} value={amount} onChange={setTyped} tried={tried} required first />
      {known && typeof read === 'number' && read > owedVnd && <Notice tone="amber">{t.more(formatMoney(owedVnd))}</Notice>}
      {known && typeof read === 'number' && read < owedVnd && <Notice>{t.less(formatMoney(owedVnd - read))}</Notice>}
      <PaymentFields
        methodLabel={acts.money.method}
        method={method}
        onMethod={setMethod}
        paperLabel={acts.money.receipt}
        paper={receipt}
        onPaper={setReceipt}
      />
      {note.field}
    </ActDialog>
  );
}

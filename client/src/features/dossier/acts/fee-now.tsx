/** What is still owed is paid at this moment or the result is not handed over: said once, and nothing is taken as paid until the officer says so. */
import { useState, type ReactNode } from 'react';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type PaymentMethod, paymentMethods, type PaymentNow } from '@onestop/shared/dossier/fees.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { formatMoney } from '../../../texts/format.ts';
import { paymentMethodNames } from '../../../texts/statuses.ts';
import { vi } from '../../../texts/vi.ts';

export function useFeeNow(state: DossierState): { readonly input: { readonly payment?: PaymentNow }; readonly fields: ReactNode } {
  const t = vi.dossier.returnResult;
  const { owedVnd } = moneyOf(state);
  const [paid, setPaid] = useState(false);
  const [method, setMethod] = useState<PaymentMethod>('CASH');
  const [receipt, setReceipt] = useState('');
  const typed = receipt.trim();
  return {
    input: paid && owedVnd > 0 ? { payment: { method, ...(typed === '' ? {} : { receipt: typed }) } } : {},
    fields: owedVnd > 0 && (
      <>
        <Checkbox label={t.paidNow(formatMoney(owedVnd))} checked={paid} onChange={(e) => setPaid(e.currentTarget.checked)} />
        {paid && (
          <>
            <NativeSelect
              label={t.method}
              value={method}
              onChange={(e) => setMethod(e.currentTarget.value as PaymentMethod)}
              data={paymentMethods.map((value) => ({ value, label: paymentMethodNames[value] }))}
            />
            <TextInput
              label={`${t.receipt} (${vi.dossier.optional})`}
              value={receipt}
              onChange={(e) => setReceipt(e.currentTarget.value)}
            />
          </>
        )}
      </>
    ),
  };
}

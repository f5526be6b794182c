/** By what way money goes, and the number of the paper that proves it. */
import { NativeSelect, TextInput } from '@mantine/core';
import { type PaymentMethod, paymentMethods } from '@onestop/shared/dossier/fees.ts';
import { paymentMethodNames } from '../../../texts/statuses.ts';
import { vi } from '../../../texts/vi.ts';

interface PaymentFieldsProps {
  readonly methodLabel: string;
  readonly method: PaymentMethod;
  readonly onMethod: (method: PaymentMethod) => void;
  readonly paperLabel: string;
  readonly paper: string;
  readonly onPaper: (number: string) => void;
}

export function PaymentFields({ methodLabel, method, onMethod, paperLabel, paper, onPaper }: PaymentFieldsProps) {
  return (
    <>
      <NativeSelect
        label={methodLabel}
        value={method}
        onChange={(e) => onMethod(e.currentTarget.value as PaymentMethod)}
        data={paymentMethods.map((value) => ({ value, label: paymentMethodNames[value] }))}
      />
      <TextInput label={`${paperLabel} (${vi.dossier.optional})`} value={paper} onChange={(e) => onPaper(e.currentTarget.value)} />
    </>
  );
}

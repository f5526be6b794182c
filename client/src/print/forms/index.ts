/** The registry of official forms, by the id they have in addresses; ids do not follow the numbers, which change with the set of forms (domain §2.8). */
import type { DossierForm, PeriodForm } from './form.ts';
import { receiptForm, reissuedReceiptForm } from './receipt/index.ts';
import { registerForm } from './register/index.tsx';
import { supplementForm } from './supplement/index.ts';

const registry = {
  RECEIPT: receiptForm,
  RECEIPT_REISSUED: reissuedReceiptForm,
  SUPPLEMENT: supplementForm,
  REGISTER: registerForm,
} as const satisfies Readonly<Record<string, DossierForm | PeriodForm>>;

export type FormId = keyof typeof registry;

export const forms: Readonly<Record<FormId, DossierForm | PeriodForm>> = registry;
export const formIds = Object.keys(registry) as readonly FormId[];

export function findForm(id: string): DossierForm | PeriodForm | undefined {
  return Object.hasOwn(forms, id) ? forms[id as FormId] : undefined;
}

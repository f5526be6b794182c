/** The registry of official forms, by the id they have in addresses; ids do not follow the numbers, which change with the set of forms (domain §2.8). */
import type { DossierForm, PeriodForm, QueueForm } from './form.ts';
import { apologyForm } from './apology/index.ts';
import { callListForm } from './call-list/index.tsx';
import { controlSlipForm } from './control-slip/index.ts';
import { refusedForm, stopNoticeForm, withdrawalForm } from './notices/index.ts';
import { receiptForm, reissuedReceiptForm } from './receipt/index.ts';
import { refusalForm } from './refusal/index.ts';
import { officeReportForm, procedureReportForm, reportForm } from './report/index.tsx';
import { registerForm } from './register/index.tsx';
import { supplementForm } from './supplement/index.ts';
import { transferSlipForm } from './transfer-slip/index.ts';

export type AnyForm = DossierForm | PeriodForm | QueueForm;

const registry = {
  RECEIPT: receiptForm,
  RECEIPT_REISSUED: reissuedReceiptForm,
  SUPPLEMENT: supplementForm,
  REFUSAL: refusalForm,
  APOLOGY: apologyForm,
  REFUSAL_RESULT: refusedForm,
  STOP_NOTICE: stopNoticeForm,
  WITHDRAWAL: withdrawalForm,
  CONTROL_SLIP: controlSlipForm,
  TRANSFER_SLIP: transferSlipForm,
  REGISTER: registerForm,
  REPORT: reportForm,
  REPORT_BY_PROCEDURE: procedureReportForm,
  REPORT_BY_OFFICE: officeReportForm,
  CALL_LIST: callListForm,
} as const satisfies Readonly<Record<string, AnyForm>>;

export type FormId = keyof typeof registry;

export const forms: Readonly<Record<FormId, AnyForm>> = registry;
export const formIds = Object.keys(registry) as readonly FormId[];

export function findForm(id: string): AnyForm | undefined {
  return Object.hasOwn(forms, id) ? forms[id as FormId] : undefined;
}

/** Settings of a new district: the defaults of the law in force. Everything here can be changed by the administrator. */
import { watchLimitsDefault } from '@onestop/shared/judgement/freshness.ts';
import { firstReceiptNotes, firstReceiptSuffix } from '@onestop/shared/text/receipt-wording.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';

export function defaultSettings(districtName: string): Settings {
  return {
    districtName,
    dueTimeOfDay: 'endOfDay',
    sameDayCutoffMinute: 15 * 60,
    lateIntakeShift: false,
    paymentWait: 'suspend',
    dueSoonWorkingDays: 2,
    supplementCloseDays: 15,
    idleLockMinutes: 10,
    lockoutTries: 5,
    lockoutSecondsFirst: 30,
    receiptSuffix: firstReceiptSuffix,
    receiptNotes: firstReceiptNotes,
    remindAfterDays: 7,
    practiceMode: false,
    ...watchLimitsDefault,
  };
}

/** Settings of a new district: the defaults of the law in force. Everything here can be changed by the administrator. */
import { watchLimitsDefault } from '@onestop/shared/judgement/freshness.ts';
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
    receiptSuffix: 'BPTNTKQ',
    receiptNotes: ['Khi đến nhận kết quả, đề nghị mang theo giấy này và giấy tờ tùy thân.'],
    practiceMode: false,
    ...watchLimitsDefault,
  };
}

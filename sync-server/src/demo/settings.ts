/** Switches of the demo district: the defaults of the domain, form set of 2018 because the district model is the one before 1/7/2025. */
import type { Settings } from '@onestop/shared/reference/settings.ts';

export const demoSettings: Settings = {
  districtName: 'huyện Lương Tài',
  dueTimeOfDay: 'endOfDay',
  sameDayCutoffMinute: 15 * 60,
  lateIntakeShift: false,
  dueSoonWorkingDays: 2,
  supplementCloseDays: 15,
  idleLockMinutes: 10,
  lockoutTries: 5,
  lockoutSecondsFirst: 30,
  receiptSuffix: 'BPTNTKQ',
  receiptNotes: [
    'Khi đến nhận kết quả, đề nghị mang theo giấy này và giấy tờ tùy thân; người nhận thay mang theo giấy ủy quyền.',
    'Giấy này được thu lại khi trả kết quả và lưu cùng hồ sơ.',
  ],
  practiceMode: false,
};

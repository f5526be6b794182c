/** Switches of the demo district: those of a new district, with the notes its desk prints. */
import type { Settings } from '@onestop/shared/reference/settings.ts';
import { defaultSettings } from '../reference/default-settings.ts';

export const demoSettings: Settings = {
  ...defaultSettings('huyện Lương Tài'),
  receiptNotes: [
    'Khi đến nhận kết quả, đề nghị mang theo giấy này và giấy tờ tùy thân; người nhận thay mang theo giấy ủy quyền.',
    'Giấy này được thu lại khi trả kết quả và lưu cùng hồ sơ.',
  ],
};

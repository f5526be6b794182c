/** Switches of the demo district: those of a new district. */
import type { Settings } from '@onestop/shared/reference/settings.ts';
import { defaultSettings } from '../reference/default-settings.ts';

export const demoSettings: Settings = defaultSettings('huyện Lương Tài');

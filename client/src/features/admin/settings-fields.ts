/**
 * The district's switches as boxes: what stands in one, and what is read from it. A switch that has no box does not compile. Bounds are the schema's; here stands
 * only how an officer writes a value.
 */
import { ageLimitsDefault } from '@onestop/shared/judgement/too-old.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import { nfc } from '@onestop/shared/text/fold.ts';
import { parseMinute, sayMinute } from '@onestop/shared/text/minute-input.ts';

export type SettingName = Exclude<keyof Settings, 'reviewedOn'>;

export type SettingField =
  | { readonly as: 'text' | 'optional' | 'lines' | 'number' | 'time' | 'check' }
  /** A number that may be left out: the box shows what holds then. */
  | { readonly as: 'usual'; readonly usual: number }
  | { readonly as: 'choice'; readonly values: readonly [string, string] };

/** In the order of the page. */
export const settingFields = {
  districtName: { as: 'text' },
  hotline: { as: 'optional' },
  receiptSuffix: { as: 'text' },
  receiptNotes: { as: 'lines' },
  publicLookup: { as: 'optional' },
  publicNamesProcedure: { as: 'check' },
  dueTimeOfDay: { as: 'choice', values: ['endOfDay', 'carry'] },
  sameDayCutoffMinute: { as: 'time' },
  lateIntakeShift: { as: 'check' },
  paymentWait: { as: 'choice', values: ['suspend', 'ignore'] },
  supplementCloseDays: { as: 'number' },
  dueSoonWorkingDays: { as: 'number' },
  idleLockMinutes: { as: 'number' },
  lockoutTries: { as: 'number' },
  lockoutSecondsFirst: { as: 'number' },
  staleAfterMinutes: { as: 'number' },
  clockErrorSecondsMax: { as: 'number' },
  storageLeftMegabytesMin: { as: 'number' },
  unsentDaysMax: { as: 'usual', usual: ageLimitsDefault.unsentDaysMax },
  referenceDaysMax: { as: 'usual', usual: ageLimitsDefault.referenceDaysMax },
  freezeWhenTooOld: { as: 'check' },
  noticeResultReady: { as: 'optional' },
  noticeSupplement: { as: 'optional' },
  noticeApology: { as: 'optional' },
  noticeUncollected: { as: 'optional' },
  remindAfterDays: { as: 'number' },
  practiceMode: { as: 'check' },
} as const satisfies { readonly [K in SettingName]: SettingField };

export const settingNames = Object.keys(settingFields) as readonly SettingName[];

/** What stands in the boxes. */
export type SettingsForm = Readonly<Record<SettingName, string | boolean>>;

export function settingsForm(settings: Settings): SettingsForm {
  return Object.fromEntries(settingNames.map((name) => [name, shown(settingFields[name], settings[name])])) as Record<
    SettingName,
    string | boolean
  >;
}

/** Read from the boxes, to be checked by the schema: what cannot be read is left out, so that the schema names it. */
export function readSettingsForm(form: SettingsForm): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    settingNames.map((name) => [name, readOne(settingFields[name], form[name])] as const).filter(([, value]) => value !== undefined),
  );
}

function shown(field: SettingField, value: Settings[SettingName]): string | boolean {
  if (field.as === 'check') return value === true;
  if (field.as === 'lines') return (value as readonly string[]).join('\n');
  if (field.as === 'time') return sayMinute(value as number);
  if (field.as === 'usual') return String(value ?? field.usual);
  return String(value ?? '');
}

function readOne(field: SettingField, given: string | boolean): unknown {
  if (typeof given === 'boolean') return given;
  const text = nfc(given);
  if (field.as === 'lines')
    return given
      .split(/\r?\n/)
      .map(nfc)
      .filter((line) => line !== '');
  if (field.as === 'time') return parseMinute(text);
  if (field.as === 'number') return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  // What is no number is passed on as it is, for the schema to refuse.
  if (field.as === 'usual') return text === '' ? undefined : /^\d{1,6}$/.test(text) ? Number(text) : text;
  return text === '' && field.as === 'optional' ? undefined : text;
}

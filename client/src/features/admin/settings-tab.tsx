/** The district's switches: what the law leaves to it, what is printed, how desks lock. Whoever saves them has looked them through, and the day is kept. */
import { useState } from 'react';
import { Button, Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { err } from '@onestop/shared/kernel/result.ts';
import { settingsSchema } from '@onestop/shared/reference/schemas.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { formatDate } from '../../texts/format.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import classes from './settings-tab.module.css';
import { readSettingsForm, settingFields, settingNames, settingsForm, type SettingField, type SettingName } from './settings-fields.ts';
import { useAdminCall } from './use-admin-call.ts';

export function SettingsTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.settings;
  const settings = useLive(useServices().reference)?.settings;
  if (!settings) return <Notice>{t.none}</Notice>;
  return (
    <>
      <p>{settings.reviewedOn === undefined ? t.notReviewed : t.reviewed(formatDate(settings.reviewedOn))}</p>
      <SettingsForm settings={settings} onNeedSession={onNeedSession} />
    </>
  );
}

function SettingsForm({ settings, onNeedSession }: { readonly settings: Settings; readonly onNeedSession: () => void }) {
  const t = adminTexts.settings;
  const { admin, sync } = useServices();
  const call = useAdminCall(onNeedSession);
  const [form, setForm] = useState(() => settingsForm(settings));
  const [saved, setSaved] = useState(false);
  const stored = settingsForm(settings);
  useUnsavedWork(settingNames.some((name) => form[name] !== stored[name]));
  const change = (name: SettingName, value: string | boolean) => {
    setSaved(false);
    setForm((old) => ({ ...old, [name]: value }));
  };
  const send = async () => {
    const read = settingsSchema.safeParse(readSettingsForm(form));
    const answer = await call.run(async () =>
      read.success
        ? admin.saveSettings(read.data)
        : err({
            code: 'admin/invalid',
            fields: read.error.issues.map(({ path, code }) => ({ path: path.join('.'), problem: code })),
          }),
    );
    setSaved(answer.ok);
    if (answer.ok) sync.syncNow();
  };
  return (
    <OwnForm
      onSubmit={() => void send()}
      problem={call.problem}
      buttons={
        <div className={classes.buttons}>
          <Button type="submit" loading={call.busy}>
            {t.save}
          </Button>
          <output>{saved && <Notice tone="green">{t.saved}</Notice>}</output>
        </div>
      }
    >
      <div className={classes.fields}>
        {settingNames.map((name) => (
          <SettingBox key={name} name={name} field={settingFields[name]} value={form[name]} onChange={(value) => change(name, value)} />
        ))}
      </div>
    </OwnForm>
  );
}

interface SettingBoxProps {
  readonly name: SettingName;
  readonly field: SettingField;
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

function SettingBox({ name, field, value, onChange }: SettingBoxProps) {
  const words: { readonly label: string; readonly hint?: string; readonly values?: Readonly<Record<string, string>> } =
    adminTexts.settings.fields[name];
  const common = { label: words.label, description: words.hint };
  if (field.as === 'check') return <Checkbox {...common} checked={value === true} onChange={(e) => onChange(e.currentTarget.checked)} />;
  if (field.as === 'choice')
    return (
      <NativeSelect
        {...common}
        value={String(value)}
        data={field.values.map((one) => ({ value: one, label: words.values?.[one] ?? one }))}
        onChange={(e) => onChange(e.currentTarget.value)}
      />
    );
  if (field.as === 'lines')
    return <Textarea {...common} autosize minRows={2} value={String(value)} onChange={(e) => onChange(e.currentTarget.value)} />;
  return (
    <TextInput
      {...common}
      inputMode={field.as === 'number' || field.as === 'usual' ? 'numeric' : 'text'}
      value={String(value)}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
}

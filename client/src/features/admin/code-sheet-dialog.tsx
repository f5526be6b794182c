/** One-time enrolment codes for many offices at once, as a sheet to print: a card each with code and QR. The codes are here and on the paper, and stored nowhere. */
import { useState } from 'react';
import { Checkbox, TextInput } from '@mantine/core';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { type Result, err, ok } from '@onestop/shared/kernel/result.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { AdminApi, AdminError } from '../../contract/admin.ts';
import { CodeSheet, type CodeCard } from '../../print/code-sheet.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { MadeSheet } from './made-sheet.tsx';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import { useWorkingOffices } from './use-roster.ts';

interface CodeSheetDialogProps extends AdminDialogEnds {
  /** Ticked at first: the offices without a device. */
  readonly chosen: readonly OfficeId[];
}

interface Made {
  readonly cards: readonly CodeCard[];
  /** The first office that got none. */
  readonly failedAt?: string | undefined;
}

export function CodeSheetDialog({ chosen, ...ends }: CodeSheetDialogProps) {
  const t = adminTexts.codeSheet;
  const { admin } = useServices();
  const offices = useWorkingOffices().filter((one) => !isCentre(one));
  const [ticked, setTicked] = useState<ReadonlySet<OfficeId>>(() => new Set(chosen));
  const [deviceName, setDeviceName] = useState<string>(t.deviceNameUsual);
  const [days, setDays] = useState('7');
  const [problem, setProblem] = useState<string>();
  const [made, setMade] = useState<Made>();
  if (made) return <MadeCodes {...made} onClose={ends.onClose} />;
  const toggle = (id: OfficeId) =>
    setTicked((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const send = async (): Promise<Result<Made, AdminError>> => {
    const validDays = Number(days);
    const wrong =
      ticked.size === 0 ? t.noneChosen : !Number.isInteger(validDays) || validDays < 1 || validDays > 14 ? t.badDays : undefined;
    setProblem(wrong);
    if (wrong !== undefined) return err({ code: 'admin/invalid' });
    return issueAll(
      admin,
      offices.filter((one) => ticked.has(one.id)),
      { deviceName: deviceName.trim(), validDays },
    );
  };
  return (
    <AdminDialog {...ends} title={t.title} submit={t.issue(ticked.size)} send={send} onSent={setMade}>
      <p>{t.intro}</p>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      <TextInput label={t.deviceName} required value={deviceName} onChange={(e) => setDeviceName(e.currentTarget.value)} />
      <TextInput label={t.validDays} required inputMode="numeric" value={days} onChange={(e) => setDays(e.currentTarget.value)} />
      <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: '0.4rem' }}>
        <legend>{t.offices}</legend>
        {offices.map((one) => (
          <Checkbox key={one.id} label={one.name} checked={ticked.has(one.id)} onChange={() => toggle(one.id)} />
        ))}
      </fieldset>
    </AdminDialog>
  );
}

/** One after the other; where one fails, those that were made are kept, because each is already valid. */
async function issueAll(
  admin: AdminApi,
  offices: readonly { readonly id: OfficeId; readonly name: string }[],
  input: { readonly deviceName: string; readonly validDays: number },
): Promise<Result<Made, AdminError>> {
  const cards: CodeCard[] = [];
  for (const office of offices) {
    // oxlint-disable-next-line no-await-in-loop -- a code each, and the first failure ends it.
    const issued = await admin.issueEnrolCode({ office: office.id, ...input });
    if (!issued.ok) return cards.length === 0 ? issued : ok({ cards, failedAt: office.name });
    cards.push({ office: office.name, deviceName: input.deviceName, ...issued.value });
  }
  return ok({ cards });
}

function MadeCodes({ cards, failedAt, onClose }: Made & { readonly onClose: () => void }) {
  const t = adminTexts.codeSheet;
  return (
    <MadeSheet words={t} onClose={onClose}>
      <Notice tone="green">{t.made(cards.length)}</Notice>
      {failedAt !== undefined && (
        <Notice tone="red" alert>
          {t.failed(failedAt)}
        </Notice>
      )}
      <ul>
        {cards.map((one) => (
          <li key={one.code}>
            {one.office}: <span className="num">{one.code}</span>
          </li>
        ))}
      </ul>
      <CodeSheet cards={cards} />
    </MadeSheet>
  );
}

/** Vào số kết quả: the records office gives the signed result its number and date; once. */
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { DateBox, readDateBox } from '../../../kit/ui/date-box.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { useServices } from '../../../kit/services-context.tsx';
import { useCatalogue } from '../../../kit/use-reference.ts';
import { formatDate } from '../../../texts/format.ts';
import { acts } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useNote, written } from './typed-fields.tsx';

export const numberAct: DossierAct<'number'> = {
  command: 'number',
  words: acts.files.number,
  place: 'next',
  key: 'F9',
  screen: NumberDialog,
};

/** What the act takes of a kind of document; longer ones are written by hand. */
const typeMax = 200;

function NumberDialog(props: ActScreenProps) {
  const { intake, signedBy } = props.state;
  const t = acts.files.number;
  const today = instantToPlainDate(useServices().now());
  const published = useCatalogue().find(intake?.procedure ?? { key: '', version: 1 })?.resultDocument ?? '';
  const [number, setNumber] = useState('');
  const [date, setDate] = useState(() => formatDate(today));
  const [type, setType] = useState(published.length > typeMax ? '' : published);
  const note = useNote();
  const [tried, setTried] = useState(false);
  const input = (): CommandInput<'number'> | undefined => {
    setTried(true);
    const day = readDateBox(date, { today });
    if (day === undefined || day === 'wrong') return undefined;
    return { number: number.trim(), date: day, ...written('documentType', type), ...note.input };
  };
  return (
    <ActDialog {...props} act={numberAct} input={input}>
      {signedBy && <p>{t.signedBy([signedBy.name, signedBy.title].filter(Boolean).join(', '))}</p>}
      <TextInput label={t.number} required data-autofocus value={number} onChange={(e) => setNumber(e.currentTarget.value)} />
      <DateBox label={t.date} required value={date} onChange={setDate} limits={{ today }} tried={tried} />
      <TextInput label={`${t.documentType} (${vi.dossier.optional})`} value={type} onChange={(e) => setType(e.currentTarget.value)} />
      {note.field}
      <Notice tone="amber">{t.once}</Notice>
    </ActDialog>
  );
}

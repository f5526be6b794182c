/** Ghi đã xử lý xong: the desk has the result in its hands. */
import { useState } from 'react';
import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { RefusalReason } from '@onestop/shared/dossier/slips.ts';
import { refusalReasonNames } from '../../../texts/statuses.ts';
import { DateBox, readDateBox } from '../../../kit/ui/date-box.tsx';
import { useServices } from '../../../kit/services-context.tsx';
import { formatDate } from '../../../texts/format.ts';
import { vi } from '../../../texts/vi.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

export const finishAct: DossierAct<'finish'> = {
  command: 'finish',
  words: vi.dossier.finish,
  place: 'next',
  key: 'F9',
  screen: FinishDialog,
};

function FinishDialog(props: ActScreenProps) {
  const { state } = props;
  const t = vi.dossier.finish;
  const [outcome, setOutcome] = useState<'GRANTED' | 'REFUSED'>('GRANTED');
  const [number, setNumber] = useState(state.result?.number ?? '');
  const [date, setDate] = useState(state.result?.date ? formatDate(state.result.date) : '');
  const [note, setNote] = useState('');
  const [kind, setKind] = useState<RefusalReason>('NOT_ELIGIBLE');
  const [tried, setTried] = useState(false);
  const today = instantToPlainDate(useServices().now());
  const input = (): CommandInput<'finish'> | undefined => {
    setTried(true);
    const day = readDateBox(date, { today });
    if (day === 'wrong') return undefined;
    const paper = {
      ...(number.trim() ? { number: number.trim() } : {}),
      ...(day ? { date: day } : {}),
    };
    const written = note.trim();
    if (outcome === 'REFUSED') return { result: { outcome, reason: written, class: kind, ...paper } };
    return { result: { outcome, ...paper, ...(written ? { note: written } : {}) } };
  };
  return (
    <ActDialog {...props} act={finishAct} input={input}>
      {state.status === 'AT_DISTRICT' && <Notice tone="amber">{t.atDistrict}</Notice>}
      <Radio.Group label={t.outcome} value={outcome} onChange={(value) => setOutcome(value === 'REFUSED' ? 'REFUSED' : 'GRANTED')}>
        <div style={{ display: 'grid', gap: '0.5rem', marginTop: '0.4rem' }}>
          <Radio value="GRANTED" label={t.granted} data-autofocus />
          <Radio value="REFUSED" label={t.refused} />
        </div>
      </Radio.Group>
      <TextInput label={`${t.number} (${vi.dossier.optional})`} value={number} onChange={(e) => setNumber(e.currentTarget.value)} />
      <DateBox label={`${t.date} (${vi.dossier.optional})`} value={date} onChange={setDate} limits={{ today }} tried={tried} />
      {outcome === 'REFUSED' && (
        <NativeSelect
          label={t.refusalClass}
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value as RefusalReason)}
          data={Object.entries(refusalReasonNames).map(([value, label]) => ({ value, label }))}
        />
      )}
      <Textarea
        label={outcome === 'REFUSED' ? t.noteRefused : `${t.note} (${vi.dossier.optional})`}
        required={outcome === 'REFUSED'}
        autosize
        minRows={2}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
    </ActDialog>
  );
}

/** The result as the paper it is: granted or refused, which document, its number and date; a refusal never without its reason. */
import { type ReactNode, useState } from 'react';
import { NativeSelect, Radio, Textarea } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { RefusalReason } from '@onestop/shared/dossier/slips.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { formatDate } from '../../../texts/format.ts';
import { refusalReasonNames } from '../../../texts/statuses.ts';
import { vi } from '../../../texts/vi.ts';
import { useDayGone, useText } from './typed-fields.tsx';

type ResultInput = CommandInput<'finish'>['result'];

/** `input` is undefined where a field says what is wrong with it. What is known of the result stands there at first. */
export function useResultFields({ result }: DossierState): { readonly input: () => ResultInput | undefined; readonly fields: ReactNode } {
  const t = vi.dossier.finish;
  const [outcome, setOutcome] = useState<ResultInput['outcome']>(result?.outcome ?? 'GRANTED');
  const [kind, setKind] = useState<RefusalReason>(result?.outcome === 'REFUSED' ? result.class : 'NOT_ELIGIBLE');
  const [note, setNote] = useState(result?.outcome === 'REFUSED' ? result.reason : '');
  const number = useText({ label: t.number, initial: result?.number });
  const date = useDayGone({ label: t.date, initial: result?.date ? formatDate(result.date) : '' });
  return {
    input: () => {
      const day = date.read();
      if (day === 'wrong') return undefined;
      const paper = { ...(number.text ? { number: number.text } : {}), ...(day ? { date: day } : {}) };
      const written = note.trim();
      if (outcome === 'REFUSED') return { outcome, reason: written, class: kind, ...paper };
      return { outcome, ...paper, ...(written ? { note: written } : {}) };
    },
    fields: (
      <>
        <Radio.Group label={t.outcome} value={outcome} onChange={(value) => setOutcome(value === 'REFUSED' ? 'REFUSED' : 'GRANTED')}>
          <div style={{ display: 'grid', gap: '0.5rem', marginTop: '0.4rem' }}>
            <Radio value="GRANTED" label={t.granted} data-autofocus />
            <Radio value="REFUSED" label={t.refused} />
          </div>
        </Radio.Group>
        {number.field}
        {date.field}
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
      </>
    ),
  };
}

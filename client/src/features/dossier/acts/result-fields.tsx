/** The result as the paper it is: granted or refused, which document, its number and date; a refusal never without its reason. */
import { type ReactNode, useState } from 'react';
import { Radio } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { useClassedReason } from '../../../kit/classed-reason.tsx';
import { formatDate } from '../../../texts/format.ts';
import { refusalReasonNames } from '../../../texts/statuses.ts';
import { vi } from '../../../texts/vi.ts';
import { useDayGone, useNote, useText } from './typed-fields.tsx';

type ResultInput = CommandInput<'finish'>['result'];

/** `input` is undefined where a field says what is wrong with it. What is known of the result stands there at first. */
export function useResultFields({ result }: DossierState): { readonly input: () => ResultInput | undefined; readonly fields: ReactNode } {
  const t = vi.dossier.finish;
  const [outcome, setOutcome] = useState<ResultInput['outcome']>(result?.outcome ?? 'GRANTED');
  const refusal = useClassedReason(refusalReasonNames, {
    label: t.noteRefused,
    first: false,
    initial: result?.outcome === 'REFUSED' ? result : undefined,
  });
  const note = useNote();
  const number = useText({ label: t.number, initial: result?.number });
  const date = useDayGone({ label: t.date, initial: result?.date ? formatDate(result.date) : '' });
  return {
    input: () => {
      const day = date.read();
      if (day === 'wrong') return undefined;
      const paper = { ...(number.text ? { number: number.text } : {}), ...(day ? { date: day } : {}) };
      return outcome === 'REFUSED' ? { outcome, ...refusal.input, ...paper } : { outcome, ...paper, ...note.input };
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
        {outcome === 'REFUSED' ? refusal.fields : note.field}
      </>
    ),
  };
}

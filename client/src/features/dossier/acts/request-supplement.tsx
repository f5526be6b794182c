/**
 * Yêu cầu bổ sung: which papers, why, until when; the slip (Mẫu 02) is handed out with it. A second request is the leader's decision: who he is and why are asked, by
 * him or by the desk that writes it down.
 */
import { useState } from 'react';
import { Checkbox, Textarea } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { isAskedTooLate } from '@onestop/shared/judgement/asking-limit.ts';
import { useClassedReason } from '../../../kit/classed-reason.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive, useNow } from '../../../kit/use-live.ts';
import { useCatalogue } from '../../../kit/use-reference.ts';
import { askingReasonNames } from '../../../texts/statuses.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useSigner } from './signer-fields.tsx';
import { useDayToCome, useReason } from './typed-fields.tsx';

export const requestSupplementAct: DossierAct<'requestSupplement'> = {
  command: 'requestSupplement',
  words: vi.dossier.requestSupplement,
  place: ({ supplementCount }) => (supplementCount === 0 ? 'next' : 'more'),
  screen: RequestSupplementDialog,
  prints: ['SUPPLEMENT'],
};

const again = words.supplementAgain;

function RequestSupplementDialog(props: ActScreenProps) {
  const t = vi.dossier.requestSupplement;
  const catalogue = useCatalogue();
  const calendar = useLive(useServices().reference)?.calendar;
  const now = useNow();
  const { intake, supplementCount } = props.state;
  const isAgain = supplementCount > 0;
  const leader = useSigner('LEADER', again.by);
  const againReason = useReason(again.reason, false);
  // A paper goes by its place in the list of the version the dossier was received under.
  const documents = (intake && catalogue.find(intake.procedure)?.documents) ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [others, setOthers] = useState('');
  const why = useClassedReason(askingReasonNames, { label: t.reason, first: documents.length === 0 });
  const bringBy = useDayToCome({ label: t.bringBy });
  const [tried, setTried] = useState(false);
  const missing = [
    ...documents.flatMap(({ name }, component) => (chosen.includes(String(component)) ? [{ component, name }] : [])),
    ...others.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ name: line.trim() }])),
  ];
  const input = (): CommandInput<'requestSupplement'> | undefined => {
    setTried(true);
    const day = bringBy.read();
    if (missing.length === 0 || day === 'wrong') return undefined;
    const override = { ...(leader.signer ? { by: leader.signer } : {}), reason: againReason.text };
    return { ...why.input, missing, ...(day ? { bringBy: day } : {}), ...(isAgain ? { override } : {}) };
  };
  return (
    <ActDialog {...props} act={requestSupplementAct} input={input}>
      {calendar && isAskedTooLate(props.state, now, calendar) && <Notice tone="amber">{words.supplementLate}</Notice>}
      {isAgain && <Notice tone="amber">{again.text}</Notice>}
      {documents.length > 0 && (
        <Checkbox.Group label={t.papers} value={[...chosen]} onChange={setChosen}>
          <div style={{ display: 'grid', gap: '0.5rem', marginTop: '0.4rem' }}>
            {documents.map(({ name }, component) => (
              <Checkbox key={component} value={String(component)} label={name} data-autofocus={component === 0 || undefined} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Textarea
        label={t.others}
        description={t.othersHint}
        error={tried && missing.length === 0 ? t.noPaper : undefined}
        autosize
        minRows={1}
        value={others}
        onChange={(e) => setOthers(e.currentTarget.value)}
      />
      {why.fields}
      {bringBy.field}
      {isAgain && (
        <>
          {leader.fields}
          {againReason.field}
        </>
      )}
    </ActDialog>
  );
}

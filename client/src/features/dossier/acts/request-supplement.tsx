/**
 * Yêu cầu bổ sung: which papers, why, until when; the slip (Mẫu 02) is handed out with it. A second request is the leader's decision: who he is and why are asked, by
 * him or by the desk that writes it down.
 */
import { useState } from 'react';
import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { addDays } from '@onestop/shared/kernel/plain-date.ts';
import { DateBox, readDateBox } from '../../../kit/ui/date-box.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { DateOffers } from '../../../kit/ui/date-offers.tsx';
import { usePromiseOffers } from '../../../kit/use-promise-offers.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useCatalogue } from '../../../kit/use-reference.ts';
import { askingReasonNames } from '../../../texts/statuses.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useSigner } from './signer-fields.tsx';

export const requestSupplementAct: DossierAct<'requestSupplement'> = {
  command: 'requestSupplement',
  words: vi.dossier.requestSupplement,
  place: ({ supplementCount }) => (supplementCount === 0 ? 'next' : 'more'),
  screen: RequestSupplementDialog,
  prints: ['SUPPLEMENT'],
};

const again = words.supplementAgain;
type AskingReason = CommandInput<'requestSupplement'>['class'];

function RequestSupplementDialog(props: ActScreenProps) {
  const t = vi.dossier.requestSupplement;
  const catalogue = useCatalogue();
  const { intake, supplementCount } = props.state;
  const isAgain = supplementCount > 0;
  const leader = useSigner('LEADER', again.by);
  const [againReason, setAgainReason] = useState('');
  // A paper goes by its place in the list of the version the dossier was received under.
  const documents = (intake && catalogue.find(intake.procedure)?.documents) ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [others, setOthers] = useState('');
  const [kind, setKind] = useState<AskingReason>('PAPERS_MISSING');
  const [reason, setReason] = useState('');
  const [bringBy, setBringBy] = useState('');
  const earliest = addDays(instantToPlainDate(useServices().now()), 1);
  const typed = readDateBox(bringBy, { earliest });
  const offers = usePromiseOffers(typed === undefined || typed === 'wrong' ? undefined : { date: typed }, bringBy.trim() === '', earliest);
  const [tried, setTried] = useState(false);
  const missing = [
    ...documents.flatMap(({ name }, component) => (chosen.includes(String(component)) ? [{ component, name }] : [])),
    ...others.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ name: line.trim() }])),
  ];
  const input = (): CommandInput<'requestSupplement'> | undefined => {
    setTried(true);
    if (missing.length === 0 || typed === 'wrong') return undefined;
    const override = { ...(leader.signer ? { by: leader.signer } : {}), reason: againReason.trim() };
    return { class: kind, reason: reason.trim(), missing, ...(typed ? { bringBy: typed } : {}), ...(isAgain ? { override } : {}) };
  };
  return (
    <ActDialog {...props} act={requestSupplementAct} input={input}>
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
      <NativeSelect
        label={t.class}
        value={kind}
        onChange={(e) => setKind(e.currentTarget.value as AskingReason)}
        data={Object.entries(askingReasonNames).map(([value, label]) => ({ value, label }))}
      />
      <Textarea label={t.reason} required autosize minRows={2} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
      <DateBox label={`${t.bringBy} (${vi.dossier.optional})`} value={bringBy} onChange={setBringBy} limits={{ earliest }} tried={tried} />
      <DateOffers offers={offers} label={t.openDays} onTake={setBringBy} />
      {isAgain && (
        <>
          {leader.fields}
          <Textarea
            label={again.reason}
            required
            autosize
            minRows={2}
            value={againReason}
            onChange={(e) => setAgainReason(e.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/**
 * Nhận giấy tờ bổ sung: what was brought is ticked; the clock begins again with the full limit, and the new promise stands in the dialog with its count and
 * beside the old one. The new promise is a new paper: the receipt is issued again.
 */
import { useMemo, useState } from 'react';
import { Textarea } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { estimateDueDate } from '@onestop/shared/deadlines/estimate.ts';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { missingComponents } from '@onestop/shared/dossier/intake-checks.ts';
import { promiseAgain, wasExtended } from '@onestop/shared/dossier/promise.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { TimelineEntry } from '../../../contract/dossiers.ts';
import { DueExplanationView } from '../../../kit/due-explanation.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { useLive, useNow } from '../../../kit/use-live.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useCatalogue } from '../../../kit/use-reference.ts';
import { formatLongDateTime } from '../../../texts/format.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { type AwaitedPaper, type BroughtCounts, broughtInput, BroughtPapers } from './brought-papers.tsx';
import { useNewPromise } from './promise-fields.tsx';

export const completeSupplementAct: DossierAct<'completeSupplement'> = {
  command: 'completeSupplement',
  words: words.completeSupplement,
  place: 'next',
  key: 'F9',
  screen: CompleteSupplementDialog,
  prints: ['RECEIPT_REISSUED'],
};

function CompleteSupplementDialog(props: ActScreenProps) {
  const t = words.completeSupplement;
  const { state, timeline } = props;
  const catalogue = useCatalogue();
  const procedure = state.intake && catalogue.find(state.intake.procedure);
  const documents = procedure?.documents ?? [];
  const awaited = useMemo(() => awaitedPapers(state, timeline, procedure), [state, timeline, procedure]);
  const [counts, setCounts] = useState<BroughtCounts>({});
  const [note, setNote] = useState('');
  const [dueReason, setDueReason] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = useNewPromise(state, { past: true });
  const isChosen = procedure !== undefined && !procedure.timeLimit;
  const left = awaited.filter((_, place) => counts[place] === undefined);
  const isNothing = awaited.length > 0 && left.length === awaited.length;
  const input = (): CommandInput<'completeSupplement'> | undefined => {
    setTried(true);
    const day = isChosen ? chosen.read() : undefined;
    if (isNothing || (isChosen && day === undefined)) return undefined;
    return {
      received: broughtInput(awaited, counts, documents),
      ...(day ? { due: { ...day, reason: dueReason.trim() } } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    };
  };
  return (
    <ActDialog {...props} act={completeSupplementAct} input={input}>
      <BroughtPapers
        awaited={awaited}
        documents={documents}
        counts={counts}
        error={tried && isNothing ? t.nothingBrought : undefined}
        onChange={setCounts}
      />
      {!isNothing && left.length > 0 && <Notice tone="amber">{t.stillMissing(left.map(({ name }) => name))}</Notice>}
      {isChosen ? (
        <>
          <Notice>{vi.dossier.noLimit}</Notice>
          {chosen.fields}
          <Textarea
            label={t.dueReason}
            required
            autosize
            minRows={1}
            value={dueReason}
            onChange={(event) => setDueReason(event.currentTarget.value)}
          />
        </>
      ) : (
        <NewPromise state={state} procedure={procedure} />
      )}
      <Textarea
        label={`${vi.dossier.finish.note} (${vi.dossier.optional})`}
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}

/** As it would be promised if the papers were taken in now. */
function NewPromise({ state, procedure }: { readonly state: DossierState; readonly procedure: Procedure | undefined }) {
  const t = words.completeSupplement;
  const now = useNow();
  const reference = useLive(useServices().reference);
  const counted = useMemo(() => {
    if (!reference || !procedure?.timeLimit) return undefined;
    const promised = promiseAgain(procedure, now, wasExtended(state), undefined, reference);
    const { calendar, settings } = reference;
    const shown = estimateDueDate({ acceptedAt: now, limit: procedure.timeLimit, extended: wasExtended(state), calendar, settings });
    return promised.ok && shown.ok ? { due: promised.value.due, explanation: shown.value.explanation } : undefined;
  }, [reference, procedure, state, now]);
  if (!counted) return null;
  return (
    <Notice>
      <p>
        <strong>{t.newPromise(formatLongDateTime(counted.due.dueAt))}</strong>
        {counted.due.provisional && ` ${vi.dossier.provisional}`}
      </p>
      {state.due && <p>{t.oldPromise(formatLongDateTime(state.due.dueAt))}</p>}
      <details>
        <summary>{vi.dossier.howCounted}</summary>
        <DueExplanationView explanation={counted.explanation} />
      </details>
    </Notice>
  );
}

/** What the newest request asked for, then what the procedure demands and is not here for another reason. */
function awaitedPapers(
  { intake }: DossierState,
  timeline: readonly TimelineEntry[],
  procedure: Procedure | undefined,
): readonly AwaitedPaper[] {
  const asked = timeline
    .toReversed()
    .flatMap(({ event, sync }): readonly (readonly AwaitedPaper[])[] => {
      const read = sync === 'REFUSED' ? undefined : readEvent(event);
      return read?.kind === 'KNOWN' && read.type === 'SupplementRequested' ? [read.data.missing] : [];
    })
    .at(0);
  const demanded = procedure && intake ? missingComponents(procedure, intake.papers) : [];
  return [
    ...(asked ?? []),
    ...demanded.flatMap((component): readonly AwaitedPaper[] => {
      const document = procedure?.documents[component];
      if (!document || asked?.some((paper) => paper.component === component)) return [];
      return [{ component, name: document.name, originals: document.original, certified: 0, copies: document.copies }];
    }),
  ];
}

/** The promise in words, and how it was counted. The stored date is what was printed; the count is shown again from today's calendar and says when it differs. */
import { useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { estimateDueDate } from '@onestop/shared/deadlines/estimate.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { latenessFacts } from '@onestop/shared/judgement/lateness.ts';
import { promiseDrift } from '@onestop/shared/judgement/promise-drift.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLateness } from '../../kit/use-lateness.ts';
import { useLive } from '../../kit/use-live.ts';
import { useCatalogue } from '../../kit/use-reference.ts';
import { DueExplanationView } from '../../kit/due-explanation.tsx';
import { DueMark, dueWords } from '../../kit/ui/row-words.tsx';
import { formatLongDateTime } from '../../texts/format.ts';
import { intakeProblemText } from '../../texts/intake-errors.ts';
import { refusalText } from '../../texts/refusals.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import classes from './dossier-page.module.css';

export function DueLine({ state }: { readonly state: DossierState }) {
  const t = vi.dossier;
  const lateness = useLateness();
  const [open, setOpen] = useState(false);
  const { due, dueOriginal } = state;
  if (!due) return null;
  return (
    <>
      <div className={classes.due}>
        <strong>
          {t.due}: {formatLongDateTime(due.dueAt)}
        </strong>
        {due.provisional && <span>{t.provisional}</span>}
        <DueMark words={dueWords(latenessFacts(state), lateness)} />
        {dueOriginal && dueOriginal.dueAt !== due.dueAt && <span className="quiet">{t.dueWas(formatLongDateTime(dueOriginal.dueAt))}</span>}
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.hideCounted : t.howCounted}
        </Button>
      </div>
      <Drift state={state} />
      {open && <Explanation state={state} />}
    </>
  );
}

/** The calendar changed after the promise: said until somebody promises another day, never applied in silence. */
function Drift({ state }: { readonly state: DossierState }) {
  const reference = useLive(useServices().reference);
  const drift = useMemo(() => reference && promiseDrift(state, reference.calendar, reference.settings), [reference, state]);
  if (!drift || !state.due) return null;
  const promised = formatLongDateTime(state.due.dueAt);
  return (
    <Notice tone="amber">
      {drift.kind === 'COUNTED'
        ? vi.dossier.driftCounted(promised, formatLongDateTime(drift.dueAt))
        : vi.dossier.driftDayOff(intakeProblemText(drift.why))}
    </Notice>
  );
}

function Explanation({ state }: { readonly state: DossierState }) {
  const t = vi.dossier;
  const reference = useLive(useServices().reference);
  const catalogue = useCatalogue();
  const { dueOriginal, acceptedAt, intake } = state;
  const procedure = intake && catalogue.find(intake.procedure);
  const limit = procedure?.timeLimit;
  const computed = useMemo(() => {
    if (!reference || !limit || acceptedAt === undefined) return undefined;
    const { calendar, settings } = reference;
    return estimateDueDate({ acceptedAt, limit, extended: dueOriginal?.extension !== undefined, calendar, settings });
  }, [reference, limit, acceptedAt, dueOriginal]);
  if (dueOriginal?.unit === 'NONE' || !computed) return <Notice>{t.noLimit}</Notice>;
  if (!computed.ok) return <Notice tone="amber">{refusalText(computed.error)}</Notice>;
  const { explanation, due } = computed.value;
  return (
    <div className={classes.card}>
      {dueOriginal && dueOriginal.dueAt !== due.dueAt && <Notice tone="amber">{t.countedDifferently}</Notice>}
      {dueOriginal && dueOriginal.calendarVersion !== due.calendarVersion && (
        <p className="quiet">{t.calendarChanged(dueOriginal.calendarVersion, due.calendarVersion)}</p>
      )}
      <DueExplanationView explanation={explanation} />
    </div>
  );
}

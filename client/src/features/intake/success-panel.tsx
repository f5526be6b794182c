/** After the act: the big code, the promise, printing (at once, and again), and the next citizen. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { AskRating } from '../../kit/ask-rating.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useDossier } from '../../kit/use-dossier.ts';
import { AskedNotice } from '../../print/asked-notice.tsx';
import { Copies, LayoutChoice, usePaperLayout } from '../../print/copies.tsx';
import type { DossierForm } from '../../print/forms/form.ts';
import { receiptForm } from '../../print/forms/receipt/index.ts';
import { refusalForm } from '../../print/forms/refusal/index.ts';
import { supplementForm } from '../../print/forms/supplement/index.ts';
import { ReprintMark } from '../../print/parts/sheet.tsx';
import { PrintRoot } from '../../print/print-root.tsx';
import { useHasPrintQueue, usePrinting } from '../../print/use-printing.ts';
import { formatLongDateTime } from '../../texts/format.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { printQueue } from '../../texts/vi/print-queue.ts';
import { useShortcut } from '../../kit/ui/use-shortcut.ts';
import { NextAct } from './next-act.tsx';
import type { Ending, IntakeOutcome } from './use-intake-acts.ts';
import classes from './intake.module.css';

interface SuccessPanelProps {
  readonly outcome: IntakeOutcome;
  readonly reference: ReferenceData;
  readonly onNext: () => void;
}

/** What is handed out with each way an intake ends. */
const formsOf = {
  accept: receiptForm,
  instant: receiptForm,
  guide: supplementForm,
  refuse: refusalForm,
  draft: undefined,
} satisfies Record<Ending, DossierForm | undefined>;

export function SuccessPanel({ outcome, reference, onNext }: SuccessPanelProps) {
  const t = texts.success;
  const { state, purpose, dossier } = outcome;
  const view = useDossier(dossier);
  const form = formsOf[purpose];
  const scope = { rolls: form?.rolls === true, queues: useHasPrintQueue() };
  const [layout, setLayout] = usePaperLayout(scope);
  const sheets = view ? form?.sheets(view, reference, layout === 'ROLL' ? 'ROLL' : 'SHEETS') : undefined;
  const { marks, print, asked } = usePrinting(view && form && sheets ? [{ form, view, sheets }] : [], layout);
  const name = state.acceptance?.printed.procedure ?? procedureToShow(reference.procedures, state.intake?.procedure ?? {})?.name;
  const heading = useRef<HTMLHeadingElement>(null);
  const printable = sheets !== undefined;
  useShortcut('F2', onNext);
  useEffect(() => heading.current?.focus(), []);
  const printFirst = useEffectEvent(() => void print());
  // Whoever has the result already needs no paper that promises it.
  const prints = printable && purpose !== 'instant';
  useEffect(() => {
    if (prints) printFirst();
  }, [prints]);

  return (
    <section className={classes.success} aria-live="polite">
      <h1 ref={heading} tabIndex={-1}>
        {t.heads[purpose]}
      </h1>
      <p className={classes.who}>
        <strong>{state.intake?.owner.fullName}</strong>
        {name && ` · ${name}`}
      </p>
      {state.code ? <BigCode code={state.code} /> : null}
      {state.due && purpose === 'accept' ? <p>{t.dueAt(formatLongDateTime(state.due.dueAt))}</p> : null}
      <p className={classes.quiet}>{t.hints[purpose]}</p>
      <Sending view={view ?? undefined} />
      {purpose === 'accept' && view ? <NextAct view={view} reference={reference} /> : null}
      {printable ? <LayoutChoice layout={layout} scope={scope} onChange={setLayout} /> : null}
      <AskedNotice asked={asked} />
      <div className={classes.buttons}>
        <Button size="md" onClick={onNext}>
          {t.nextDossier}&nbsp;<kbd className={classes.key}>{t.nextKey}</kbd>
        </Button>
        {printable ? (
          <Button size="md" variant="default" onClick={() => void print()}>
            {layout === 'OFFICE' ? printQueue.send : t.printAgain}
          </Button>
        ) : null}
        <Button size="md" variant="default" renderRoot={(props) => <Link {...props} to="/ho-so/$dossier" params={{ dossier }} />}>
          {t.openDossier}
        </Button>
        <AskRating state={view?.state ?? state} size="md" />
      </div>
      {sheets ? (
        <PrintRoot>
          <ReprintMark value={marks[0] ?? ''}>
            <Copies layout={layout} sheets={sheets} />
          </ReprintMark>
        </PrintRoot>
      ) : null}
    </section>
  );
}

/** Where what was written is now: on this device, or with the centre. It changes as it is sent. */
function Sending({ view }: { readonly view: DossierView | undefined }) {
  const { sync } = useServices();
  const { phase } = useLive(sync.status);
  if (view === undefined) return null;
  const waiting = view.timeline.some((entry) => entry.sync === 'LOCAL');
  const refused = view.timeline.some((entry) => entry.sync === 'REFUSED');
  const t = texts.success.sending;
  return <p aria-live="polite">{refused ? t.refused : waiting ? (phase === 'SENDING' ? t.sending : t.waiting) : t.arrived}</p>;
}

/** The part that tells today's dossiers apart is what an officer reads out. */
function BigCode({ code }: { readonly code: string }) {
  const cut = code.lastIndexOf('-');
  return (
    <div>
      <p className={classes.quiet}>{texts.success.code}</p>
      <p className={classes.code} data-testid="dossier-code">
        {code.slice(0, cut + 1)}
        <span className={classes.codeTail}>{code.slice(cut + 1)}</span>
      </p>
    </div>
  );
}

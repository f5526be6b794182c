/**
 * `/in/$form/$dossier`: one official form on screen as it will print, with the printer's paper to choose. `dossier` is a dossier id, for a form over
 * a period that period (`2026-11`, `2026`, `2026-Q4`, `2026-11-01..2026-11-15`), for a list of a queue anything. What there is to print is said by the registry of forms; this page knows none of them.
 */
import { Link, useParams } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { useServices } from '../kit/services-context.tsx';
import { useDossier } from '../kit/use-dossier.ts';
import { useLive } from '../kit/use-live.ts';
import { useLook } from '../kit/use-look.ts';
import { print as texts } from '../texts/vi/print.ts';
import { printQueue as queueTexts } from '../texts/vi/print-queue.ts';
import { AskedNotice } from './asked-notice.tsx';
import { Copies, LayoutChoice, usePaperLayout } from './copies.tsx';
import { DraftPage } from './draft-page.tsx';
import { type DossierForm, formSetOf, type QueueForm, titleOf } from './forms/form.ts';
import { findForm } from './forms/index.ts';
import { ListPages } from './list-pages.tsx';
import { numberOf } from './form-number.ts';
import { PeriodFormPage } from './period-form-page.tsx';
import { useHasPrintQueue, usePrinting } from './use-printing.ts';
import { PrintFrame, PrintProblem } from './print-frame.tsx';
import { usePrintingList } from './use-printing-list.ts';

export function PrintPage() {
  const params: { readonly form?: string | undefined; readonly dossier?: string | undefined } = useParams({ strict: false });
  const reference = useLive(useServices().reference);
  const { form: id = '', dossier = '' } = params;
  const form = findForm(id);
  if (!form) return <PrintProblem text={texts.unknownForm} />;
  if (!reference) return <PrintProblem text={texts.noReference} />;
  const key = `${id} ${dossier}`;
  if (form.of === 'PERIOD') return <PeriodFormPage key={key} id={id} form={form} period={dossier} reference={reference} />;
  if (form.of === 'QUEUE') return <QueueFormPage key={key} id={id} form={form} reference={reference} />;
  // A dossier's id comes from the address; one that is not known opens nothing.
  return <DossierFormPage key={key} form={form} dossier={dossier as DossierId} reference={reference} />;
}

interface DossierFormPageProps {
  readonly form: DossierForm;
  readonly dossier: DossierId;
  readonly reference: ReferenceData;
}

function DossierFormPage({ form, dossier, reference }: DossierFormPageProps) {
  const scope = { rolls: form.rolls, queues: useHasPrintQueue() };
  const [layout, setLayout] = usePaperLayout(scope);
  const view = useDossier(dossier);
  // The sheet on the screen has the full numbers already.
  useLook(view ? dossier : undefined, 'NUMBERS');
  const sheets = view ? form.sheets(view, reference, layout === 'ROLL' ? 'ROLL' : 'SHEETS') : undefined;
  const { marks, print, saved, asked } = usePrinting(view && sheets ? [{ form, view, sheets }] : [], layout);
  if (view === undefined) return <PrintProblem text={texts.loading} tone="grey" />;
  if (view === null) return <PrintProblem text={texts.notFound} />;
  const drafts = sheets ? undefined : form.drafts(view, reference);
  if (drafts) return <DraftPage form={form} view={view} drafts={drafts} />;
  if (!sheets) return <PrintProblem text={form.none} dossier={dossier} />;
  const set = formSetOf(view.state);
  return (
    <PrintFrame
      title={titleOf(form, set)}
      hint={`${numberOf(form, set)} ${texts.layoutHint}`}
      mark={marks[0] ?? ''}
      onPrint={print}
      onSaved={saved}
      {...(view?.state.code ? { fileName: `${view.state.code}.pdf` } : {})}
      {...(layout === 'OFFICE' ? { verb: queueTexts.send } : {})}
      said={<AskedNotice asked={asked} />}
      tools={
        <>
          <LayoutChoice layout={layout} scope={scope} onChange={setLayout} />
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/ho-so/$dossier" params={{ dossier }} />}>
            {texts.back}
          </Button>
        </>
      }
    >
      <Copies layout={layout} sheets={sheets} />
    </PrintFrame>
  );
}

interface QueueFormPageProps {
  readonly id: string;
  readonly form: QueueForm;
  readonly reference: ReferenceData;
}

function QueueFormPage({ id, form, reference }: QueueFormPageProps) {
  const { dossiers, office: live, session, now } = useServices();
  const office = useLive(live);
  const officer = useLive(session.current)?.staff.fullName ?? '';
  useLive(dossiers.index.version);
  const rows = office ? dossiers.index.query({ queue: form.queue, office: office.id, limit: dossiers.index.size() }, now()) : [];
  const pages = office ? form.pages({ office, reference, rows, officer, now: now() }) : [];
  const print = usePrintingList(id, form, pages.length);
  return (
    <PrintFrame
      title={form.title}
      onPrint={print}
      hint={pages.length === 0 ? texts.emptyQueue : texts.periodHint}
      empty={pages.length === 0}
      tools={
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/" />}>
          {texts.home}
        </Button>
      }
    >
      <ListPages pages={pages} />
    </PrintFrame>
  );
}

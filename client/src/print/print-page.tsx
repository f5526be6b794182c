/**
 * `/in/$form/$dossier`: one official form on screen as it will print, with the printer's paper to choose. `dossier` is a dossier id, for the
 * register a period (`2026-11`, `2026`). The forms come from the same data and components as the intake's live preview.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { Button, TextInput } from '@mantine/core';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { DossierView } from '../contract/dossiers.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';
import { print as texts } from '../texts/vi/print.ts';
import { Notice } from '../kit/ui/notice.tsx';
import { useShortcut } from '../kit/ui/use-shortcut.ts';
import { Copies, LayoutChoice, usePaperLayout } from './copies.tsx';
import { type FormId, isFormId } from './forms/index.ts';
import { Receipt } from './forms/receipt.tsx';
import { RegisterPage } from './forms/register-page.tsx';
import { SupplementSlip } from './forms/supplement-slip.tsx';
import { PrintRoot, printNow } from './print-root.tsx';
import { receiptData, receiptSourceOfState } from './receipt-data.ts';
import { registerBooks, registerPeriodPattern } from './register-data.ts';
import { supplementData } from './supplement-data.ts';
import classes from './print-page.module.css';

export function PrintPage() {
  const params: { readonly form?: string | undefined; readonly dossier?: string | undefined } = useParams({ strict: false });
  const reference = useLive(useServices().reference);
  const { form = '', dossier = '' } = params;
  if (!isFormId(form)) return <Problem text={texts.unknownForm} />;
  if (!reference) return <Problem text={texts.noReference} />;
  const pages: Readonly<Record<FormId, ReactNode>> = {
    receipt: <DossierForm key={dossier} form="receipt" dossier={dossier as DossierId} reference={reference} />,
    supplement: <DossierForm key={dossier} form="supplement" dossier={dossier as DossierId} reference={reference} />,
    register: <RegisterForm key={dossier} period={dossier} reference={reference} />,
  };
  return pages[form];
}

interface DossierFormProps {
  readonly form: 'receipt' | 'supplement';
  /** From the address; an id that is not known opens nothing. */
  readonly dossier: DossierId;
  readonly reference: ReferenceData;
}

function DossierForm({ form, dossier, reference }: DossierFormProps) {
  const [layout, setLayout] = usePaperLayout();
  const view = useDossierView(dossier);
  if (view === 'loading') return <Problem text={texts.loading} tone="grey" />;
  if (view === 'none') return <Problem text={texts.notFound} />;
  const copies = form === 'receipt' ? receiptCopies(view, reference) : supplementCopies(view, reference);
  if (!copies) return <Problem text={form === 'receipt' ? texts.notAccepted : texts.noGuidance} dossier={dossier} />;
  return (
    <Paper
      title={texts.titles[form]}
      hint={texts.layoutHint}
      tools={
        <>
          <LayoutChoice layout={layout} onChange={setLayout} />
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/ho-so/$dossier" params={{ dossier }} />}>
            {texts.back}
          </Button>
        </>
      }
    >
      <Copies layout={layout} first={copies.first} second={copies.second} />
    </Paper>
  );
}

interface FormCopies {
  readonly first: ReactNode;
  readonly second: ReactNode;
}

function receiptCopies({ state }: DossierView, reference: ReferenceData): FormCopies | undefined {
  const source = state.code === undefined ? undefined : receiptSourceOfState(state, reference);
  if (!source) return undefined;
  const data = receiptData(source);
  return { first: <Receipt data={data} copy="KEEP" />, second: <Receipt data={data} copy="GIVE" /> };
}

function supplementCopies({ state, timeline }: DossierView, reference: ReferenceData): FormCopies | undefined {
  const data = supplementData(
    state,
    timeline.map((entry) => entry.event),
    reference,
  );
  return data && { first: <SupplementSlip data={data} />, second: <SupplementSlip data={data} /> };
}

const registerRowsMax = 200_000;

function RegisterForm({ period: given, reference }: { readonly period: string; readonly reference: ReferenceData }) {
  const { dossiers, office: live, now } = useServices();
  const office = useLive(live);
  useLive(dossiers.index.version);
  const [period, setPeriod] = useState(given);
  const valid = registerPeriodPattern.test(period);
  const books =
    valid && office ? registerBooks(dossiers.index.query({ queue: 'all', office: office.id, limit: registerRowsMax }, now()), period) : [];
  const empty = !valid ? texts.badPeriod : books.length === 0 ? texts.emptyPeriod : undefined;
  return (
    <Paper
      title={texts.titles.register}
      hint={empty ?? texts.registerHint}
      tools={
        <TextInput
          type="month"
          label={texts.period}
          value={period.length === 7 ? period : ''}
          onChange={(event) => setPeriod(event.currentTarget.value)}
        />
      }
    >
      {office && !empty
        ? books.map((book) => (
            <section key={book.book} className="print-page print-page-register">
              <RegisterPage office={office} procedures={reference.procedures} book={book} period={period} />
            </section>
          ))
        : null}
    </Paper>
  );
}

interface PaperProps {
  readonly title: string;
  readonly hint: string;
  readonly tools: ReactNode;
  readonly children: ReactNode;
}

/** The sheets on screen, and once more outside the shell for the printer. */
function Paper({ title, hint, tools, children }: PaperProps) {
  useShortcut('Ctrl+p', () => void printNow());
  return (
    <main className={classes.page}>
      <div className={classes.head}>
        <h1>{title}</h1>
        {tools}
        <Button size="md" onClick={() => void printNow()}>
          {texts.print}
        </Button>
      </div>
      <p className={classes.hint}>{hint}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard. */}
      <section className={`print-desk-area print-paper ${classes.area}`} tabIndex={0} aria-label={title}>
        {children}
      </section>
      <PrintRoot>{children}</PrintRoot>
    </main>
  );
}

function Problem({
  text,
  tone = 'amber',
  dossier,
}: {
  readonly text: string;
  readonly tone?: 'amber' | 'grey';
  readonly dossier?: string;
}) {
  return (
    <main className={classes.page}>
      <h1 className="sr-only">{texts.print}</h1>
      <Notice tone={tone}>
        <p>{text}</p>
        {dossier === undefined ? (
          <Link to="/">{texts.home}</Link>
        ) : (
          <Link to="/ho-so/$dossier" params={{ dossier }}>
            {texts.back}
          </Link>
        )}
      </Notice>
    </main>
  );
}

function useDossierView(id: DossierId): DossierView | 'loading' | 'none' {
  const { dossiers } = useServices();
  const [view, setView] = useState<DossierView | 'loading' | 'none'>('loading');
  useEffect(() => {
    let live = true;
    const load = () => void dossiers.open(id).then((found) => live && setView(found ?? 'none'));
    load();
    const stop = dossiers.watch(id, load);
    return () => {
      live = false;
      stop();
    };
  }, [dossiers, id]);
  return view;
}

/**
 * `/in-nhieu`: forms of many dossiers as one print job, in the order they were chosen, each beginning its own sheets. What cannot be printed is named with the reason
 * before anything goes to the printer.
 */
import { useEffect, useState } from 'react';
import { useLocation, useRouter } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { DossierView } from '../contract/dossiers.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';
import { Notice } from '../kit/ui/notice.tsx';
import { print as texts } from '../texts/vi/print.ts';
import { printBatch as words } from '../texts/vi/print-batch.ts';
import { printQueue as queueTexts } from '../texts/vi/print-queue.ts';
import { AskedNotice } from './asked-notice.tsx';
import { Copies, LayoutChoice, usePaperLayout } from './copies.tsx';
import type { DossierForm } from './forms/form.ts';
import { forms } from './forms/index.ts';
import { ReprintMark } from './parts/sheet.tsx';
import { PrintFrame, PrintProblem } from './print-frame.tsx';
import type { PrintItem } from './use-batch-print.ts';
import { type Printable, useHasPrintQueue, usePrinting } from './use-printing.ts';

export function BatchPrintPage() {
  const items = useLocation({ select: ({ state }) => state.print });
  const reference = useLive(useServices().reference);
  const [round, setRound] = useState(0);
  const opened = useOpened(items ?? none, round);
  if (items === undefined || items.length === 0) return <PrintProblem text={words.nothing} />;
  if (!reference) return <PrintProblem text={texts.noReference} />;
  if (opened.length < items.length) return <PrintProblem text={words.opening(opened.length, items.length)} tone="grey" />;
  return <Batch items={items} opened={opened} reference={reference} onPrinted={() => setRound(round + 1)} />;
}

const none: readonly PrintItem[] = [];

/** One after the other, so that a long list shows how far it is; undefined: not on this device. Read again in every round: what was printed is a reprint from then on. */
function useOpened(items: readonly PrintItem[], round: number): readonly (DossierView | undefined)[] {
  const { dossiers } = useServices();
  const [opened, setOpened] = useState<readonly (DossierView | undefined)[]>([]);
  useEffect(() => {
    let live = true;
    const read = async () => {
      const views: (DossierView | undefined)[] = [];
      for (const { dossier } of items) {
        views.push(await dossiers.open(dossier));
        if (!live) return;
        if (round === 0) setOpened([...views]);
      }
      setOpened(views);
    };
    void read();
    return () => {
      live = false;
    };
  }, [dossiers, items, round]);
  return opened;
}

interface BatchProps {
  readonly items: readonly PrintItem[];
  readonly opened: readonly (DossierView | undefined)[];
  readonly reference: ReferenceData;
  readonly onPrinted: () => void;
}

function Batch({ items, opened, reference, onPrinted }: BatchProps) {
  const router = useRouter();
  const rolls = items.every(({ form }) => dossierForm(form)?.rolls === true);
  // What the queue asked for is printed here and not asked for again.
  const scope = { rolls, queues: useHasPrintQueue() && items.every(({ job }) => job === undefined) };
  const [layout, setLayout] = usePaperLayout(scope);
  const made = items.map(({ form: id, job, copies = 1 }, index) => {
    const view = opened[index];
    const form = dossierForm(id);
    const one = view && form?.sheets(view, reference, layout === 'ROLL' ? 'ROLL' : 'SHEETS');
    const sheets = one && Array.from({ length: copies }, () => one).flat();
    return view && form && sheets
      ? ({ form, view, sheets, ...(job ? { job } : {}) } satisfies Printable)
      : { left: nameOf(view), why: form?.none ?? '' };
  });
  const printables = made.filter((one) => 'sheets' in one);
  const left = made.filter((one) => 'left' in one);
  const { marks, print, saved, asked } = usePrinting(printables, layout);
  const [printed, setPrinted] = useState(false);
  const printAll = async () => {
    await print();
    if (layout === 'OFFICE') return;
    setPrinted(true);
    onPrinted();
  };
  return (
    <PrintFrame
      title={words.title(printables.length)}
      hint={texts.layoutHint}
      empty={printables.length === 0}
      onPrint={printAll}
      onSaved={async () => {
        await saved();
        onPrinted();
      }}
      {...(layout === 'OFFICE' ? { verb: queueTexts.send } : {})}
      tools={
        <>
          <LayoutChoice layout={layout} scope={scope} onChange={setLayout} />
          <Button variant="default" onClick={() => router.history.back()}>
            {words.back}
          </Button>
        </>
      }
      said={
        <>
          {left.length > 0 && (
            <Notice tone="amber" title={words.left(left.length)}>
              <ul>
                {left.map(({ left: name, why }, index) => (
                  <li key={index}>
                    {name}: {why}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <AskedNotice asked={asked} />
          {printed && (
            <output>
              <Notice tone="green">{words.printed(printables.length)}</Notice>
            </output>
          )}
        </>
      }
    >
      <Copies
        layout={layout}
        sheets={printables.flatMap(({ view, form, sheets }, index) =>
          sheets.map((sheet, copy) => (
            <ReprintMark key={`${view.state.id} ${form.id} ${copy}`} value={marks[index] ?? ''}>
              {sheet}
            </ReprintMark>
          )),
        )}
      />
    </PrintFrame>
  );
}

function dossierForm(id: PrintItem['form']): DossierForm | undefined {
  const form = forms[id];
  return form.of === 'DOSSIER' ? form : undefined;
}

function nameOf(view: DossierView | undefined): string {
  if (view === undefined) return words.unknown;
  const { code, intake } = view.state;
  return [code, intake?.owner.fullName].filter(Boolean).join(' · ');
}

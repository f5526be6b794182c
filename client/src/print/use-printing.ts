/**
 * Sends forms of dossiers to the printer as one job and writes down that they were: what was printed before is the same paper, marked "In lại" (domain §13.2 no. 8).
 * The browser does not say whether the dialog was cancelled, so a form counts as printed once its dialog was shown. Where this machine has no printer, the office's is
 * asked instead, and the paper is printed when that machine says so.
 */
import { type ReactNode, useState } from 'react';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { EventRef } from '@onestop/shared/kernel/ids.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { DossierView } from '../contract/dossiers.ts';
import { actProblemText } from '../kit/act-problem.ts';
import { recordLook } from '../kit/use-look.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';
import { formatDate } from '../texts/format.ts';
import { print as texts } from '../texts/vi/print.ts';
import type { PaperLayout } from './copies.tsx';
import type { DossierForm } from './forms/form.ts';
import { printNow } from './print-root.tsx';
import { printsOf } from './times-printed.ts';

/** One form of one dossier, with its sheets. */
export interface Printable {
  readonly form: DossierForm;
  readonly view: DossierView;
  readonly sheets: readonly ReactNode[];
  /** The job of the print queue that asked for it. */
  readonly job?: EventRef;
}

export interface Printing {
  /** What stands at the foot of each one's sheets: empty the first time. */
  readonly marks: readonly string[];
  readonly print: () => Promise<void>;
  /** Writes down that the sheets left as a file: what comes after it is a reprint. */
  readonly saved: () => Promise<void>;
  /** How many the office's printer was asked for, and why it could not be. */
  readonly asked: { readonly count: number; readonly problem?: string | undefined } | undefined;
}

export function usePrinting(items: readonly Printable[], layout: PaperLayout): Printing {
  const { dossiers, now, reference: live } = useServices();
  const reference = useLive(live);
  const [asked, setAsked] = useState<Printing['asked']>();
  const issues = items.map(({ form, view }) => reference && form.issue(view, reference));
  const before = items.map(({ form, view }, index) => printsOf(view.timeline, form.id, issues[index]?.at).length);
  const today = formatDate(instantToPlainDate(now()));
  const marks = before.map((times) => (times === 0 ? '' : texts.reprint(times, today)));
  const ask = async () => {
    let count = 0;
    let problem: string | undefined;
    for (const { form, view } of items) {
      const done = await dossiers.perform({ command: 'requestPrint', dossier: view.state.id, input: { form: form.id, copies: 1 } });
      if (done.ok) count++;
      else problem = actProblemText(done.error);
    }
    setAsked({ count, problem });
  };
  const written = async (look: 'PRINT' | 'EXPORT') => {
    for (const [index, { form, view, sheets, job }] of items.entries()) {
      const { id } = view.state;
      // One after the other: each is a durable transaction of its own dossier.
      await recordLook(dossiers, id, look);
      // Nothing is lost where it cannot be written down: the paper is out, and whoever may not write was only looking.
      const statedBy = issues[index]?.statedBy;
      const input = {
        form: form.id,
        copies: sheets.length,
        again: (before[index] ?? 0) > 0,
        ...(statedBy === undefined ? {} : { statedBy }),
        ...(job ? { job } : {}),
      };
      await dossiers.perform({ command: 'recordPrint', dossier: id, input });
    }
  };
  const print = async () => {
    await printNow();
    await written('PRINT');
  };
  return { marks, print: layout === 'OFFICE' ? ask : print, saved: () => written('EXPORT'), asked };
}

/** The queue is the commune's: its tablets go out, and the centre's counters have their printers. */
export function useHasPrintQueue(): boolean {
  const office = useLive(useServices().office);
  return office !== undefined && !isCentre(office);
}

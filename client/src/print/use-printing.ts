/**
 * Sends forms of dossiers to the printer as one job and writes down that they were: what was printed before is the same paper, marked "In lại" (domain §13.2 no. 8).
 * The browser does not say whether the dialog was cancelled, so a form counts as printed once its dialog was shown.
 */
import type { ReactNode } from 'react';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { DossierView, TimelineEntry } from '../contract/dossiers.ts';
import { recordLook } from '../kit/use-look.ts';
import { useServices } from '../kit/services-context.tsx';
import { formatDate } from '../texts/format.ts';
import { print as texts } from '../texts/vi/print.ts';
import type { DossierForm, PrintedFormId } from './forms/form.ts';
import { printNow } from './print-root.tsx';

/** One form of one dossier, with its sheets. */
export interface Printable {
  readonly form: DossierForm;
  readonly view: DossierView;
  readonly sheets: readonly ReactNode[];
}

export interface Printing {
  /** What stands at the foot of each one's sheets: empty the first time. */
  readonly marks: readonly string[];
  readonly print: () => Promise<void>;
}

export function usePrinting(items: readonly Printable[]): Printing {
  const { dossiers, now } = useServices();
  const before = items.map(({ form, view }) => timesPrinted(view.timeline, form.id));
  const today = formatDate(instantToPlainDate(now()));
  const marks = before.map((times) => (times === 0 ? '' : texts.reprint(times, today)));
  const print = async () => {
    await printNow();
    for (const [index, { form, view, sheets }] of items.entries()) {
      const { id } = view.state;
      // One after the other: each is a durable transaction of its own dossier.
      await recordLook(dossiers, id, 'PRINT');
      // Nothing is lost where it cannot be written down: the paper is out, and whoever may not write was only looking.
      const input = { form: form.id, copies: sheets.length, again: (before[index] ?? 0) > 0 };
      await dossiers.perform({ command: 'recordPrint', dossier: id, input });
    }
  };
  return { marks, print };
}

/** Here and at other desks, as far as it is known. */
export function timesPrinted(timeline: readonly TimelineEntry[], form: PrintedFormId | undefined): number {
  return timeline.filter(({ event, sync }) => {
    const read = readEvent(event);
    return sync !== 'REFUSED' && read.kind === 'KNOWN' && read.type === 'FormPrinted' && read.data.form === form;
  }).length;
}

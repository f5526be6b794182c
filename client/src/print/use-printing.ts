/**
 * Sends a dossier's form to the printer and writes down that it was: what was printed before is the same paper, marked "In lại" (domain §13.2 no. 8). The browser
 * does not say whether the dialog was cancelled, so a form counts as printed once its dialog was shown.
 */
import { useCallback, useMemo } from 'react';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { DossierView, TimelineEntry } from '../contract/dossiers.ts';
import { recordLook } from '../kit/use-look.ts';
import { useServices } from '../kit/services-context.tsx';
import { formatDate } from '../texts/format.ts';
import { print as texts } from '../texts/vi/print.ts';
import type { DossierForm, PrintedFormId } from './forms/form.ts';
import { printNow } from './print-root.tsx';

export interface Printing {
  /** What stands at the foot of the sheets: empty the first time. */
  readonly mark: string;
  readonly print: () => Promise<void>;
}

export function usePrinting(form: DossierForm | undefined, view: DossierView | undefined, copies: number): Printing {
  const { dossiers, now } = useServices();
  const before = useMemo(() => timesPrinted(view?.timeline ?? [], form?.id), [view?.timeline, form?.id]);
  const mark = before === 0 ? '' : texts.reprint(before, formatDate(instantToPlainDate(now())));
  const id = view?.state.id;
  const print = useCallback(async () => {
    await printNow();
    if (form === undefined || id === undefined) return;
    await recordLook(dossiers, id, 'PRINT');
    // Nothing is lost where it cannot be written down: the paper is out, and whoever may not write was only looking.
    await dossiers.perform({ command: 'recordPrint', dossier: id, input: { form: form.id, copies, again: before > 0 } });
  }, [dossiers, form, id, copies, before]);
  return { mark, print };
}

/** Here and at other desks, as far as it is known. */
export function timesPrinted(timeline: readonly TimelineEntry[], form: PrintedFormId | undefined): number {
  return timeline.filter(({ event, sync }) => {
    const read = readEvent(event);
    return sync !== 'REFUSED' && read.kind === 'KNOWN' && read.type === 'FormPrinted' && read.data.form === form;
  }).length;
}

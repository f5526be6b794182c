/**
 * Sends forms of dossiers to the printer as one job and writes down that they were: what was printed before is the same paper, marked "In lại" (domain §13.2 no. 8).
 * The browser does not say whether the dialog was cancelled, so a form counts as printed once its dialog was shown.
 */
import type { ReactNode } from 'react';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { DossierView } from '../contract/dossiers.ts';
import { recordLook } from '../kit/use-look.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';
import { formatDate } from '../texts/format.ts';
import { print as texts } from '../texts/vi/print.ts';
import type { DossierForm } from './forms/form.ts';
import { printNow } from './print-root.tsx';
import { printsOf } from './times-printed.ts';

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
  const { dossiers, now, reference: live } = useServices();
  const reference = useLive(live);
  const issues = items.map(({ form, view }) => reference && form.issue(view, reference));
  const before = items.map(({ form, view }, index) => printsOf(view.timeline, form.id, issues[index]?.at).length);
  const today = formatDate(instantToPlainDate(now()));
  const marks = before.map((times) => (times === 0 ? '' : texts.reprint(times, today)));
  const print = async () => {
    await printNow();
    for (const [index, { form, view, sheets }] of items.entries()) {
      const { id } = view.state;
      // One after the other: each is a durable transaction of its own dossier.
      await recordLook(dossiers, id, 'PRINT');
      // Nothing is lost where it cannot be written down: the paper is out, and whoever may not write was only looking.
      const statedBy = issues[index]?.statedBy;
      const input = {
        form: form.id,
        copies: sheets.length,
        again: (before[index] ?? 0) > 0,
        ...(statedBy === undefined ? {} : { statedBy }),
      };
      await dossiers.perform({ command: 'recordPrint', dossier: id, input });
    }
  };
  return { marks, print };
}

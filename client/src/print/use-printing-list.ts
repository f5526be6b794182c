/** Prints a list. Where it names persons it is written down that it was printed, and with how many sheets. */
import { useListLook } from '../kit/use-look.ts';
import type { PeriodForm, QueueForm } from './forms/form.ts';
import { printNow } from './print-root.tsx';

/** `id`: the form's, as it has in addresses. */
export function usePrintingList(id: string, { persons }: PeriodForm | QueueForm, sheets: number): () => Promise<void> {
  const lookedAt = useListLook();
  return async () => {
    await printNow();
    if (persons && sheets > 0) await lookedAt('PRINT', sheets, id);
  };
}

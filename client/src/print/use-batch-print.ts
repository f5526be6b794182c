/** The way to the page that prints many forms as one job. It carries ids only, in the history's state: nothing of them stands in an address. */
import { useCallback } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { DossierId, EventRef } from '@onestop/shared/kernel/ids.ts';
import type { FormId } from './forms/index.ts';

/** One form of one dossier to print; `job`: the entry of the office's print queue that asked for it. */
export interface PrintItem {
  readonly form: FormId;
  readonly dossier: DossierId;
  readonly job?: EventRef;
  /** How many times the whole form is wanted; once where it is not said. */
  readonly copies?: number;
}

/** Opens the preview of all of them, in their order; what cannot be printed is named there with the reason, and what was printed is written down in each dossier. */
export function useBatchPrint(): (items: readonly PrintItem[]) => void {
  const navigate = useNavigate();
  return useCallback((items) => void navigate({ to: '/in-nhieu', state: { print: items } }), [navigate]);
}

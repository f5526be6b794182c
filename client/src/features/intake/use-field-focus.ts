/** Puts the keyboard where the officer works: at the first input of a block when it opens, or at the field that was asked for. */
import { useCallback, useEffect, useRef } from 'react';
import type { BlockName } from './intake-form.ts';
import type { FieldId } from '@onestop/shared/dossier/intake-fields/problems.ts';

export function useFieldFocus(open: BlockName): (field: FieldId) => void {
  const wanted = useRef<FieldId>(undefined);
  useEffect(() => {
    const field = wanted.current;
    wanted.current = undefined;
    if (field !== undefined && focusOn(field)) return;
    focusFirst(open);
  }, [open]);
  return useCallback((field) => {
    // In the open block at once; in another block when it has opened.
    if (!focusOn(field)) wanted.current = field;
  }, []);
}

export function focusFirst(block: BlockName): void {
  document.querySelector<HTMLElement>(`[data-block="${block}"] [data-first]`)?.focus({ preventScroll: false });
}

function focusOn(field: FieldId): boolean {
  const element = document.getElementById(field);
  if (!element) return false;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
  return true;
}

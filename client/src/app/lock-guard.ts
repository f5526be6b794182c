/** What the lock keeps from the page besides covering it: its keys and the browser's way back; and the focus, which returns to where it was. */
import { useEffect, type RefObject } from 'react';
import { useBlocker } from '@tanstack/react-router';
import { useIsClosed } from '../kit/use-closed.ts';
import { useServices } from '../kit/services-context.tsx';

export function useLockGuard(): void {
  const isClosed = useIsClosed();
  const { session } = useServices();
  useBlocker({ shouldBlockFn: () => isClosed() && session.current.get() !== undefined, enableBeforeUnload: false });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isClosed() || !isPageKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [isClosed]);
}

/** Keys that mean the page and not the PIN; reloading and the browser's own tools stay. */
function isPageKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (/^(?:F[1-46-9]|F10|BrowserBack|BrowserForward|GoBack)$/.test(key)) return true;
  if (altKey) return key === 'ArrowLeft' || key === 'ArrowRight';
  return (ctrlKey || metaKey) && key.toLowerCase() === 'k';
}

/** Remembers where on the page the officer was; `open` again, the keyboard is put back there. */
export function useFocusKept(page: RefObject<HTMLElement | null>, open: boolean): void {
  useEffect(() => {
    const place = page.current;
    if (!open || place === null) return undefined;
    let last: HTMLElement | undefined = kept.get(place);
    if (last?.isConnected && last !== document.activeElement) last.focus({ preventScroll: true });
    const onFocusIn = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement) last = event.target;
    };
    place.addEventListener('focusin', onFocusIn);
    return () => {
      place.removeEventListener('focusin', onFocusIn);
      if (last) kept.set(place, last);
    };
  }, [page, open]);
}

const kept = new WeakMap<HTMLElement, HTMLElement>();

/**
 * After a dialog the keyboard is where it was before it: at what opened it, or, where that is gone because the act was done, at the part of the page it stood in.
 * Asked once for all dialogs, because those that leave the page with their own screen have no moment in which they could do it themselves.
 */
import { useEffect } from 'react';
import { overlayId } from '../kit/ui/theme.ts';

export function useFocusBack(): void {
  useEffect(() => {
    const overlay = document.getElementById(overlayId);
    if (!overlay) return undefined;
    /** From the one that had the focus outwards. */
    let way: readonly HTMLElement[] = [];
    const back = (): void => {
      if (document.activeElement === document.body && !holdsDialog(overlay)) goBack(way);
    };
    const onFocusIn = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !overlay.contains(target) && !way.includes(target)) way = wayOut(target);
    };
    // The button of an act goes some moments after its dialog, once the dossier was read again: the officer has done nothing in between.
    const after = new MutationObserver(back);
    const onAct = (): void => after.disconnect();
    const watch = new MutationObserver((changes) => {
      if (!changes.some(({ removedNodes }) => [...removedNodes].some(holdsDialog))) return;
      // A page that opens now puts the focus where it wants it: it is asked first.
      requestAnimationFrame(back);
      after.observe(document.body, { childList: true, subtree: true });
    });
    watch.observe(overlay, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocusIn);
    for (const kind of acts) document.addEventListener(kind, onAct, true);
    return () => {
      watch.disconnect();
      after.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      for (const kind of acts) document.removeEventListener(kind, onAct, true);
    };
  }, []);
}

const acts = ['keydown', 'pointerdown'] as const;

function wayOut(from: HTMLElement): readonly HTMLElement[] {
  const way = [from];
  for (let part = outer(from); part; part = outer(part)) way.push(part);
  return way;
}

/** The part of the page around it that has a name for whoever cannot see it. */
function outer(one: HTMLElement): HTMLElement | null | undefined {
  return one.parentElement?.closest<HTMLElement>('section[aria-labelledby], main');
}

function holdsDialog(node: Node): boolean {
  return node instanceof Element && (node.matches(dialog) || node.querySelector(dialog) !== null);
}
const dialog = '[role="dialog"]';

function goBack(way: readonly HTMLElement[]): void {
  for (const one of way.filter((part) => part.isConnected)) {
    if (one !== way[0] && !one.hasAttribute('tabindex')) one.tabIndex = -1;
    one.focus({ preventScroll: true });
    if (document.activeElement === one) return;
  }
}

/** A key that works on the whole window: `F2`, `Ctrl+k`. Inside dialogs the page's keys rest, so that one key never does two things; behind the lock they are silent. */
import { useEffect, useRef } from 'react';
import { useIsClosed } from '../use-closed.ts';

export function useShortcut(key: string, action: () => void, enabled = true): void {
  const isClosed = useIsClosed();
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const ctrl = key.startsWith('Ctrl+');
    const name = ctrl ? key.slice(5) : key;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== name.toLowerCase() || (event.ctrlKey || event.metaKey) !== ctrl || event.altKey) return;
      if (isClosed() || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [key, enabled, isClosed]);
}

/** One dossier with its timeline, read again whenever its events or their sync marks change. `undefined` while opening, `null` where there is none. */
import { useEffect, useState } from 'react';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierView } from '../contract/dossiers.ts';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';

export function useDossier(id: DossierId): DossierView | null | undefined {
  const { dossiers, sync } = useServices();
  const [view, setView] = useState<DossierView | null>();
  const [failure, setFailure] = useState<unknown>();
  // Acknowledgements change marks without changing events.
  const { pendingEvents, refused } = useLive(sync.status);
  useEffect(() => {
    void pendingEvents;
    void refused;
    let live = true;
    const read = () =>
      void dossiers.open(id).then(
        (found) => live && setView(found ?? null),
        (cause: unknown) => live && setFailure(cause),
      );
    read();
    const unwatch = dossiers.watch(id, read);
    return () => {
      live = false;
      unwatch();
    };
  }, [dossiers, id, pendingEvents, refused]);
  // Shown by the fault boundary: a dossier that cannot be read is never shown as missing.
  if (failure !== undefined) throw failure;
  return view;
}

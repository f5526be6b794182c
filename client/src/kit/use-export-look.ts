/** A table of dossiers left the device: written down with its rows, and as a look at each dossier of another office in it, which that office sees. */
import { useCallback } from 'react';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';
import { recordLook, useListLook } from './use-look.ts';

/** `of`: what the table is, as `useListLook` takes it. `count`: its lines, where they are others than the dossiers they were made of. */
export function useExportLook(of = 'DOSSIERS'): (rows: readonly DossierRow[], count?: number) => Promise<void> {
  const { dossiers, office } = useServices();
  const own = useLive(office)?.id;
  const lookedAt = useListLook();
  return useCallback(
    async (rows, count = rows.length) => {
      await lookedAt('EXPORT', count, of);
      for (const row of rows) if (row.office !== own) await recordLook(dossiers, row.id, 'EXPORT');
    },
    [dossiers, own, lookedAt, of],
  );
}

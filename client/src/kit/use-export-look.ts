/** A table with personal data left the device: a look at each dossier of another office in it. The own office's leave no trace. */
import { useCallback } from 'react';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';
import { recordLook } from './use-look.ts';

export function useExportLook(): (rows: readonly DossierRow[]) => Promise<void> {
  const { dossiers, office } = useServices();
  const own = useLive(office)?.id;
  return useCallback(
    async (rows) => {
      for (const row of rows) if (row.office !== own) await recordLook(dossiers, row.id, 'EXPORT');
    },
    [dossiers, own],
  );
}

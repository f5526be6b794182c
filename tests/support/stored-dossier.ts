/** A dossier as the server has it: who sees it by the projection, and its state by the events that were taken. */
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';

export interface StoredDossier {
  readonly offices: readonly OfficeId[] | undefined;
  readonly state: DossierState | undefined;
}

export function readStoredDossier(store: Store, id: string): Promise<StoredDossier> {
  return store.write(async (tx) => ({
    offices: (await tx.dossierOffices([id as DossierId])).get(id as DossierId),
    state: foldDossier((await tx.eventsOfDossiers([id as DossierId])).accepted),
  }));
}

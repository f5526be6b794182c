/** Looks that a screen records: when a dossier is opened, and when a full number of a person found somebody of another office. */
import { useEffect } from 'react';
import type { LookKind } from '@onestop/shared/dossier/define-event.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Dossiers } from '../contract/dossiers.ts';
import { report } from './report.ts';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';

/** `undefined`: there is nothing to see yet. */
export function useLook(id: DossierId | undefined, what: LookKind): void {
  const { dossiers } = useServices();
  useEffect(() => {
    if (id !== undefined) void recordLook(dossiers, id, what);
  }, [dossiers, id, what]);
}

/** Nobody waits for it: what goes wrong (the store is closing, the disk is full) is told to the technician, and the officer reads on. */
export async function recordLook(dossiers: Dossiers, id: DossierId, what: LookKind): Promise<void> {
  const problem = await dossiers.look(id, what).catch((cause: unknown) => cause);
  if (problem !== undefined) report('A look at a dossier was not recorded', problem);
}

/** Twelve digits of a citizen's card, nine of an old one. */
const fullNumber = /^(?:\d{12}|\d{9})$/;
/** As many as the search shows. */
const hitsMax = 12;

/** A search by a full number is a look at everybody of other offices whom it finds. */
export function useSearchLook(text: string, found: readonly DossierRow[]): void {
  const { dossiers, office } = useServices();
  const own = useLive(office)?.id;
  const isFull = fullNumber.test(text.replace(/[\s.]/g, ''));
  const hits = isFull ? found.filter((row) => row.office !== own && row.idNumber !== undefined).slice(0, hitsMax) : [];
  const ids = hits.map(({ id }) => id).join(' ');
  useEffect(() => {
    // Ids of our own, put together above.
    for (const id of ids === '' ? [] : ids.split(' ')) void recordLook(dossiers, id as DossierId, 'SEARCH');
  }, [dossiers, ids]);
}

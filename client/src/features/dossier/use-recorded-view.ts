/** A centre officer who opens a commune's dossier leaves a trace, once per opening (design §8). */
import { useEffect, useRef } from 'react';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierView, Dossiers } from '../../contract/dossiers.ts';
import { report } from '../../kit/report.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useActing } from './use-acting.ts';

export function useRecordedView(id: DossierId, view: DossierView | null | undefined): void {
  const { dossiers } = useServices();
  const acting = useActing();
  const recorded = useRef<DossierId>(undefined);
  const mustRecord =
    view !== undefined && view !== null && acting !== undefined && isCentre(acting.office) && view.state.office !== acting.office.id;
  useEffect(() => {
    if (!mustRecord || recorded.current === id) return;
    recorded.current = id;
    void recordView(dossiers, id);
  }, [mustRecord, id, dossiers]);
}

async function recordView(dossiers: Dossiers, id: DossierId): Promise<void> {
  const result = await dossiers.perform({ command: 'viewDossier', dossier: id, input: { what: 'DETAIL' } });
  if (!result.ok) report('The look at a dossier was not recorded', result.error.code);
}

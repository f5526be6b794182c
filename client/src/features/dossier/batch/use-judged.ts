/** The chosen dossiers as they are now, each asked whether this act may be done to it: the page's own answer, and what has to be done one by one. */
import { useEffect, useState } from 'react';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { useCatalogue } from '../../../kit/use-reference.ts';
import { batch as t } from '../../../texts/vi/batch.ts';
import type { DossierAct } from '../acts/act.ts';
import { whyNot } from '../acts/offers.ts';
import { useActing } from '../../../kit/use-acting.ts';

export interface LeftOut {
  readonly id: DossierId;
  readonly who: string;
  readonly why: string;
}

export interface Judged {
  readonly able: readonly DossierState[];
  readonly leftOut: readonly LeftOut[];
}

/** Why a dossier that allows the act is better done by itself; undefined: it goes with the others. */
export type Alone = (state: DossierState) => string | undefined;

/** Undefined while they are read. They are judged once, as the dialog opens; each act is judged again when it is written. */
export function useJudged(ids: readonly DossierId[], act: DossierAct, alone: Alone): Judged | undefined {
  const { dossiers, device, now } = useServices();
  const acting = useActing();
  const own = useLive(device.info)?.device;
  const catalogue = useCatalogue();
  // As they were chosen: what is done to them takes them out of the list they were chosen in.
  const [chosen] = useState(ids);
  const [judged, setJudged] = useState<Judged>();
  useEffect(() => {
    if (judged || !acting) return;
    let isGone = false;
    const read = async () => {
      const able: DossierState[] = [];
      const leftOut: LeftOut[] = [];
      for (const id of chosen) {
        const state = (await dossiers.open(id))?.state;
        const desk = { acting, device: own, procedure: state?.intake && catalogue.find(state.intake.procedure) };
        const why = state ? (whyNot(act, state, desk, now()) ?? alone(state)) : t.notHere;
        if (state && why === undefined) able.push(state);
        else leftOut.push({ id, who: whoIs(dossiers.index.get(id)), why: why ?? t.notHere });
      }
      if (!isGone) setJudged({ able, leftOut });
    };
    void read();
    return () => void (isGone = true);
  }, [judged, acting, own, catalogue, chosen, act, alone, dossiers, now]);
  return judged;
}

/** Name and code: what an officer knows a dossier by. */
export function whoIs(known: Pick<DossierRow, 'name' | 'code'> | undefined): string {
  return [known?.name, known?.code ?? t.noCode].filter(Boolean).join(' · ');
}

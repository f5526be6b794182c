/** Which acts of a dossier have no effect now: they wait for a contradiction to be settled, a settlement left them out, or their officer took them back. */
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';

export type SetAside = 'WAITS' | 'LEFT_OUT' | 'UNDONE';

/** By event key. The newest word on an act counts. */
export function setAside({ contradictions, settlements, undone }: DossierState): ReadonlyMap<string, SetAside> {
  const found = new Map<string, SetAside>();
  for (const { kept, dropped } of settlements) {
    for (const ref of dropped) found.set(eventKey(ref), 'LEFT_OUT');
    for (const ref of kept) found.delete(eventKey(ref));
  }
  for (const { sides } of contradictions) for (const ref of sides[1].acts) found.set(eventKey(ref), 'WAITS');
  for (const ref of undone) found.set(eventKey(ref), 'UNDONE');
  return found;
}

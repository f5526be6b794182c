/**
 * Which acts the page of a dossier offers to this officer now, and why it does not offer the others: the rules' own answer first, then what the page asks
 * beyond them. One place for the buttons, for the list of other acts and for an act that a list offered.
 */
import { accessRefusal, stateRefusal } from '@onestop/shared/judgement/rights.ts';
import { commandOf } from '@onestop/shared/dossier/commands/index.ts';
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { refusalText } from '../../../texts/refusals.ts';
import type { ActingDesk, DossierAct } from './act.ts';
import { dossierActs } from './index.ts';

export interface ClosedAct {
  readonly act: DossierAct;
  /** In a sentence. */
  readonly why: string;
}

interface Offers {
  readonly open: readonly DossierAct[];
  readonly closed: readonly ClosedAct[];
}

/** Why this act is not offered, or undefined where it is. */
export function whyNot(act: DossierAct, state: DossierState, desk: ActingDesk, now: Instant): string | undefined {
  const command = commandOf(act.command);
  const refusal: Refusal | undefined = accessRefusal(command, state, desk.acting) ?? stateRefusal(command, state, now);
  return refusal ? refusalText(refusal) : act.unless?.(state, desk);
}

/** Both in the registry's order. */
export function offersOf(state: DossierState, desk: ActingDesk, now: Instant): Offers {
  const judged = dossierActs.map((act) => ({ act, why: whyNot(act, state, desk, now) }));
  return {
    open: judged.flatMap(({ act, why }) => (why === undefined ? [act] : [])),
    closed: judged.flatMap(({ act, why }) => (why === undefined ? [] : [{ act, why }])),
  };
}

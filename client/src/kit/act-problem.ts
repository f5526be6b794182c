/** Why an act was not done, in words: refused by the rules, the storage, or a locked session. */
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import type { StorageFault } from '../contract/faults.ts';
import type { NotNow } from '../contract/dossiers.ts';
import { refusalText } from '../texts/refusals.ts';
import { common } from '../texts/vi/common.ts';
import { tooOld } from '../texts/vi/too-old.ts';

export function actProblemText(problem: Refusal | StorageFault | NotNow): string {
  switch (problem.code) {
    case 'session/locked':
      return common.sessionLocked;
    case 'desk/frozen':
      return tooOld.refused;
    case 'storage/full':
      return common.storageFull;
    case 'storage/unavailable':
    case 'storage/blocked-upgrade':
    case 'storage/newer-version':
    case 'storage/evicted':
      return common.storageOther;
    default:
      return refusalText(problem);
  }
}

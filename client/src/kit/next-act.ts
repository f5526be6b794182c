/** What usually comes next for a dossier, from its row alone: what the lists offer and the dossier's page opens. Whether it may be done is the rules' answer. */
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierStatus, ProcessStep } from '@onestop/shared/dossier/state.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { acts } from '../texts/vi/acts.ts';
import { districtActs } from '../texts/vi/acts-district.ts';
import { vi } from '../texts/vi.ts';

interface NextAct {
  readonly command: CommandName;
  readonly words: string;
}

const byStatus: { readonly [S in DossierStatus]?: NextAct } = {
  DRAFT: { command: 'accept', words: vi.dossier.continueIntake.act },
  ACCEPTED: { command: 'forward', words: vi.dossier.forward.act },
  IN_PROCESS: { command: 'finish', words: vi.dossier.finish.act },
  SUPPLEMENT_REQUESTED: { command: 'completeSupplement', words: acts.completeSupplement.act },
  AWAITING_PAYMENT: { command: 'recordPayment', words: acts.money.recordPayment.act },
  RESULT_READY: { command: 'returnResult', words: vi.dossier.returnResult.act },
};

/** Where the work itself says more than the status. */
const byStep: { readonly [S in ProcessStep]?: NextAct } = {
  VERIFYING: { command: 'recordVerification', words: districtActs.recordVerification.act },
  AWAITING_SIGNATURE: { command: 'sign', words: acts.files.sign.act },
  SIGNED_NUMBERING: { command: 'number', words: acts.files.number.act },
  IN_TRANSIT_UP: { command: 'acknowledgeUp', words: districtActs.acknowledgeUp.act },
  RECEIVED_UP: { command: 'processUp', words: districtActs.processUp.act },
  PROCESSING_UP: { command: 'sendResultDown', words: districtActs.sendResultDown.act },
};

const postIt: NextAct = { command: 'returnByPost', words: vi.dossier.returnByPost.act };

export function nextActOf(row: DossierRow): NextAct | undefined {
  if (row.contradictions > 0 || row.unknownEvents > 0) return undefined;
  if (row.status === 'RESULT_READY' && row.returnChannel === 'POST') return postIt;
  const worked = row.status === 'IN_PROCESS' || row.status === 'AT_DISTRICT';
  return (worked && row.step !== undefined ? byStep[row.step] : undefined) ?? byStatus[row.status];
}

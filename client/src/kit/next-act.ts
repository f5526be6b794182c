/** What usually comes next for a dossier, from its row alone: what the lists offer and the dossier's page opens. Whether it may be done is the rules' answer. */
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierStatus } from '@onestop/shared/dossier/state.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { vi } from '../texts/vi.ts';

interface NextAct {
  readonly command: CommandName;
  readonly words: string;
}

const byStatus: { readonly [S in DossierStatus]?: NextAct } = {
  DRAFT: { command: 'accept', words: vi.dossier.continueIntake.act },
  ACCEPTED: { command: 'forward', words: vi.dossier.forward.act },
  IN_PROCESS: { command: 'finish', words: vi.dossier.finish.act },
  RESULT_READY: { command: 'returnResult', words: vi.dossier.returnResult.act },
};

const postIt: NextAct = { command: 'returnByPost', words: vi.dossier.returnByPost.act };

export function nextActOf(row: DossierRow): NextAct | undefined {
  if (row.contradictions > 0 || row.unknownEvents > 0) return undefined;
  return row.status === 'RESULT_READY' && row.returnChannel === 'POST' ? postIt : byStatus[row.status];
}

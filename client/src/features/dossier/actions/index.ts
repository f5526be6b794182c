/** The acts that have a dialog, in the order they are offered; the first one allowed is the primary. A command without a dialog here has no button. */
import type { ComponentType } from 'react';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActDialogProps } from './act-dialog.tsx';
import { FinishDialog } from './finish.tsx';
import { ForwardDialog } from './forward.tsx';
import { ReturnResultDialog } from './return-result.tsx';
import { VoidDossierDialog } from './void-dossier.tsx';

export interface DossierAct {
  readonly command: CommandName;
  readonly label: string;
  readonly dialog: ComponentType<ActDialogProps>;
}

export const dossierActs: readonly DossierAct[] = [
  { command: 'returnResult', label: vi.dossier.returnResult.act, dialog: ReturnResultDialog },
  { command: 'forward', label: vi.dossier.forward.act, dialog: ForwardDialog },
  { command: 'finish', label: vi.dossier.finish.act, dialog: FinishDialog },
  { command: 'voidDossier', label: vi.dossier.voidDossier.act, dialog: VoidDossierDialog },
];

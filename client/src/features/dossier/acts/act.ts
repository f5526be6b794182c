/** What an act is to the dossier page: one object per command, in a file of its own. Whether it is allowed is not asked here: the rules' own answer is. */
import type { ComponentType } from 'react';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { Acting } from '@onestop/shared/judgement/rights.ts';
import type { TimelineEntry } from '../../../contract/dossiers.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { FormId } from '../../../print/forms/index.ts';

/** `next`: moves the dossier on and stands on the page as a button; `more`: everything else, behind "Việc khác". */
export type ActPlace = 'next' | 'more';

export interface DossierAct<C extends CommandName = CommandName> {
  readonly command: C;
  readonly words: ActWords;
  readonly place: ActPlace | ((state: DossierState, actor: Staff) => ActPlace);
  /** Pressed on the page; held by the first act on offer that asks for it, which is then the primary one. */
  readonly key?: 'F9';
  /** Why the page does not offer what the rules allow, in a sentence; undefined: it does. */
  readonly unless?: (state: DossierState, desk: ActingDesk) => string | undefined;
  /** The dialog, or the way to the screen where it is done. */
  readonly screen: ComponentType<ActScreenProps>;
  /** Forms that the act makes and that are handed out with it. */
  readonly prints?: readonly FormId[];
}

/** Who sits there, at which machine, and what is known of the dossier's matter. */
export interface ActingDesk {
  readonly acting: Acting;
  readonly device: DeviceId | undefined;
  /** Of the dossier, in the version it was received under; undefined where this device does not know it. */
  readonly procedure: Procedure | undefined;
}

export interface ActWords {
  /** On the button. */
  readonly act: string;
  readonly title: string;
  /** Told when it is durably on this device. */
  readonly done: string;
}

export interface ActScreenProps {
  readonly state: DossierState;
  readonly timeline: readonly TimelineEntry[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

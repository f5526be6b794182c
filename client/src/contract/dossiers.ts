/** One dossier as screens read it, and the only door through which an officer acts. */
import type { LookKind } from '@onestop/shared/dossier/define-event.ts';
import type { CommandName, CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { RefusedCode } from '@onestop/shared/protocol/messages.ts';
import type { DossierIndex } from './dossier-index.ts';
import type { StorageFault } from './faults.ts';

export interface TimelineEntry {
  readonly event: EventEnvelope;
  /** 'LOCAL' only on this device · 'SENT' the server has acknowledged · 'RECEIVED' came from the server · 'REFUSED' · 'QUARANTINED'. */
  readonly sync: 'LOCAL' | 'SENT' | 'RECEIVED' | 'REFUSED' | 'QUARANTINED';
  readonly refusedCode?: RefusedCode | undefined;
}

export interface DossierView {
  readonly state: DossierState;
  readonly timeline: readonly TimelineEntry[];
}

export interface PerformRequest<C extends CommandName> {
  readonly command: C;
  /** Absent for commands that open a dossier. */
  readonly dossier?: DossierId | undefined;
  readonly input: CommandInput<C>;
  /** Local intake draft to delete in the same transaction. */
  readonly intakeDraft?: string | undefined;
}

/** Why an act could not be tried at all. `desk/frozen`: what the desk works on is too old, and the district wants no new acceptances then. */
export type NotNow = { readonly code: 'session/locked' } | { readonly code: 'desk/frozen' };

export interface Dossiers {
  readonly index: DossierIndex;
  readonly perform: <C extends CommandName>(
    request: PerformRequest<C>,
  ) => Promise<Result<{ readonly dossier: DossierId; readonly state: DossierState }, Refusal | StorageFault | NotNow>>;
  /**
   * What the citizen says of the service, from the page that is his own: only while the officer who opened it is locked out, so it is never an act of an open session;
   * gives the code of what went wrong.
   */
  readonly rate: (id: DossierId, said: CommandInput<'recordRating'>) => Promise<string | undefined>;
  /** Leaves a trace that the officer looked at another office's dossier, each kind once a sitting; gives the code of what went wrong. The own office's looks leave none. */
  readonly look: (id: DossierId, what: LookKind) => Promise<string | undefined>;
  readonly open: (id: DossierId) => Promise<DossierView | undefined>;
  /** Calls back whenever the dossier's events change (this tab, another tab, a pull). */
  readonly watch: (id: DossierId, listener: () => void) => () => void;
}

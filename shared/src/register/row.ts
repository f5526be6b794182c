/**
 * One line of the lists and of the register (Sổ theo dõi hồ sơ), derived from a dossier's state. Kept small: 50,000 of them live in
 * the memory of an old PC. `dossierRow(state)` makes it.
 */
import type { Instant } from '../kernel/instant.ts';
import type { DossierId, OfficeId } from '../kernel/ids.ts';
import type { DossierStatus, ProcessStep } from '../dossier/state.ts';

export interface DossierRow {
  readonly id: DossierId;
  readonly office: OfficeId;
  readonly status: DossierStatus;
  readonly step?: ProcessStep | undefined;
  readonly code?: string | undefined;
  readonly book?: string | undefined;
  readonly line?: number | undefined;
  readonly procedure?: string | undefined;
  readonly procedureVersion?: number | undefined;
  readonly name?: string | undefined;
  readonly birthYear?: number | undefined;
  /** Needed to find earlier dossiers of the same person; lists show it masked. */
  readonly idNumber?: string | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly sets?: number | undefined;
  readonly channel?: string | undefined;
  readonly returnChannel?: string | undefined;
  readonly openedAt: Instant;
  readonly acceptedAt?: Instant | undefined;
  readonly forwardedAt?: Instant | undefined;
  readonly dueAt?: Instant | undefined;
  readonly paused: boolean;
  readonly finishedAt?: Instant | undefined;
  readonly returnedAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
  readonly feeVnd?: number | undefined;
  readonly contradictions: number;
  readonly unknownEvents: number;
  readonly lastAt: Instant;
}

/** Half-typed intakes of this device. */
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { StorageFault } from './faults.ts';
import type { Live } from './live.ts';

/** A half-typed intake, device-local, survives a killed browser; saved on every change (debounced ≤ 300 ms, and at page hide). */
export interface IntakeDraft {
  readonly id: string;
  readonly updatedAt: Instant;
  readonly actor: StaffId;
  /** One line for the list: procedure and name. */
  readonly title: string;
  readonly form: unknown;
}

export interface IntakeDrafts {
  readonly list: Live<readonly IntakeDraft[]>;
  readonly save: (draft: IntakeDraft) => Promise<Result<void, StorageFault>>;
  readonly remove: (id: string) => Promise<void>;
}

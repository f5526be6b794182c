/**
 * One immutable line of a device's log. `device` + `seq` is the identity; `seq` is gapless from 1. `after` names the dossier's newest
 * events that the officer had seen (empty for a dossier's first event). `at` is the officer's time corrected by the last known
 * server offset; the raw device time is `at - clockOffsetMs`.
 */
import type { Instant } from '../kernel/instant.ts';
import type { DeviceId, DossierId, EventRef, OfficeId, StaffId } from '../kernel/ids.ts';
import type { Json } from '../kernel/canonical-json.ts';

export interface EventEnvelope {
  readonly device: DeviceId;
  readonly seq: number;
  readonly dossier: DossierId;
  readonly after: readonly EventRef[];
  /** Past tense, PascalCase; may be a type this build does not know. */
  readonly type: string;
  /** Version of the data's shape, from 1. */
  readonly version: number;
  readonly at: Instant;
  readonly clockOffsetMs: number;
  /** The officer stated the time, because the device's clock was wrong and nobody could set it. */
  readonly stated?: true | undefined;
  /** The signed-in officer. */
  readonly actor: StaffId;
  /** The office the actor acted for (= the device's office). */
  readonly office: OfficeId;
  readonly data: { readonly [key: string]: Json | undefined };
}

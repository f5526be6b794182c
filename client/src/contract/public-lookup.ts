/** What this device tells anybody about a dossier: the tablet at the door asks it, with nobody signed in. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { PublicStatus } from '@onestop/shared/register/public-status.ts';

export interface PublicAnswer {
  readonly code: string;
  readonly status: PublicStatus;
}

export interface PublicLookup {
  /** As typed or scanned; the office's own part of the code may be left out. Undefined for everything that may not be told, without a difference. */
  readonly find: (typed: string) => Promise<PublicAnswer | undefined>;
  /** Up to when this device has what the others of the office did; undefined where it never had. */
  readonly asOf: () => Instant | undefined;
}

/** Everything the app needs from outside, made in the composition root (or by a test). */
import type { Clock, Random } from '@onestop/shared/ports.ts';
import type { Logger } from 'pino';
import type { ProofChecker } from './auth/proof.ts';
import type { RateLimit } from './auth/rate-limit.ts';
import type { Store } from './db/store.ts';
import type { Build } from './log/build.ts';
import type { CutUploads } from './log/cut-uploads.ts';
import type { ReferenceCache } from './log/reference-cache.ts';
import type { Metrics } from './metrics.ts';

export interface AppDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly proofs: ProofChecker;
  readonly cutUploads: CutUploads;
  readonly reference: ReferenceCache;
  /** Secret of this database's servers, see `auth/server-key.ts`. */
  readonly serverKey: string;
  /** Public half of the pair to which devices seal, see `auth/encryption-key.ts`. */
  readonly encryptionKey: string;
  readonly build: Build;
  /** See `version.ts`. */
  readonly version: string;
  readonly enrolLimit: RateLimit;
  readonly signInLimit: RateLimit;
  /** Of the public's look-ups by code. */
  readonly lookupLimit: RateLimit;
  /** Folder of the built PWA; undefined in tests that need none. */
  readonly clientFolder?: string | undefined;
  readonly secureAddress?: boolean | undefined;
  /** Folders whose free room monitoring asks for, by what is in them. */
  readonly disks?: Readonly<Record<string, string>> | undefined;
  /** Aborted when the server is stopping: open hint streams end. */
  readonly stopping: AbortSignal;
}

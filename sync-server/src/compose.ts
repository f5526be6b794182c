/** The app's dependencies around an open store: what `main.ts`, the tools and the tests share. Creates no socket and reads no environment. */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Clock, Random } from '@onestop/shared/ports.ts';
import { loadEncryptionKey } from './auth/encryption-key.ts';
import { createProofChecker } from './auth/proof.ts';
import { createRateLimit } from './auth/rate-limit.ts';
import { systemRandom } from './auth/secrets.ts';
import { loadServerKey } from './auth/server-key.ts';
import type { Store } from './db/store.ts';
import type { AppDeps } from './deps.ts';
import { isoWithOffset } from './iso-time.ts';
import { type Build, createBuild } from './log/build.ts';
import { createCutUploads } from './log/cut-uploads.ts';
import { markEmptyProjections } from './log/rebuild.ts';
import { createReferenceCache } from './log/reference-cache.ts';
import { createMetrics } from './metrics.ts';

export interface ComposeOptions {
  readonly store: Store;
  readonly log: Logger;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  readonly clientFolder?: string | undefined;
  readonly secureAddress?: boolean | undefined;
  /** Of this build, where somebody asks; unknown in tests that do not. */
  readonly version?: string | undefined;
  readonly disks?: AppDeps['disks'];
  /** Plays an old build of the server in tests. */
  readonly build?: Build | undefined;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Structured lines, one a request; to the standard output unless a test listens. */
export function createLog(level: string, lines?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: () => `,"time":"${isoWithOffset(Date.now())}"` };
  return lines === undefined ? pino(options) : pino(options, lines);
}

export async function composeDeps(options: ComposeOptions): Promise<Omit<AppDeps, 'stopping'>> {
  const {
    store,
    log,
    clock = systemClock,
    random = systemRandom,
    clientFolder,
    secureAddress,
    build = createBuild(),
    version = '0',
    disks,
  } = options;
  await markEmptyProjections({ store, build });
  return {
    store,
    build,
    log,
    clock,
    random,
    clientFolder,
    secureAddress,
    metrics: createMetrics(version),
    version,
    disks,
    proofs: createProofChecker(),
    cutUploads: createCutUploads(clock),
    reference: createReferenceCache(store),
    serverKey: await loadServerKey(store, random),
    encryptionKey: await loadEncryptionKey(store),
    enrolLimit: createRateLimit(clock, { windowMs: 15 * 60_000, triesPerKeyMax: 10, triesTotalMax: 200 }),
    signInLimit: createRateLimit(clock, { windowMs: 10 * 60_000, triesPerKeyMax: 5, triesTotalMax: 500 }),
    // A family with a handful of dossiers behind one address of a telephone network, and far from enough to walk through a day's codes.
    lookupLimit: createRateLimit(clock, { windowMs: 10 * 60_000, triesPerKeyMax: 30, triesTotalMax: 3_000 }),
  };
}

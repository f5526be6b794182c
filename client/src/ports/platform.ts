/**
 * What the client takes from the browser, as one object made at the edge (`browserPlatform`) and replaced in tests and in the simulation:
 * nothing in `db/`, `sync/engine/` or `session/` reads a clock, a timer, the network or randomness in any other way.
 */
import type { Clock, Random } from '@onestop/shared/ports.ts';

export interface Timers {
  readonly set: (run: () => void, delayMs: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

/** `run` holds the named lock until it resolves; waits for its turn; ends early without running where `signal` aborts first. */
export interface Locks {
  readonly request: (name: string, signal: AbortSignal, run: () => Promise<void>) => Promise<void>;
}

export interface Channel {
  readonly post: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => () => void;
  readonly close: () => void;
}

/** The device's own pairs, P-256. The private halves never leave the browser. */
export interface DeviceKeys {
  readonly signing: CryptoKeyPair;
  /** What is sealed to its public half only this device can open. */
  readonly encryption: CryptoKeyPair;
}

export interface Keys {
  readonly generate: () => Promise<DeviceKeys>;
  /** SPKI, base64url. */
  readonly publicKeys: (keys: DeviceKeys) => Promise<{ readonly signing: string; readonly encryption: string }>;
  /** ECDSA with SHA-256, base64url of r‖s. */
  readonly sign: (keys: DeviceKeys, bytes: Uint8Array) => Promise<string>;
  /** For the server alone, whose public key (SPKI, base64url) enrolment gave; rejects where it is none. */
  readonly seal: (serverKey: string, content: Uint8Array) => Promise<Uint8Array>;
}

export interface PageSignals {
  readonly isVisible: () => boolean;
  /** Called when the page may be online again, is shown, or is about to go. */
  readonly onOnline: (listener: () => void) => () => void;
  readonly onVisible: (listener: () => void) => () => void;
  readonly onPageHide: (listener: () => void) => () => void;
}

export interface StorageHealth {
  readonly estimate: () => Promise<{ readonly usedBytes?: number | undefined; readonly quotaBytes?: number | undefined }>;
  readonly persisted: () => Promise<boolean | undefined>;
  readonly persist: () => Promise<boolean>;
}

export interface Platform {
  readonly indexedDB: IDBFactory | undefined;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange | undefined;
  /** Suffix of database, lock and channel names: many devices in one process. */
  readonly name: string;
  readonly fetch: typeof globalThis.fetch;
  /** '' in the browser: the server that handed out the application. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /** Milliseconds that never go back while the page lives. */
  readonly monotonicMs: () => number;
  readonly random: Random;
  readonly timers: Timers;
  /** Runs when nothing else is to do. */
  readonly idle: (run: () => void) => void;
  /** undefined where the browser has none: then every tab may lead, which is slower but still correct. */
  readonly locks: Locks | undefined;
  readonly openChannel: (name: string) => Channel;
  readonly keys: Keys;
  readonly signals: PageSignals;
  readonly storageHealth: StorageHealth;
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  readonly caches: CacheStorage | undefined;
  /** Whether a service worker is in charge, so that the page starts without the server. While it still installs, the cache is there but answers nothing. */
  readonly isWorkerActive: () => Promise<boolean>;
  /** Asks the browser to wake the service worker when the network is back; does nothing where it cannot. */
  readonly registerBackgroundSync: () => Promise<void>;
  readonly appVersion: string;
  /** argon2id check of a secret against a PHC string. */
  readonly verifySecret: (secret: string, verifier: string) => Promise<boolean>;
}

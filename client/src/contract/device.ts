/** This browser as a device of its office: enrolment, readiness for work without a network, storage, faults. */
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { ClockNotice, StatedProblem } from '@onestop/shared/sync/act-time.ts';
import type { WireErrorCode } from '@onestop/shared/protocol/errors.ts';
import type { StorageFault } from './faults.ts';
import type { Live } from './live.ts';

export interface DeviceInfo {
  readonly device: DeviceId;
  readonly name: string;
  readonly office: OfficeId;
  readonly bookNumber: number;
}

/** "Sẵn sàng làm việc ngoại tuyến" only when every item is true; `persisted` is shown either way. */
export interface Readiness {
  readonly appCached: boolean;
  readonly catalogue: boolean;
  readonly calendar: boolean;
  readonly roster: boolean;
  readonly numbers: boolean;
  readonly persisted: 'granted' | 'denied' | 'unknown';
  readonly ready: boolean;
}

export interface Device {
  /** undefined until enrolled. */
  readonly info: Live<DeviceInfo | undefined>;
  readonly enrol: (
    code: string,
  ) => Promise<Result<DeviceInfo, { readonly code: WireErrorCode | 'network/unreachable' | 'network/not-ours' } | StorageFault>>;
  readonly readiness: Live<Readiness>;
  readonly checkReadiness: () => Promise<void>;
  readonly askPersistence: () => Promise<boolean>;
  readonly storage: Live<{ readonly usedBytes?: number | undefined; readonly quotaBytes?: number | undefined }>;
  /** Set when something is wrong with local data or the clock: has a screen or banner of its own. */
  readonly fault: Live<
    | StorageFault
    | { readonly code: 'clock/wrong'; readonly notice: ClockNotice }
    | { readonly code: 'device/revoked' }
    | { readonly code: 'log/broken'; readonly seq: number }
    | undefined
  >;
  /** Looks at the clock again: it was perhaps set. */
  readonly checkClock: () => void;
  /** What the officer says the time is, for a clock that is wrong and that nobody can set; holds until the next exchange. */
  readonly stateTime: (at: Instant) => Promise<Result<void, StateTimeError>>;
}

export type StateTimeError = StatedProblem | StorageFault;

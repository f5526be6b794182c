/** An answer of the server with what is known of its journey, and what came of taking it in. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import type { StorageFault } from '../../../contract/faults.ts';
import type { DeviceState } from '../device-state.ts';

export interface ArrivedAnswer {
  readonly request: SyncRequest;
  readonly answer: SyncAnswer;
  /** Characters of JSON of the events that were sent. */
  readonly sentChars: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  /** Raw device clock when the request left and when the answer was there. */
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
}

export interface Applied {
  /** `STALE`: the answer speaks of a log that is no more. `LOCKED`: only a device whose rows are open can take this in. */
  readonly kind: 'APPLIED' | 'STALE' | 'FORKED' | 'LOCKED';
  /** Events of other devices that are new here. */
  readonly received: number;
  /** Own events newly acknowledged. */
  readonly acknowledged: number;
  readonly pending: number;
  readonly state: DeviceState;
}

export type ApplyError = StorageFault | { readonly code: 'log/broken'; readonly seq: number };

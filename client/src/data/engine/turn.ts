/** What one turn of the exchange is given and gives. */
import type { TransportError, Transport } from '@onestop/shared/ports.ts';
import type { ReportedProblem, SyncOutcome } from '@onestop/shared/protocol/messages.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { Platform } from '../../ports/platform.ts';
import type { EventLog } from '../db/event-log.ts';
import type { Applied } from '../db/log/arrived-answer.ts';

export interface BatchSize {
  readonly eventsMax: number;
  /** Characters of JSON, from which the bytes on the wire follow. */
  readonly charsMax: number;
  readonly answerEventsMax: number;
  /** What the turn after this one will most likely carry. */
  readonly likelyNext?: { readonly eventsMax: number; readonly answerEventsMax: number } | undefined;
}

export interface Turn {
  readonly applied: Applied;
  readonly more: boolean;
  readonly outcome: SyncOutcome['kind'];
  /** Reference data, leases or a page came, be it of known events. */
  readonly otherNews: boolean;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly sent: number;
}

export type TurnError =
  | TransportError
  | StorageFault
  | { readonly code: 'log/broken'; readonly seq: number }
  /** The answer can only be taken in where the rows are open. */
  | { readonly code: 'local/locked' };

export interface DeviceFacts {
  readonly usedBytes?: number | undefined;
  readonly quotaBytes?: number | undefined;
  readonly persisted?: boolean | undefined;
  /** What failed since the last exchange. */
  readonly problems?: readonly ReportedProblem[] | undefined;
}

export interface TurnDeps {
  readonly platform: Pick<Platform, 'clock' | 'appVersion'>;
  readonly log: EventLog;
  readonly transport: Transport;
  readonly facts: () => DeviceFacts;
}

/** What the pure folder needs from outside, as small interfaces. Only composition roots create instances. */
import type { Instant } from './kernel/instant.ts';
import type { Result } from './kernel/result.ts';
import type { SyncAnswer, SyncRequest } from './protocol/messages.ts';
import type { WireErrorCode } from './protocol/errors.ts';

export interface Clock {
  readonly now: () => Instant;
}
export interface ClockDep {
  readonly clock: Clock;
}

export interface Random {
  readonly bytes: (length: number) => Uint8Array;
}
export interface RandomDep {
  readonly random: Random;
}

/** What can go wrong on the way to the server and back, as the sync machine sees it. */
export type TransportError =
  /** No answer: refused, reset, timed out, cut. */
  | { readonly code: 'network/unreachable' }
  /** An answer that is not our server's (captive portal, proxy error page). */
  | { readonly code: 'network/not-ours'; readonly status: number }
  | { readonly code: WireErrorCode; readonly retryAfterSeconds?: number | undefined };

export interface Arrived {
  readonly answer: SyncAnswer;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

export interface Transport {
  /** Encodes and signs, which takes a while for a large batch. */
  readonly prepare: (request: SyncRequest) => Promise<PreparedRequest>;
}

export interface PreparedRequest {
  /** May be called again after a failure: the same bytes go out, or what the server lacks of them. */
  readonly send: () => Promise<Result<Arrived, TransportError>>;
  /** The line broke while this was sent, and the server says it keeps what came. */
  readonly isPartlyThere: () => boolean;
}
export interface TransportDep {
  readonly transport: Transport;
}

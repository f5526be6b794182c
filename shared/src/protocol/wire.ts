/**
 * The bytes of the exchange, before packing (`pack.ts`). `protocol`, then a shape stream, then a body stream: headers field by field, events and the rarer
 * lists as columns (`columns/`). Whatever comes in is checked here: a decoder answers a `Result` and never throws, and what it answers keeps every
 * promise of `messages.ts` (patterns, ranges, an unbroken sequence).
 */
import { type Result, err, ok } from '../kernel/result.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import { ByteReader, TooLargeFault, MalformedFault } from './columns/byte-reader.ts';
import { ByteWriter } from './columns/byte-writer.ts';
import { readEvents, writeEvents } from './columns/events.ts';
import type { Streams } from './columns/values.ts';
import { limits } from './limits.ts';
import type { SyncAnswer, SyncRequest } from './messages.ts';
import { type ProtocolProblem, negotiateProtocol } from './version.ts';
import { readAnswerBody, writeAnswerBody } from './wire-answer.ts';
import { checkEnvelope } from './wire-parts.ts';
import { readRequestBody, writeRequestBody } from './wire-request.ts';

export type WireProblem =
  | { readonly code: 'wire/malformed'; readonly detail: string }
  | { readonly code: 'wire/too-large'; readonly detail: string }
  | ProtocolProblem;

export function encodeSyncRequest(request: SyncRequest): Uint8Array {
  return encode(request.protocol, (out) => writeRequestBody(out, request));
}

export function decodeSyncRequest(bytes: Uint8Array): Result<SyncRequest, WireProblem> {
  return decode(bytes, readRequestBody);
}

export function encodeSyncAnswer(answer: SyncAnswer): Uint8Array {
  return encode(answer.protocol, (out) => writeAnswerBody(out, answer));
}

export function decodeSyncAnswer(bytes: Uint8Array): Result<SyncAnswer, WireProblem> {
  return decode(bytes, readAnswerBody);
}

/** A list of events by itself: also fit for files and for estimating what is still to be sent. */
export function encodeEvents(events: readonly EventEnvelope[], protocol = 1): Uint8Array {
  return encode(protocol, (out) => writeEvents(out, events));
}

export function decodeEvents(bytes: Uint8Array): Result<readonly EventEnvelope[], WireProblem> {
  return decode(bytes, (from) => {
    const events = readEvents(from);
    events.forEach(checkEnvelope);
    return events;
  });
}

/** The first field of every message, for refusing a version before reading further. */
export function peekProtocol(bytes: Uint8Array): number | undefined {
  const first = bytes[0];
  return first !== undefined && first < 128 ? first : undefined;
}

function encode(protocol: number, write: (out: Streams<ByteWriter>) => void): Uint8Array {
  const shape = new ByteWriter(512);
  const body = new ByteWriter(4096);
  write({ shape, body });
  const out = new ByteWriter(shape.length + body.length + 16);
  out.uint(protocol);
  out.uint(shape.length);
  out.bytes(shape.toBytes());
  out.bytes(body.toBytes());
  return out.toBytes();
}

function decode<T>(bytes: Uint8Array, read: (from: Streams<ByteReader>, protocol: number) => T): Result<T, WireProblem> {
  if (bytes.length > limits.unpackedBytesMax) return err({ code: 'wire/too-large', detail: `${bytes.length} bytes` });
  try {
    const from = new ByteReader(bytes, { left: limits.expandedCharactersMax });
    const protocol = negotiateProtocol(from.uint());
    if (!protocol.ok) return protocol;
    const shape = from.part(from.uint());
    const body = from.part(from.left);
    const value = read({ shape, body }, protocol.value);
    shape.end();
    body.end();
    return ok(value);
  } catch (fault) {
    if (fault instanceof TooLargeFault) return err({ code: 'wire/too-large', detail: fault.message });
    if (fault instanceof MalformedFault) return err({ code: 'wire/malformed', detail: fault.message });
    throw fault;
  }
}

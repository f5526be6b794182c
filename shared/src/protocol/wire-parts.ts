/** Parts that the request and the answer share. */
import type { OfficeId } from '../kernel/ids.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import { type ByteReader, MalformedFault } from './columns/byte-reader.ts';
import type { ByteWriter } from './columns/byte-writer.ts';
import { readShortText, writeShortText } from './columns/short-text.ts';
import type { FeedCursor, ReferenceCursor } from './messages.ts';
import { envelopeProblem } from './schemas.ts';

export const linkBytes = 32;

/** The mark is random, so four bytes beat a number of variable length. */
export function writeCursor(body: ByteWriter, cursor: FeedCursor): void {
  writeShortText(body, cursor.office);
  body.uint(cursor.position);
  writeMark(body, cursor.check);
}

export function readCursor(body: ByteReader): FeedCursor {
  const office = readShortText(body) as OfficeId;
  const position = body.uint();
  return { office, position, check: readMark(body) };
}

/** Version 0 says that there is none. */
export function writeReferenceCursor(body: ByteWriter, cursor: ReferenceCursor | undefined): void {
  body.uint(cursor?.version ?? 0);
  if (cursor !== undefined) writeMark(body, cursor.check);
}

export function readReferenceCursor(body: ByteReader): ReferenceCursor | undefined {
  const version = body.uint();
  return version === 0 ? undefined : { version, check: readMark(body) };
}

function writeMark(body: ByteWriter, check: number): void {
  for (let shift = 24; shift >= 0; shift -= 8) body.byte((check >>> shift) & 255);
}

function readMark(body: ByteReader): number {
  let check = 0;
  for (const byte of body.bytes(4)) check = check * 256 + byte;
  return check;
}

export function checkEnvelope(event: EventEnvelope): void {
  const problem = envelopeProblem(event);
  if (problem !== undefined) throw new MalformedFault(`event with a wrong ${problem}`);
}

interface HeaderSchema {
  readonly safeParse: (value: unknown) => {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
  };
}

/** Names the first wrong field, never its content. */
export function checkHeader(schema: HeaderSchema, message: unknown): void {
  const parsed = schema.safeParse(message);
  if (parsed.success) return;
  throw new MalformedFault(`wrong ${parsed.error?.issues[0]?.path.map(String).join('.') ?? 'header'}`);
}

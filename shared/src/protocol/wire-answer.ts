/** Body of the answer. What is rare (refused events, reference data, leases, freshness) is written as columns of plain values. */
import { groupBy } from '../kernel/group-by.ts';
import type { DeviceId, OfficeId } from '../kernel/ids.ts';
import { type ByteReader, MalformedFault } from './columns/byte-reader.ts';
import type { ByteWriter } from './columns/byte-writer.ts';
import { readEvents, writeEvents } from './columns/events.ts';
import { readShortText, writeShortText } from './columns/short-text.ts';
import { type Streams, type Value, readValues, writeValues } from './columns/values.ts';
import { limits } from './limits.ts';
import type { FeedCursor, FeedPage, ReferenceUpdate, SyncAnswer, SyncOutcome } from './messages.ts';
import { syncAnswerHeaderSchema } from './schemas.ts';
import { checkEnvelope, checkHeader, linkBytes, readCursor, readReferenceCursor, writeCursor, writeReferenceCursor } from './wire-parts.ts';

const outcomes = ['OK', 'RESEND', 'FORKED'] as const satisfies readonly SyncOutcome['kind'][];

const isMore = 1;
const hasRefused = 2;
const hasReference = 4;
const hasLeases = 8;
const hasFreshness = 16;

const referenceIsReset = 1;
const referenceHasName = 2;

const pageIsReset = 1;
const pageCursorElsewhere = 2;

export function writeAnswerBody(out: Streams<ByteWriter>, answer: SyncAnswer): void {
  const { body } = out;
  const { outcome } = answer;
  body.byte(outcomes.indexOf(outcome.kind));
  if (outcome.kind === 'FORKED') {
    writeShortText(body, outcome.device);
    writeShortText(body, outcome.token);
    body.uint(outcome.bookNumber);
    body.uint(outcome.keepSeq);
  }
  body.int(answer.serverTime);
  body.uint(answer.headSeq);
  body.bytes(answer.headLink);
  body.byte(
    (answer.more ? isMore : 0) |
      (answer.refused.length > 0 ? hasRefused : 0) |
      (answer.reference ? hasReference : 0) |
      (answer.leases ? hasLeases : 0) |
      (answer.freshness ? hasFreshness : 0),
  );
  body.uint(answer.pages.length);
  for (const page of answer.pages) writePage(out, page);
  if (answer.refused.length > 0) writeList(out, answer.refused);
  if (answer.reference) writeReference(out, answer.reference);
  if (answer.leases) writeList(out, answer.leases);
  if (answer.freshness) writeList(out, answer.freshness);
}

export function readAnswerBody(from: Streams<ByteReader>, protocol: number): SyncAnswer {
  const { body } = from;
  const outcome = readOutcome(body);
  const serverTime = body.int();
  const headSeq = body.uint();
  const headLink = body.bytes(linkBytes).slice();
  const flags = body.byte();
  const pages = Array.from({ length: body.count(limits.cursorsMax) }, () => readPage(from));
  const refused = flags & hasRefused ? readList(from) : [];
  const reference = flags & hasReference ? readReference(from) : undefined;
  const leases = flags & hasLeases ? readList(from) : undefined;
  const freshness = flags & hasFreshness ? readList(from) : undefined;
  const answer = {
    protocol,
    outcome,
    serverTime,
    headSeq,
    headLink,
    refused,
    pages,
    more: (flags & isMore) !== 0,
    ...(reference ? { reference } : {}),
    ...(leases ? { leases } : {}),
    ...(freshness ? { freshness } : {}),
  };
  checkHeader(syncAnswerHeaderSchema, answer);
  for (const page of pages) page.events.forEach(checkEnvelope);
  // The schema has checked the lists; codes that this build does not know stay as they are.
  return answer as unknown as SyncAnswer;
}

function readOutcome(body: ByteReader): SyncOutcome {
  const kind = outcomes[body.byte()];
  if (kind === undefined) throw new MalformedFault('unknown outcome');
  if (kind !== 'FORKED') return { kind };
  return { kind, device: readShortText(body) as DeviceId, token: readShortText(body), bookNumber: body.uint(), keepSeq: body.uint() };
}

function writePage(out: Streams<ByteWriter>, page: FeedPage): void {
  const elsewhere = page.cursor.office !== page.office;
  out.body.byte((page.reset ? pageIsReset : 0) | (elsewhere ? pageCursorElsewhere : 0));
  writeCursor(out.body, page.cursor);
  if (elsewhere) writeShortText(out.body, page.office);
  writeEvents(out, page.events);
}

function readPage(from: Streams<ByteReader>): FeedPage {
  const flags = from.body.byte();
  const cursor: FeedCursor = readCursor(from.body);
  const office = flags & pageCursorElsewhere ? (readShortText(from.body) as OfficeId) : cursor.office;
  return { office, events: readEvents(from), cursor, reset: (flags & pageIsReset) !== 0 };
}

/** Parts of one kind together: their values are columns then. */
function writeReference(out: Streams<ByteWriter>, { cursor, reset, parts, removed, deviceName }: ReferenceUpdate): void {
  writeReferenceCursor(out.body, cursor);
  out.body.byte((reset ? referenceIsReset : 0) | (deviceName === undefined ? 0 : referenceHasName));
  const byKind = [...groupBy(parts, ({ key }) => key.split('/', 1)[0] ?? '')];
  out.body.uint(byKind.length);
  for (const [kind, own] of byKind) {
    writeShortText(out.body, kind);
    out.body.uint(own.length);
    writeValues(
      out,
      own.map(({ key }) => key.slice(kind.length)),
    );
    writeValues(out, own.map(({ value }) => value) as readonly Value[]);
  }
  out.body.uint(removed.length);
  writeValues(out, removed);
  if (deviceName !== undefined) writeShortText(out.body, deviceName);
}

function readReference(from: Streams<ByteReader>): Value {
  const cursor = readReferenceCursor(from.body);
  if (cursor === undefined) throw new MalformedFault('reference data of no version');
  const flags = from.body.byte();
  const parts: { readonly key: string; readonly value: Value }[] = [];
  const kinds = from.body.count(limits.referencePartsMax);
  for (let i = 0; i < kinds; i++) {
    const kind = readShortText(from.body);
    const n = from.body.count(limits.referencePartsMax);
    const names = readValues(from, n);
    const values = readValues(from, n);
    names.forEach((name, at) => parts.push({ key: `${kind}${String(name)}`, value: values[at] }));
  }
  const removed = readValues(from, from.body.count(limits.referencePartsMax));
  const name = flags & referenceHasName ? { deviceName: readShortText(from.body) } : {};
  return { cursor: { ...cursor }, reset: (flags & referenceIsReset) !== 0, parts, removed, ...name } as unknown as Value;
}

function writeList(out: Streams<ByteWriter>, rows: readonly object[]): void {
  out.body.uint(rows.length);
  writeValues(out, rows as unknown as readonly Value[]);
}

function readList(from: Streams<ByteReader>): Value[] {
  return readValues(from, from.body.count(limits.listEventsMax));
}

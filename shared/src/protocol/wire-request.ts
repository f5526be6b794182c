/** Body of the request, field by field. An idle request is mostly its 32-byte link, so every other field is as small as it can be. */
import type { DeviceId } from '../kernel/ids.ts';
import { type ByteReader, TooLargeFault, MalformedFault } from './columns/byte-reader.ts';
import type { ByteWriter } from './columns/byte-writer.ts';
import { readEvents, writeEvents } from './columns/events.ts';
import { readShortText, writeShortText } from './columns/short-text.ts';
import type { Streams } from './columns/values.ts';
import { limits } from './limits.ts';
import type { DeviceReport, ReportedProblem, SyncRequest } from './messages.ts';
import { checkEnvelope, checkHeader, linkBytes, readCursor, readReferenceCursor, writeCursor, writeReferenceCursor } from './wire-parts.ts';
import { syncRequestHeaderSchema } from './schemas.ts';

const mebibyte = 1_048_576;

export function writeRequestBody(out: Streams<ByteWriter>, request: SyncRequest): void {
  const { body } = out;
  writeShortText(body, request.device);
  body.uint(request.ackedSeq);
  body.uint(request.lastSeq - request.ackedSeq);
  body.bytes(request.linkBefore);
  writeEvents(out, request.events);
  if (request.events.length > 0) body.bytes(request.linkAfter);
  body.uint(request.cursors.length);
  for (const cursor of request.cursors) writeCursor(body, cursor);
  writeReferenceCursor(body, request.reference);
  body.uint(request.numbersFree.length);
  for (const { agencyId, free } of request.numbersFree) {
    writeShortText(body, agencyId);
    body.uint(free);
  }
  body.uint(request.answerEventsMax);
  writeReport(body, request.report);
}

export function readRequestBody(from: Streams<ByteReader>, protocol: number): SyncRequest {
  const { body } = from;
  const device = readShortText(body) as DeviceId;
  const ackedSeq = body.uint();
  const lastSeq = ackedSeq + body.uint();
  const linkBefore = body.bytes(linkBytes).slice();
  const events = readEvents(from);
  const linkAfter = events.length > 0 ? body.bytes(linkBytes).slice() : linkBefore;
  const cursors = Array.from({ length: body.count(limits.cursorsMax) }, () => readCursor(body));
  const reference = readReferenceCursor(body);
  const numbersFree = Array.from({ length: body.count(limits.agenciesMax) }, () => ({ agencyId: readShortText(body), free: body.uint() }));
  const answerEventsMax = body.uint();
  const report = readReport(body);
  const request: SyncRequest = {
    protocol,
    device,
    ackedSeq,
    lastSeq,
    linkBefore,
    linkAfter,
    events,
    cursors,
    ...(reference === undefined ? {} : { reference }),
    numbersFree,
    answerEventsMax,
    report,
  };
  checkHeader(syncRequestHeaderSchema, request);
  checkBatch(request);
  return request;
}

/** Own events, one after the other, right after the acknowledged one. */
function checkBatch(request: SyncRequest): void {
  if (request.events.length > limits.pushBatchEventsMax) throw new TooLargeFault(`more than ${limits.pushBatchEventsMax} events`);
  request.events.forEach((event, i) => {
    checkEnvelope(event);
    if (event.device !== request.device) throw new MalformedFault('event of another device');
    if (event.seq !== request.ackedSeq + 1 + i) throw new MalformedFault('events are not contiguous');
  });
  if (request.ackedSeq + request.events.length > request.lastSeq) throw new MalformedFault('lastSeq before the last event');
}

const hasOldest = 1;
const hasUsed = 2;
const hasQuota = 4;
const hasPersisted = 8;
const isPersisted = 16;
const usedIsWhole = 32;
const quotaIsWhole = 64;
const hasProblems = 128;

/** Storage figures in whole MiB take a byte or two: devices round them. */
function writeReport(body: ByteWriter, report: DeviceReport): void {
  const { oldestPendingAt: oldest, storageUsedBytes: used, storageQuotaBytes: quota, persisted, problems } = report;
  body.byte(
    (oldest === undefined ? 0 : hasOldest) |
      (used === undefined ? 0 : hasUsed | (used % mebibyte === 0 ? usedIsWhole : 0)) |
      (quota === undefined ? 0 : hasQuota | (quota % mebibyte === 0 ? quotaIsWhole : 0)) |
      (persisted === undefined ? 0 : hasPersisted | (persisted ? isPersisted : 0)) |
      (problems === undefined ? 0 : hasProblems),
  );
  writeShortText(body, report.appVersion);
  body.uint(report.pendingEvents);
  body.uint(report.pendingBytes);
  body.int(report.clock);
  if (oldest !== undefined) body.int(report.clock - oldest);
  if (used !== undefined) body.uint(used % mebibyte === 0 ? used / mebibyte : used);
  if (quota !== undefined) body.uint(quota % mebibyte === 0 ? quota / mebibyte : quota);
  if (problems === undefined) return;
  body.uint(problems.length);
  for (const { code, count, firstAt, lastAt } of problems) {
    writeShortText(body, code);
    body.uint(count);
    body.int(report.clock - firstAt);
    body.int(lastAt - firstAt);
  }
}

function readProblem(body: ByteReader, clock: number): ReportedProblem {
  const code = readShortText(body);
  const count = body.uint();
  const firstAt = clock - body.int();
  return { code, count, firstAt, lastAt: firstAt + body.int() };
}

function readReport(body: ByteReader): DeviceReport {
  const flags = body.byte();
  const appVersion = readShortText(body);
  const pendingEvents = body.uint();
  const pendingBytes = body.uint();
  const clock = body.int();
  const oldestPendingAt = flags & hasOldest ? clock - body.int() : undefined;
  const storageUsedBytes = flags & hasUsed ? body.uint() * (flags & usedIsWhole ? mebibyte : 1) : undefined;
  const storageQuotaBytes = flags & hasQuota ? body.uint() * (flags & quotaIsWhole ? mebibyte : 1) : undefined;
  const problems = flags & hasProblems ? Array.from({ length: body.count(limits.problemsMax) }, () => readProblem(body, clock)) : undefined;
  return {
    appVersion,
    pendingEvents,
    pendingBytes,
    clock,
    ...(oldestPendingAt === undefined ? {} : { oldestPendingAt }),
    ...(storageUsedBytes === undefined ? {} : { storageUsedBytes }),
    ...(storageQuotaBytes === undefined ? {} : { storageQuotaBytes }),
    ...(flags & hasPersisted ? { persisted: (flags & isPersisted) !== 0 } : {}),
    ...(problems === undefined ? {} : { problems }),
  };
}

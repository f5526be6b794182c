/**
 * What a decoded message must look like, checked on both sides before anything acts on it. Headers by schema; envelopes by hand, because there are
 * thousands. The *data* of an event is not judged here: a wrong event must be refused by itself (`sync/judge-event.ts`), never stop a device.
 * Codes that may grow (refused events, kinds of reference parts) are open strings here, so that an older client reads a newer server.
 */
import * as z from 'zod/mini';
import { dayIdPattern, deviceIdPattern, dossierIdPattern, officeIdPattern, staffIdPattern } from '../kernel/ids.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import { limits } from './limits.ts';

const count = z.int().check(z.nonnegative());
const instant = z.int();
const device = z.string().check(z.regex(deviceIdPattern));
const office = z.string().check(z.regex(officeIdPattern));
const agencyId = z.string().check(z.minLength(1), z.maxLength(64));
const shortText = z.string().check(z.maxLength(500));
const code = z.string().check(z.regex(/^[a-z-]{1,40}\/[a-z-]{1,60}$/));
const link = z.instanceof(Uint8Array).check(z.refine((bytes) => bytes.length === 32));
const plainDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const mark = z.int().check(z.nonnegative(), z.maximum(0x7fffffff));
const referenceCursor = z.object({ version: z.int().check(z.positive()), check: mark });
const partKey = z.string().check(z.regex(/^[a-z]{1,40}(\/[A-Za-z0-9._@-]{1,120})?$/));

export const feedCursorSchema = z.object({ office, position: count, check: mark });

export const deviceReportSchema = z.object({
  appVersion: z.string().check(z.maxLength(64)),
  pendingEvents: count,
  pendingBytes: count,
  oldestPendingAt: z.optional(instant),
  storageUsedBytes: z.optional(count),
  storageQuotaBytes: z.optional(count),
  persisted: z.optional(z.boolean()),
  clock: instant,
  problems: z.optional(
    z
      .array(z.object({ code, count: z.int().check(z.positive()), firstAt: instant, lastAt: instant }))
      .check(z.maxLength(limits.problemsMax)),
  ),
});

/** All but the events. */
export const syncRequestHeaderSchema = z.object({
  protocol: z.int().check(z.positive()),
  device,
  ackedSeq: count,
  lastSeq: count,
  linkBefore: link,
  linkAfter: link,
  cursors: z.array(feedCursorSchema).check(z.maxLength(limits.cursorsMax)),
  reference: z.optional(referenceCursor),
  numbersFree: z.array(z.object({ agencyId, free: count })).check(z.maxLength(limits.agenciesMax)),
  answerEventsMax: count,
  report: deviceReportSchema,
});

export const refusedEventSchema = z.object({
  seq: z.int().check(z.positive()),
  kind: z.enum(['REFUSED', 'QUARANTINED']),
  code,
  detail: z.optional(shortText),
});

export const leaseSchema = z.object({
  agencyId,
  kind: z.enum(['RANGE', 'OVERFLOW']),
  from: count,
  to: count,
  digits: z.int().check(z.minimum(4), z.maximum(7)),
  validFrom: plainDate,
  retiredOn: z.optional(plainDate),
});

export const freshnessSchema = z.object({
  office,
  devices: count,
  slowest: z.optional(
    z.object({
      name: shortText,
      lastExchangeAt: z.optional(instant),
      pendingEvents: z.optional(count),
      oldestPendingAt: z.optional(instant),
    }),
  ),
  pendingEvents: count,
  newestEventAt: z.optional(instant),
  lost: z.optional(z.array(z.object({ name: shortText, at: instant })).check(z.maxLength(1_000))),
});

export const syncOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('OK') }),
  z.object({ kind: z.literal('RESEND') }),
  z.object({
    kind: z.literal('FORKED'),
    device,
    token: z.string().check(z.minLength(1), z.maxLength(500)),
    bookNumber: count,
    keepSeq: count,
  }),
]);

/** All but the events of the pages and the values of the reference documents, which their own checks read. */
export const syncAnswerHeaderSchema = z.object({
  protocol: z.int().check(z.positive()),
  outcome: syncOutcomeSchema,
  serverTime: instant,
  headSeq: count,
  headLink: link,
  refused: z.array(refusedEventSchema).check(z.maxLength(limits.refusedMax)),
  pages: z.array(z.object({ office, cursor: feedCursorSchema, reset: z.boolean() })).check(z.maxLength(limits.cursorsMax)),
  more: z.boolean(),
  reference: z.optional(
    z.object({
      cursor: referenceCursor,
      reset: z.boolean(),
      parts: z.array(z.object({ key: partKey, value: z.unknown() })).check(z.maxLength(limits.referencePartsMax)),
      removed: z.array(partKey).check(z.maxLength(limits.referencePartsMax)),
      deviceName: z.optional(z.string().check(z.maxLength(200))),
    }),
  ),
  leases: z.optional(z.array(leaseSchema).check(z.maxLength(1_000))),
  freshness: z.optional(z.array(freshnessSchema).check(z.maxLength(5_000))),
});

const typePattern = /^[A-Z][A-Za-z0-9]{0,63}$/;

/** What is wrong with an envelope, or undefined. */
export function envelopeProblem(event: EventEnvelope): string | undefined {
  if (!deviceIdPattern.test(event.device)) return 'device';
  if (!(event.seq >= 1)) return 'seq';
  if (!dossierIdPattern.test(event.dossier) && !dayIdPattern.test(event.dossier)) return 'dossier';
  if (!typePattern.test(event.type)) return 'type';
  if (!(event.version >= 1)) return 'version';
  if (!staffIdPattern.test(event.actor)) return 'actor';
  if (!officeIdPattern.test(event.office)) return 'office';
  for (const ref of event.after) if (!deviceIdPattern.test(ref.device) || !(ref.seq >= 1)) return 'after';
  return typeof event.data === 'object' && event.data !== null && !Array.isArray(event.data) ? undefined : 'data';
}

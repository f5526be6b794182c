/**
 * Field schemas shared by events and command inputs, with strict bounds: what passes here is stored for ever and sent to everybody.
 * Text is NFC without control characters; optional members are absent, never null or empty. Objects are closed: a new member is a new version.
 */
import * as z from 'zod/mini';
import {
  type DeviceId,
  type EventRef,
  type OfficeId,
  type StaffId,
  deviceIdPattern,
  officeIdPattern,
  staffIdPattern,
} from '../kernel/ids.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { dossierCodePattern } from './numbers.ts';
import type { DueDate, Intake, PaperNumber, PaperTick } from './state.ts';

/** Largest instant that is still in year 2199. */
const instantMax = 7_258_118_400_000;

/** True for NFC text without control characters (tab and line breaks pass) and without lone surrogates. */
export function isCleanText(text: string): boolean {
  let plain = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x300) {
      if ((c < 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0d) || c === 0x7f) return false;
    } else if (c >= 0xd800 && c <= 0xdfff) {
      const low = text.charCodeAt(i + 1);
      if (c >= 0xdc00 || !(low >= 0xdc00 && low <= 0xdfff)) return false;
      i++;
      plain = false;
    } else if (c < 0x1ea0 || c > 0x1ef9) {
      // Vietnamese precomposed letters (U+1EA0–1EF9) are NFC already; anything else is asked properly.
      plain = false;
    }
  }
  return plain || text === text.normalize('NFC');
}

export function text(max: number) {
  return z.string().check(z.minLength(1), z.maxLength(max), z.refine(isCleanText, { error: 'text' }));
}
export function optionalText(max: number) {
  return z.optional(text(max));
}
export function count(max: number) {
  return z.int().check(z.minimum(0), z.maximum(max));
}

export const money = count(1_000_000_000_000);
export const instant = count(instantMax);
export const plainDate = z.custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== undefined, {
  error: 'date',
});
export const officeId = z.custom<OfficeId>((value) => typeof value === 'string' && officeIdPattern.test(value), { error: 'office' });
export const staffId = z.custom<StaffId>((value) => typeof value === 'string' && staffIdPattern.test(value), { error: 'staff' });
export const deviceId = z.custom<DeviceId>((value) => typeof value === 'string' && deviceIdPattern.test(value), { error: 'device' });
export const eventRef: z.ZodMiniType<EventRef> = z.strictObject({ device: deviceId, seq: z.int().check(z.minimum(1)) });
export const dossierCode = z.string().check(z.maxLength(48), z.regex(dossierCodePattern));
/** A line of a book: register, slips, lists. */
export const paperNumber: z.ZodMiniType<PaperNumber> = z.strictObject({
  book: text(20),
  line: z.int().check(z.minimum(1), z.maximum(10_000_000)),
});
export const reason = text(2000);
export const note = optionalText(2000);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
const partialDate = z.string().check(z.refine(isPartialDate, { error: 'date' }));
function isPartialDate(value: string): boolean {
  if (value.length === 10) return parsePlainDate(value) !== undefined;
  if (value.length === 7) return parsePlainDate(`${value}-01`) !== undefined;
  return value.length === 4 && parsePlainDate(`${value}-01-01`) !== undefined;
}

const partyFields = {
  kind: z.enum(['PERSON', 'ORGANISATION']),
  fullName: text(200),
  birthDate: z.optional(partialDate),
  sex: z.optional(z.enum(['MALE', 'FEMALE'])),
  evidence: z.enum(['CCCD', 'CAN_CUOC', 'VNEID', 'PASSPORT', 'CMND', 'OTHER', 'NONE']),
  idNumber: optionalText(32),
  idIssuedOn: z.optional(plainDate),
  taxCode: optionalText(20),
  address: optionalText(300),
  phone: optionalText(30),
  email: optionalText(120),
};

const paperTick = z.strictObject({
  component: z.optional(count(999)),
  name: optionalText(500),
  state: z.enum(['RECEIVED', 'MISSING', 'FROM_DATABASE', 'NOT_NEEDED']),
  originals: count(999),
  certified: count(999),
  copies: count(999),
});
export const paperTicks: z.ZodMiniType<readonly PaperTick[]> = z.array(paperTick).check(z.maxLength(200));

export const intake: z.ZodMiniType<Intake> = z.strictObject({
  procedure: z.strictObject({ key: text(100), version: z.int().check(z.minimum(1), z.maximum(1_000_000)) }),
  owner: z.strictObject(partyFields),
  submitter: z.optional(z.strictObject({ ...partyFields, authorisation: optionalText(300) })),
  papers: paperTicks,
  sets: z.int().check(z.minimum(1), z.maximum(999)),
  summary: optionalText(500),
  channel: z.enum(['COUNTER', 'ONLINE', 'POST']),
  returnChannel: z.enum(['DESK', 'POST', 'ELECTRONIC']),
  returnAddress: optionalText(300),
  feeVnd: z.optional(money),
  feePaid: z.boolean(),
  note: optionalText(2000),
});

export const dueDate: z.ZodMiniType<DueDate> = z.strictObject({
  dueAt: instant,
  unit: z.enum(['SAME_DAY', 'WORKING_DAY', 'WORKING_HOUR', 'DAY', 'MONTH', 'NONE']),
  amount: count(100_000),
  calendarVersion: count(1_000_000_000),
});

/** A promise set by the officer, where the procedure has no known limit. */
export const chosenDue = z.strictObject({ date: plainDate, minute: z.optional(count(1439)), reason });

export const outcome = z.enum(['GRANTED', 'REFUSED']);

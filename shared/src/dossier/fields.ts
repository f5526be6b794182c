/**
 * Field schemas shared by events and command inputs, with strict bounds: what passes here is stored for ever and sent to everybody.
 * Text is NFC without control characters; optional members are absent, never null or empty. Objects are closed: a new member is a new version.
 */
import * as z from 'zod/mini';
import {
  type DeviceId,
  type DossierId,
  type EventRef,
  type OfficeId,
  type StaffId,
  deviceIdPattern,
  dossierIdPattern,
  officeIdPattern,
  staffIdPattern,
} from '../kernel/ids.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { type Agency, type PrintedNames, serviceLevels } from './acceptance.ts';
import { agencyIdPattern, dossierCodePattern } from './numbers.ts';
import { type FeeItem, type Payment, type PaymentNow, type Refund, paymentMethods } from './fees.ts';
import { type BroughtPaper, type PaperId, type PaperTick, type ReturnedOriginal, paperStates } from './papers.ts';
import { type DueDate, type Intake, type PaperNumber, type ReceiverPaper, type RecordSubject, receiverRelations } from './state.ts';

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
/** Acts of one side of a contradiction. */
export const eventRefs: z.ZodMiniType<readonly EventRef[]> = z.array(eventRef).check(z.maxLength(200));
export const dossierId = z.custom<DossierId>((value) => typeof value === 'string' && dossierIdPattern.test(value), { error: 'dossier' });
export const dossierCode = z.string().check(z.maxLength(48), z.regex(dossierCodePattern));
/** A line of a book: register, slips, lists. */
export const paperNumber: z.ZodMiniType<PaperNumber> = z.strictObject({
  book: text(20),
  line: z.int().check(z.minimum(1), z.maximum(10_000_000)),
});
/** "A012": letters of the device, then the number of the day. */
export const ticketNumber = z.string().check(z.regex(/^[A-Z]{1,3}\d{3,5}$/));
export const reason = text(2000);
export const note = optionalText(2000);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDate = z.string().check(z.refine(isPartialDate, { error: 'date' }));
function isPartialDate(value: string): boolean {
  if (value.length === 10) return parsePlainDate(value) !== undefined;
  if (value.length === 7) return parsePlainDate(`${value}-01`) !== undefined;
  return value.length === 4 && parsePlainDate(`${value}-01-01`) !== undefined;
}

export const receiverPaper: z.ZodMiniType<ReceiverPaper> = z.strictObject({
  evidence: z.enum(['CCCD', 'CAN_CUOC', 'VNEID', 'PASSPORT', 'CMND', 'OTHER']),
  number: text(32),
});
export const receiverRelation = z.enum(receiverRelations);

const personFields = {
  fullName: text(200),
  birthDate: z.optional(partialDate),
  sex: z.optional(z.enum(['MALE', 'FEMALE'])),
  evidence: z.enum(['CCCD', 'CAN_CUOC', 'VNEID', 'PASSPORT', 'CMND', 'OTHER', 'NONE']),
  idNumber: optionalText(32),
  idIssuedOn: z.optional(plainDate),
  oldIdNumber: z.optional(z.string().check(z.regex(/^(?:\d{9}|\d{12})$/))),
};
const partyFields = {
  ...personFields,
  kind: z.enum(['PERSON', 'ORGANISATION']),
  taxCode: optionalText(20),
  decisionNumber: optionalText(100),
  representative: z.optional(z.strictObject({ ...personFields, position: optionalText(100) })),
  address: optionalText(300),
  phone: optionalText(30),
  email: optionalText(120),
};
const subject: z.ZodMiniType<RecordSubject> = z.strictObject({
  role: z.enum(['CHILD', 'DECEASED', 'SPOUSE', 'WARD', 'OTHER']),
  fullName: text(200),
  birthDate: z.optional(partialDate),
  deathDate: z.optional(partialDate),
  sex: z.optional(z.enum(['MALE', 'FEMALE'])),
  idNumber: optionalText(32),
});

export const paperId: z.ZodMiniType<PaperId> = z.int().check(z.minimum(1), z.maximum(instantMax));
const paperSource = { name: text(200), answer: optionalText(500) };
const paperFields = {
  component: z.optional(count(999)),
  asked: z.optional(z.enum(['ALWAYS', 'BY_CASE'])),
  name: optionalText(2000),
  state: z.enum(paperStates),
  database: z.optional(z.strictObject(paperSource)),
  originals: count(999),
  certified: count(999),
  copies: count(999),
};
const paperTick = z
  .strictObject({
    id: paperId,
    ...paperFields,
    database: z.optional(z.strictObject({ ...paperSource, dossier: z.optional(dossierId), validTo: z.optional(plainDate) })),
  })
  .check(z.refine(hasOwnQuantities, { error: 'invalid', path: ['originals'] }));
export const procedureRef = z.strictObject({ key: text(100), version: z.int().check(z.minimum(1), z.maximum(1_000_000)) });
export const paperTicks: z.ZodMiniType<readonly PaperTick[]> = z
  .array(paperTick)
  .check(z.maxLength(200), z.refine(hasOwnIds, { error: 'invalid' }));
/** Papers as an act brings them: which row they belong to is found by the rules. */
export const broughtPapers: z.ZodMiniType<readonly BroughtPaper[]> = z
  .array(
    z
      .strictObject({ id: z.optional(paperId), ...paperFields })
      .check(z.refine(hasOwnQuantities, { error: 'invalid', path: ['originals'] })),
  )
  .check(z.maxLength(200));
export const returnedOriginals: z.ZodMiniType<readonly ReturnedOriginal[]> = z
  .array(z.strictObject({ paper: paperId, originals: z.int().check(z.minimum(1), z.maximum(999)) }))
  .check(z.maxLength(200));

/** Only a paper that lies here has quantities: a shown one stays with the citizen. */
function hasOwnQuantities(paper: Pick<PaperTick, 'state' | 'originals' | 'certified' | 'copies'>): boolean {
  return paper.state === 'RECEIVED' || paper.originals + paper.certified + paper.copies === 0;
}
function hasOwnIds(papers: readonly { readonly id: PaperId }[]): boolean {
  return new Set(papers.map((paper) => paper.id)).size === papers.length;
}

const exemption = z.strictObject({ amountVnd: money, ground: text(500) });
const feeItem: z.ZodMiniType<FeeItem> = z.strictObject({
  name: text(300),
  kind: z.optional(z.enum(['PHI', 'LE_PHI'])),
  unitVnd: z.optional(money),
  per: optionalText(100),
  quantity: z.optional(z.strictObject({ copies: count(10_000), pages: z.optional(count(10_000)) })),
  amountVnd: z.optional(money),
  exemption: z.optional(exemption),
});
/** Empty: nothing is to be paid. */
export const feeItems: z.ZodMiniType<readonly FeeItem[]> = z.array(feeItem).check(z.maxLength(50));
const paymentMethod = z.enum(paymentMethods);
const receipt = optionalText(60);
export const paymentFields = {
  method: paymentMethod,
  amountVnd: money,
  receipt,
  items: z.optional(z.array(count(49)).check(z.maxLength(50))),
};
export const payment: z.ZodMiniType<Payment> = z.strictObject(paymentFields);
export const paymentNow: z.ZodMiniType<PaymentNow> = z.strictObject({ method: paymentMethod, receipt });
export const refund: z.ZodMiniType<Refund> = z.strictObject({
  amountVnd: money,
  method: paymentMethod,
  reason: text(2000),
  voucher: receipt,
});

export const intake: z.ZodMiniType<Intake> = z.strictObject({
  procedure: procedureRef,
  owner: z.strictObject(partyFields),
  submitter: z.optional(z.strictObject({ ...partyFields, authorisation: optionalText(300) })),
  subjects: z.optional(z.array(subject).check(z.maxLength(20))),
  papers: paperTicks,
  sets: z.int().check(z.minimum(1), z.maximum(999)),
  summary: optionalText(500),
  channel: z.enum(['COUNTER', 'ONLINE', 'POST']),
  returnChannel: z.enum(['DESK', 'POST', 'ELECTRONIC']),
  returnAddress: optionalText(300),
  fees: z.optional(feeItems),
  payment: z.optional(payment),
  note: optionalText(2000),
  ticket: z.optional(ticketNumber),
});

export const printedNames: z.ZodMiniType<PrintedNames> = z.strictObject({
  authority: text(200),
  desk: text(200),
  office: text(200),
  place: text(100),
  numberSuffix: optionalText(40),
  clerk: text(120),
  clerkPhone: optionalText(40),
  procedure: text(1000),
  notes: z.array(text(500)).check(z.maxLength(20)),
  hotline: optionalText(100),
  publicLookup: optionalText(200),
});
export const agency: z.ZodMiniType<Agency> = z.strictObject({
  agencyId: z.string().check(z.regex(agencyIdPattern)),
  name: text(200),
  office: z.optional(officeId),
});
export const serviceLevel = z.enum(serviceLevels);
/** What other systems call a dossier: no spaces, so that it can be read by a scanner. */
export const externalCode = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z._/-]{1,59}$/));

const limitUnit = z.enum(['SAME_DAY', 'WORKING_DAY', 'WORKING_HOUR', 'CLOCK_HOUR', 'DAY', 'MONTH', 'NONE']);
export const dueDate: z.ZodMiniType<DueDate> = z.strictObject({
  dueAt: instant,
  rule: z.enum(['SAME_DAY', 'NEXT_WORKING_DAY', 'WORKING_DAYS', 'WORKING_HOURS', 'CLOCK_HOURS', 'DAYS', 'MONTHS', 'CHOSEN']),
  unit: limitUnit,
  amount: count(100_000),
  extension: z.optional(z.strictObject({ unit: limitUnit, amount: count(100_000), why: text(500) })),
  shift: z.optional(z.enum(['AFTER_CUTOFF', 'DAY_OFF', 'BEFORE_OPENING', 'LUNCH', 'AFTER_CLOSING'])),
  calendarVersion: count(1_000_000_000),
  provisional: z.optional(z.boolean()),
  settings: z.optional(
    z.strictObject({ dueTimeOfDay: z.enum(['endOfDay', 'carry']), sameDayCutoffMinute: count(1440), lateIntakeShift: z.boolean() }),
  ),
});

/** A promise set by the officer, where the procedure has no known limit. */
export const chosenDue = z.strictObject({ date: plainDate, minute: z.optional(count(1439)), reason });

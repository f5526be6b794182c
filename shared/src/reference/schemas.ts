/**
 * Schemas of the reference documents: what the wire, the server's administration and the demo data are checked with. Bounds are generous
 * and only keep nonsense out. Each schema yields exactly the interface of its document; unknown members are dropped, so an older
 * client reads a newer document.
 */
import * as z from 'zod/mini';
import { type Procedure, type TimeLimit, feeUnits, limitUnits, sureness } from '../catalogue/procedure.ts';
import type { Calendar, CalendarException } from '../deadlines/calendar.ts';
import type { CalendarYear } from '../deadlines/calendar-entry.ts';
import { type OfficeId, type StaffId, officeIdPattern, staffIdPattern } from '../kernel/ids.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import type { Schema } from '../kernel/schema.ts';
import type { Closing } from './office-life.ts';
import type { Office } from './office.ts';
import { officeKindNames } from './office-kinds.ts';
import { isNoticeTemplate } from '../text/notice-wording.ts';
import type { ReferenceData, ReferenceKind } from './reference-data.ts';
import type { Settings } from './settings.ts';
import { type Staff, roles } from './staff.ts';

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const note = (max: number) => z.string().check(z.maxLength(max));
const whole = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));
const minute = whole(0, 1440);
const version = whole(1, 1_000_000_000);
const plainDate = z.custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== undefined);
const officeId = z.custom<OfficeId>((value) => typeof value === 'string' && officeIdPattern.test(value));
const staffId = z.custom<StaffId>((value) => typeof value === 'string' && staffIdPattern.test(value));

/** Either shape of electronic agency identifier (domain §3.1): `000.00.38.H05` or `H15.50.05.13`. */
export const agencyIdPattern = /^(?:[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(?:\.[0-9A-Z]{1,3}){0,4})$/;

export const officeSchema = z.object({
  id: officeId,
  kind: z.enum(officeKindNames),
  parent: z.optional(officeId),
  name: text(200),
  authorityName: text(200),
  deskName: text(200),
  place: text(100),
  statisticsCode: z.optional(text(20)),
  agencyId: z.string().check(z.regex(agencyIdPattern)),
  agencyIdUnconfirmed: z.optional(z.boolean()),
  syncs: z.boolean(),
  address: z.optional(note(300)),
  phone: z.optional(note(40)),
  validFrom: plainDate,
  validTo: z.optional(plainDate),
  successor: z.optional(officeId),
}) satisfies Schema<Office>;

export const closingSchema = z.object({ validTo: plainDate, successor: officeId }) satisfies Schema<Closing>;

export const loginPattern = /^[a-z0-9][a-z0-9._-]{0,31}$/;

export const staffSchema = z.object({
  id: staffId,
  office: officeId,
  login: z.string().check(z.regex(loginPattern)),
  fullName: text(120),
  title: text(200),
  phone: z.optional(note(40)),
  roles: z.array(z.enum(roles)).check(z.minLength(1)),
  active: z.boolean(),
  verifier: z.optional(note(400)),
  firstSecret: z.optional(z.boolean()),
  earlier: z.optional(z.array(z.object({ office: officeId, roles: z.array(z.enum(roles)) })).check(z.maxLength(20))),
}) satisfies Schema<Staff>;

const noticeTemplate = z.optional(text(300).check(z.refine(isNoticeTemplate)));

export const settingsSchema = z.object({
  districtName: text(200),
  dueTimeOfDay: z.enum(['endOfDay', 'carry']),
  sameDayCutoffMinute: minute,
  lateIntakeShift: z.boolean(),
  paymentWait: z.enum(['suspend', 'ignore']),
  dueSoonWorkingDays: whole(0, 60),
  supplementCloseDays: whole(1, 365),
  idleLockMinutes: whole(1, 1440),
  lockoutTries: whole(1, 100),
  lockoutSecondsFirst: whole(1, 86_400),
  receiptSuffix: note(40),
  receiptNotes: z.array(text(500)).check(z.maxLength(20)),
  hotline: z.optional(note(100)),
  publicLookup: z.optional(note(200).check(z.regex(/^https:\/\/[^/\s]+\.[^/\s]+/))),
  publicNamesProcedure: z.optional(z.boolean()),
  noticeResultReady: noticeTemplate,
  noticeSupplement: noticeTemplate,
  noticeApology: noticeTemplate,
  noticeUncollected: noticeTemplate,
  remindAfterDays: whole(1, 365),
  practiceMode: z.boolean(),
  staleAfterMinutes: whole(5, 43_200),
  clockErrorSecondsMax: whole(10, 86_400),
  storageLeftMegabytesMin: whole(1, 1_000_000),
  unsentDaysMax: z.optional(whole(1, 365)),
  referenceDaysMax: z.optional(whole(1, 365)),
  freezeWhenTooOld: z.optional(z.boolean()),
  reviewedOn: z.optional(plainDate),
}) satisfies Schema<Settings>;

export const timeLimitSchema = z
  .object({
    text: text(500),
    unit: z.enum(limitUnits),
    amount: z.nullable(whole(1, 3000)),
    extended: z.optional(
      z.object({
        amount: whole(1, 3000),
        unit: z.enum(['workingHours', 'clockHours', 'workingDays', 'days', 'months']),
        ground: text(500),
      }),
    ),
    source: z.optional(text(500)),
  })
  .check(
    z.refine((limit) => (limit.unit === 'sameDay') === (limit.amount === null), {
      path: ['amount'],
      error: 'an amount is needed, except for the same day',
    }),
  ) satisfies Schema<TimeLimit>;

const vnd = whole(1, 1_000_000_000);
const feeRule = z.object({
  name: text(300),
  kind: z.enum(['PHI', 'LE_PHI']),
  unitVnd: vnd,
  unit: z.enum(feeUnits),
  per: text(100),
  further: z.optional(z.object({ afterPages: whole(1, 1000), unitVnd: vnd })),
  mostVnd: z.optional(vnd),
  when: z.optional(text(300)),
});

export const procedureKeyPattern = /^[A-Za-z0-9._-]{1,80}$/;

export const procedureSchema = z.object({
  key: z.string().check(z.regex(procedureKeyPattern)),
  version,
  code: z.nullable(text(60)),
  aliases: z.optional(z.array(text(60)).check(z.maxLength(50))),
  name: text(1000),
  field: text(200),
  level: z.enum(['commune', 'district', 'province']),
  timeLimit: z.nullable(timeLimitSchema),
  timeLimitText: z.optional(text(500)),
  fee: z.nullable(
    z.object({
      text: note(2000),
      items: z.nullable(z.array(feeRule).check(z.maxLength(20))),
    }),
  ),
  documents: z
    .array(
      z.object({
        name: text(2000),
        required: z.boolean(),
        original: whole(0, 99),
        copies: whole(0, 99),
        form: z.nullable(note(500)),
        note: z.nullable(note(2000)),
        when: z.optional(text(1000)),
        database: z.optional(text(200)),
        shown: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(200)),
  resultDocument: z.nullable(note(2000)),
  legalBasis: z.array(text(500)).check(z.maxLength(100)),
  interconnected: z.boolean(),
  handledBy: z.nullable(note(500)),
  provenance: z.object({
    text: text(1000),
    code: z.enum(sureness),
    limit: z.enum(sureness),
    papers: z.enum(sureness),
    fee: z.enum(sureness),
    forms: z.optional(z.enum(sureness)),
  }),
  validFrom: plainDate,
  validTo: z.optional(plainDate),
}) satisfies Schema<Procedure>;

const sessions = z.array(z.object({ from: minute, to: minute }).check(z.refine((session) => session.from < session.to))).check(
  z.maxLength(6),
  z.refine((list) => list.every((session, i) => i === 0 || (list[i - 1]?.to ?? 0) <= session.from)),
);

export const calendarExceptionSchema = z
  .object({
    date: plainDate,
    kind: z.enum(['OFF', 'WORK']),
    name: text(200),
    source: note(500),
    confirmed: z.boolean(),
    open: z.optional(sessions),
  })
  .check(z.refine((day) => day.kind === 'OFF' || day.open?.length !== 0, { path: ['open'] })) satisfies Schema<CalendarException>;

/** A day that counts has hours, and Monday counts: a week without a working day would let a limit walk for ever. */
export const weekSchema = z
  .array(
    z
      .object({ open: sessions, counts: z.boolean() })
      .check(z.refine((day) => !day.counts || day.open.length > 0, { path: ['open'], error: 'a working day has hours' })),
  )
  .check(
    z.length(7),
    z.refine((week) => week[1]?.counts === true, { path: [1, 'counts'] }),
  ) satisfies Schema<Calendar['week']>;

/** A year as the district enters it: one JSON document. */
export const calendarYearSchema = z.object({
  year: whole(2000, 2199),
  source: text(500),
  confirmed: z.boolean(),
  days: z
    .array(z.object({ date: plainDate, kind: z.enum(['OFF', 'WORK']), name: text(200), open: z.optional(sessions) }))
    .check(z.minLength(1), z.maxLength(366)),
}) satisfies Schema<CalendarYear>;

export const calendarSchema = z
  .object({
    version,
    week: weekSchema,
    exceptions: z.array(calendarExceptionSchema).check(z.maxLength(5000)),
    knownFrom: plainDate,
    knownTo: plainDate,
    confirmedTo: z.optional(plainDate),
  })
  .check(z.refine((calendar) => calendar.knownFrom <= calendar.knownTo, { path: ['knownTo'] })) satisfies Schema<Calendar>;

export const referenceSchemas = {
  procedures: z.array(procedureSchema).check(z.maxLength(5000)),
  calendar: calendarSchema,
  offices: z.array(officeSchema).check(z.maxLength(2000)),
  staff: z.array(staffSchema).check(z.maxLength(20_000)),
  settings: settingsSchema,
} satisfies { readonly [K in ReferenceKind]: Schema<ReferenceData[K]> };

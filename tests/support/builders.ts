/** The small district of the specs: two offices, officers, procedures, one intake, and one valid data for every event type. Nothing here is a real person. */
import type { Procedure, ProcedureDocument, TimeLimit } from '@onestop/shared/catalogue/procedure.ts';
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { type DossierEventType, type EventData, eventDefinitions } from '@onestop/shared/dossier/events/index.ts';
import { writeEvent } from '@onestop/shared/dossier/write-event.ts';
import type { Slip, SlipNames } from '@onestop/shared/dossier/slips.ts';
import { agencyOf, printedNames } from '@onestop/shared/dossier/acceptance.ts';
import { asPrinted } from '@onestop/shared/dossier/papers.ts';
import type { FeeItem } from '@onestop/shared/dossier/fees.ts';
import type { DueDate, Intake } from '@onestop/shared/dossier/state.ts';
import type { DeviceId, DossierId, EventRef, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { type Instant, civilToInstant } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, parsePlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import type { Role, Staff } from '@onestop/shared/reference/staff.ts';

/** `23/11/2026` or `23/11/2026 09:30`, civil time; 08:00 where no time is given. */
export function at(text: string): Instant {
  const [date = '', time = '08:00'] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return civilToInstant(day(date), hour * 60 + minute);
}

export function day(text: string): PlainDate {
  const date = parsePlainDate(text.split('/').toReversed().join('-'));
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}

export const communeId = '09529' as OfficeId;
export const otherCommuneId = '09532' as OfficeId;
export const centreId = 'LT' as OfficeId;

function office(id: OfficeId, kind: Office['kind'], agencyId: string, name: string): Office {
  return {
    id,
    kind,
    ...(kind === 'COMMUNE' ? { parent: centreId } : {}),
    name,
    authorityName: `UBND ${name}`,
    deskName: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
    place: name,
    agencyId,
    syncs: true,
    validFrom: day('01/01/2017'),
  };
}

export const offices = {
  commune: office(communeId, 'COMMUNE', '000.01.38.H05', 'xã Bình Định'),
  otherCommune: office(otherCommuneId, 'COMMUNE', '000.02.38.H05', 'xã Quảng Phú'),
  centre: { ...office(centreId, 'CENTRE', '000.00.38.H05', 'huyện Lương Tài'), agencyIdUnconfirmed: true },
} as const;

export function officer(id: string, at_: Office, ...roles: readonly Role[]): Staff {
  return { id: id as StaffId, office: at_.id, login: id, fullName: id, title: '', roles, active: true };
}

/** At a small commune one person holds every post; specs that are about roles name their own officer. */
export const staff = {
  commune: officer('lan', offices.commune, 'clerk', 'specialist', 'signer', 'seal', 'commune_admin'),
  otherCommune: officer('mai', offices.otherCommune, 'clerk', 'specialist', 'signer', 'seal', 'commune_admin'),
  centre: officer('hung', offices.centre, 'district_clerk', 'district_specialist', 'signer', 'seal', 'district_admin'),
} as const;

export const settings: Settings = {
  districtName: 'huyện Lương Tài',
  dueTimeOfDay: 'endOfDay',
  sameDayCutoffMinute: 900,
  lateIntakeShift: false,
  paymentWait: 'suspend',
  dueSoonWorkingDays: 1,
  supplementCloseDays: 15,
  idleLockMinutes: 10,
  lockoutTries: 5,
  lockoutSecondsFirst: 30,
  receiptSuffix: 'BPTNTKQ',
  receiptNotes: [],
  remindAfterDays: 7,
  practiceMode: false,
  staleAfterMinutes: 240,
  clockErrorSecondsMax: 120,
  storageLeftMegabytesMin: 200,
};

function paper(name: string, required: boolean): ProcedureDocument {
  return { name, required, original: 1, copies: 0, form: null, note: null };
}

function procedure(key: string, timeLimit: TimeLimit | null, changes: Partial<Procedure> = {}): Procedure {
  return {
    key,
    version: 1,
    code: key,
    name: key,
    field: 'Hộ tịch',
    level: 'commune',
    timeLimit,
    fee: null,
    documents: [
      paper('Tờ khai', true),
      { ...paper('Giấy chứng sinh', true), database: 'CSDL hộ tịch điện tử' },
      { ...paper('Giấy khác', false), when: 'ủy quyền' },
    ],
    resultDocument: null,
    legalBasis: [],
    interconnected: false,
    handledBy: null,
    provenance: { text: 'thử', code: 'SURE', limit: 'SURE', papers: 'SURE', fee: 'SURE' },
    validFrom: day('01/01/2016'),
    ...changes,
  };
}

function limit(unit: TimeLimit['unit'], amount: number | null, extendedDays?: number): TimeLimit {
  const extended =
    extendedDays === undefined ? {} : { extended: { amount: extendedDays, unit: 'workingDays' as const, ground: 'cần xác minh' } };
  return { text: `${amount} ${unit}`, unit, amount, ...extended };
}

export const procedures = {
  threeDays: procedure('1.000001', limit('workingDays', 3, 8)),
  instant: procedure('1.000002', limit('sameDay', null)),
  interconnected: procedure('1.000003', limit('workingDays', 22), { interconnected: true }),
  noLimit: procedure('1.000004', null, { documents: [] }),
  ended: procedure('1.000005', limit('workingDays', 3), { validTo: day('30/06/2020') }),
} as const;

export const reference: ReferenceData = {
  procedures: Object.values(procedures),
  calendar: vietnamCalendar(),
  offices: Object.values(offices),
  staff: Object.values(staff),
  settings,
};

export const sampleFees: readonly FeeItem[] = [{ name: 'Lệ phí', kind: 'LE_PHI', amountVnd: 8000 }];

export const sampleIntake: Intake = {
  procedure: { key: procedures.threeDays.key, version: 1 },
  owner: {
    kind: 'PERSON',
    fullName: 'Nguyễn Thị Mẫu',
    birthDate: '1990-05-01',
    sex: 'FEMALE',
    evidence: 'CCCD',
    idNumber: '027190000001',
    address: 'thôn Ngọc Quan',
    phone: '0900000001',
  },
  papers: [
    { id: 1, component: 0, state: 'RECEIVED', originals: 1, certified: 0, copies: 0 },
    {
      id: 2,
      component: 1,
      state: 'FROM_DATABASE',
      database: { name: 'CSDLQG về dân cư', answer: 'khớp' },
      originals: 0,
      certified: 0,
      copies: 0,
    },
  ],
  sets: 1,
  channel: 'COUNTER',
  returnChannel: 'DESK',
};

export function intakeFor(of: Procedure, changes: Partial<Intake> = {}): Intake {
  return { ...sampleIntake, procedure: { key: of.key, version: of.version }, ...changes };
}

function due(text: string, amount = 3): DueDate {
  return { dueAt: at(text), rule: 'WORKING_DAYS', unit: 'WORKING_DAY', amount, calendarVersion: reference.calendar.version };
}

/** What stands in the head of a slip of the commune. */
export const slipNames: SlipNames = {
  authority: offices.commune.authorityName,
  desk: offices.commune.deskName,
  office: offices.commune.name,
  place: offices.commune.place,
  clerk: staff.commune.fullName,
  procedure: procedures.threeDays.name,
};

/** A slip of the first book, signed by a leader. */
function slipOf(line: number): Slip {
  return {
    number: { book: '01/2026', line },
    date: day('23/11/2026'),
    signer: { name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' },
    printed: slipNames,
  };
}

/** One valid data for every event type, with all optional members that matter. The compiler names a type that is missing here. */
export const sampleData: { readonly [T in DossierEventType]: EventData<T> } = {
  DossierDrafted: { intake: sampleIntake, note: 'sẽ quay lại' },
  CitizenGuided: {
    reason: 'thiếu giấy chứng sinh',
    class: 'PAPERS_MISSING',
    missing: [{ component: 1, name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0 }],
    slip: slipOf(1),
  },
  DossierSubmittedOnline: { intake: { ...sampleIntake, channel: 'ONLINE' }, reference: 'DVC-1' },
  IntakeRefused: { reason: 'không thuộc thẩm quyền', class: 'NOT_COMPETENT', slip: slipOf(1), intake: sampleIntake },
  DossierAccepted: {
    code: '000.01.38.H05-261123-0001',
    register: { book: '01/2026', line: 1 },
    intake: { ...sampleIntake, papers: asPrinted(sampleIntake.papers, procedures.threeDays.documents) },
    due: due('27/11/2026 17:00'),
    printed: printedNames(offices.commune, staff.commune, procedures.threeDays, settings),
    competent: agencyOf(offices.commune),
    serviceLevel: 'PARTIAL',
    eIdChecked: true,
  },
  DossierForwarded: {
    to: { kind: 'STAFF', staff: 'lan' as StaffId, name: 'Lan, công chức Tư pháp – hộ tịch' },
    stepDue: at('26/11/2026 17:00'),
    controlSlip: { book: '01/2026', line: 1 },
    note: 'đủ giấy',
  },
  SupplementRequested: {
    reason: 'thiếu bản sao',
    class: 'PAPERS_MISSING',
    missing: [{ component: 2, name: 'Giấy khác', originals: 0, certified: 1, copies: 0 }],
    askedBy: { kind: 'AGENCY', name: 'Công chức Tư pháp – hộ tịch' },
    bringBy: day('08/12/2026'),
    slip: slipOf(2),
  },
  SupplementCompleted: {
    received: [{ id: 3, component: 2, asked: 'BY_CASE', name: 'Giấy khác', state: 'RECEIVED', originals: 0, certified: 1, copies: 0 }],
    due: due('03/12/2026 17:00'),
  },
  UnsupplementedClosed: { reason: 'quá 15 ngày', class: 'NOTHING_BROUGHT', slip: slipOf(1) },
  PaymentRequired: { amountVnd: 250_000, reason: 'thông báo thuế' },
  PaymentMade: { amountVnd: 250_000, receipt: 'BL 01', due: due('30/11/2026 17:00') },
  FeePaid: { method: 'CASH', amountVnd: 8000, receipt: 'BL 02' },
  DossierForwardedUp: { toOffice: centreId, to: { kind: 'COUNTER', counter: '3', name: 'quầy 3' }, list: { book: '01/2026', line: 4 } },
  UpTransferAcknowledged: {},
  UpTransferProcessing: { to: { kind: 'AGENCY', name: 'Phòng Lao động – Thương binh và Xã hội' }, stepDue: at('26/11/2026 17:00') },
  UpTransferSentBack: { reason: 'thiếu chữ ký' },
  ResultSentDown: { result: { outcome: 'GRANTED', number: '12/QĐ', date: day('25/11/2026') }, list: { book: '02/2026', line: 3 } },
  SignatureRequested: { to: { kind: 'AGENCY', name: 'Chủ tịch' } },
  ResultSigned: { signer: { name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' } },
  ResultNumbered: { number: '45/2026', date: day('25/11/2026'), documentType: 'Giấy khai sinh' },
  ReworkRequested: { reason: 'sai họ tên' },
  RefusedAfterAppraisal: { reason: 'không đủ điều kiện', class: 'NOT_ELIGIBLE', slip: slipOf(2), number: '7/TB' },
  ApologyMade: { reason: 'chờ xác minh', class: 'VERIFICATION', slip: slipOf(1), due: due('02/12/2026 17:00') },
  DossierWithdrawn: { reason: 'không còn nhu cầu', class: 'NO_LONGER_NEEDED', slip: slipOf(1) },
  DossierStopped: { reason: 'có tranh chấp', class: 'DISPUTE', slip: { ...slipOf(1), ground: 'khoản 2 Điều 21 Nghị định 118/2025/NĐ-CP' } },
  DossierFinished: {
    result: { outcome: 'GRANTED', number: '45/2026', date: day('25/11/2026'), documentType: 'Giấy khai sinh' },
    late: { class: 'VERIFICATION', reason: 'chờ nơi khác trả lời' },
  },
  ResultReturned: { channel: 'DESK', receiver: 'Nguyễn Thị Mẫu', receiverIsOwner: true, proof: 'RECEIPT' },
  ResultPosted: { receiver: 'Nguyễn Thị Mẫu', bill: 'EE123456789VN', address: 'thôn Ngọc Quan' },
  UncollectedReminded: { by: 'CALL' },
  CitizenTold: { cause: 'RESULT_READY', of: day('23/11/2026'), channel: 'SMS', outcome: 'SENT', text: 'mời đến nhận' },
  ResultCorrectionOpened: { reason: 'sai ngày sinh', due: due('01/12/2026 17:00') },
  DossierArchived: { archiveNumber: 'H12/2026' },
  DossierVoided: { reason: 'nhập nhầm', approvedBy: { name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' } },
  ContradictionSettled: {
    kept: [{ device: 'bd-1' as DeviceId, seq: 3 }],
    dropped: [{ device: 'bd-2' as DeviceId, seq: 1 }],
    reason: 'đã hỏi hai người',
  },
  ContradictionReopened: {
    settlement: { device: 'bd-1' as DeviceId, seq: 4 },
    acts: [
      { device: 'bd-1' as DeviceId, seq: 3 },
      { device: 'bd-2' as DeviceId, seq: 1 },
    ],
    reason: 'hỏi lại thì khác',
  },
  DossierViewed: { what: 'DETAIL' },
  NoteAdded: { note: 'đã gọi điện, hẹn chiều mai' },
  ContactCorrected: { phone: '0900000002', clear: ['email'] },
  ResultReopened: { reason: 'in sai tên' },
  PostDelivered: { deliveredAt: at('27/11/2026 09:00'), receiver: 'mẹ' },
  PostCameBack: { reason: 'sai địa chỉ' },
  FeeAssessed: { fees: sampleFees, reason: 'đếm lại số trang' },
  FeeRefunded: { amountVnd: 3000, method: 'CASH', reason: 'thu thừa' },
  ReturnChannelChanged: { returnChannel: 'POST', returnAddress: 'thôn Ngọc Quan' },
  IdentityCorrected: { fullName: 'Nguyễn Thị Mẫn', reason: 'ghi sai tên' },
  FormPrinted: { form: 'RECEIPT', copies: 2, again: false },
  PrintRequested: { form: 'RECEIPT', copies: 1 },
  PrintTaken: { job: { device: 'bd-1' as DeviceId, seq: 2 } },
  PrintCancelled: { job: { device: 'bd-1' as DeviceId, seq: 2 } },
  FileAttached: { hash: 'a'.repeat(64), bytes: 120_000, mediaType: 'image/jpeg', name: 'to-khai.jpg', kind: 'PAPER', paper: 1 },
  CitizenRated: { score: 'GOOD', source: 'CITIZEN_PAGE' },
  ComplaintReceived: { content: 'chờ quá lâu', by: 'DESK' },
  DossierLinked: { to: 'd0ss1er00002' as DossierId, kind: 'HOUSEHOLD' },
  PapersAdded: { papers: sampleIntake.papers, reason: 'mang thêm sau' },
  PromiseChanged: { due: due('04/12/2026 17:00'), regulation: 'Thông báo 01/TB-UBND', reason: 'bão' },
  VerificationSent: { to: 'UBND xã Phú Hòa', question: 'tình trạng hôn nhân' },
  VerificationAnswered: { answer: 'chưa kết hôn' },
  ProcedureChanged: {
    procedure: { key: '1.000002', version: 1 },
    name: procedures.instant.name,
    papers: asPrinted(sampleIntake.papers, procedures.instant.documents),
    due: due('23/11/2026 17:00'),
    reason: 'chọn nhầm thủ tục',
  },
  LastActUndone: { event: { device: 'bd-1' as DeviceId, seq: 2 } },
  HandoverAcknowledged: {},
  HandedBack: { reason: 'cần bổ sung thông tin' },
  Reassigned: { to: { kind: 'AGENCY', name: 'Công chức Địa chính' }, reason: 'nghỉ phép', stepDue: at('27/11/2026 17:00') },
};

export const dossierId = 'd0ss1er00001' as DossierId;

export interface EventPlace {
  readonly device?: string | undefined;
  readonly seq: number;
  readonly after?: readonly EventRef[] | undefined;
  readonly at?: Instant | undefined;
  readonly office?: OfficeId | undefined;
  readonly actor?: StaffId | undefined;
}

/** What the centre does, unless a spec says otherwise. */
const byCentre: ReadonlySet<DossierEventType> = new Set([
  'UpTransferAcknowledged',
  'UpTransferProcessing',
  'UpTransferSentBack',
  'ResultSentDown',
]);

export function eventOf<T extends DossierEventType>(type: T, place: EventPlace, data: EventData<T> = sampleData[type]): EventEnvelope {
  return writeEvent({
    device: (place.device ?? 'bd-1') as DeviceId,
    seq: place.seq,
    dossier: dossierId,
    after: place.after ?? [],
    type,
    version: eventDefinitions[type].version,
    at: place.at ?? at('23/11/2026 08:00') + place.seq * 60_000,
    clockOffsetMs: 0,
    actor: place.actor ?? (byCentre.has(type) ? staff.centre.id : staff.commune.id),
    office: place.office ?? (byCentre.has(type) ? centreId : communeId),
    // Event data is plain JSON; the event's own type knows it more exactly.
    data: data as EventEnvelope['data'],
  });
}

export type Step = DossierEventType | readonly [DossierEventType, EventEnvelope['data']];

/** A chain of events on one device, each in sight of the one before, a minute apart. */
export function chain(steps: readonly Step[], from: EventPlace = { seq: 1 }): EventEnvelope[] {
  const out: EventEnvelope[] = [];
  let after = from.after ?? [];
  steps.forEach((step, i) => {
    const [type, data] = typeof step === 'string' ? [step, undefined] : step;
    const seq = from.seq + i;
    const base = from.at ?? at('23/11/2026 08:00');
    const event = eventOf(type, { ...from, seq, after, at: base + i * 60_000 });
    out.push(data ? writeEvent({ ...event, data }) : event);
    after = [{ device: event.device, seq }];
  });
  return out;
}

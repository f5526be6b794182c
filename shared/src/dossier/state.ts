/**
 * What a dossier is after its events: plain data, the same on the tablet and on the server. Five axes are kept apart
 * (domain §5.2): business `status`, clock (`pauses`, `due`), `finance`, delivery (`returned`), and synchronisation, which is not here at all.
 */
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Recipient } from './recipient.ts';
import type { DossierResult, LateReason } from './result-paper.ts';
import type { DelayReason, Signer } from './slips.ts';
import type { DossierId, EventRef, OfficeId, StaffId } from '../kernel/ids.ts';
import type { DueRule, StartShift } from '../deadlines/explanation.ts';
import type { Settings } from '../reference/settings.ts';
import type { Acceptance } from './acceptance.ts';
import type { FeeItem, Payment, RecordedPayment, RecordedRefund } from './fees.ts';
import type { Notice } from './notices.ts';
import type { PaperTick, ReturnedOriginalMark } from './papers.ts';
import type { PrintJob } from './print-jobs.ts';

export const dossierStatuses = [
  'DRAFT',
  'SUBMITTED',
  'REFUSED_INTAKE',
  'ACCEPTED',
  'IN_PROCESS',
  'AT_DISTRICT',
  'SUPPLEMENT_REQUESTED',
  'AWAITING_PAYMENT',
  'WITHDRAWN',
  'STOPPED',
  'RESULT_READY',
  'RETURNED',
  'ARCHIVED',
  'VOID',
] as const;
export type DossierStatus = (typeof dossierStatuses)[number];

export const processSteps = [
  'AT_DESK',
  'AT_SPECIALIST',
  'VERIFYING',
  'CONSULTING',
  'AWAITING_SIGNATURE',
  'SIGNED_NUMBERING',
  'IN_TRANSIT_UP',
  'RECEIVED_UP',
  'PROCESSING_UP',
  'IN_TRANSIT_DOWN',
] as const;
export type ProcessStep = (typeof processSteps)[number];

export type IdentityEvidence = 'CCCD' | 'CAN_CUOC' | 'VNEID' | 'PASSPORT' | 'CMND' | 'OTHER' | 'NONE';
export type Channel = 'COUNTER' | 'ONLINE' | 'POST';
export type ReturnChannel = 'DESK' | 'POST' | 'ELECTRONIC';

/** A person with the paper that proves who it is. Names as declared, NFC. */
export interface Person {
  readonly fullName: string;
  /** `YYYY-MM-DD`, or `YYYY` / `YYYY-MM` where the papers give no more. */
  readonly birthDate?: string | undefined;
  readonly sex?: 'MALE' | 'FEMALE' | undefined;
  readonly evidence: IdentityEvidence;
  /** Number of the paper named by `evidence`. */
  readonly idNumber?: string | undefined;
  readonly idIssuedOn?: PlainDate | undefined;
  /** Number of the CMND that the card replaced (second field of its QR, domain §7.1): older registers know the person by it only. */
  readonly oldIdNumber?: string | undefined;
}

/** Who acts for an organisation. */
export interface Representative extends Person {
  /** "Trưởng ban trị sự", "Giám đốc". */
  readonly position?: string | undefined;
}

/** The owner of the dossier (chủ hồ sơ) or who hands it in (người nộp). */
export interface Party extends Person {
  readonly kind: 'PERSON' | 'ORGANISATION';
  readonly taxCode?: string | undefined;
  /** An organisation without a tax code is known by the decision that founded or recognised it (domain §13.2 no. 11) … */
  readonly decisionNumber?: string | undefined;
  /** … or by the person who represents it. */
  readonly representative?: Representative | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** Whom the record is about where that is not the owner: the child of a birth registration, the deceased, the other spouse. */
export interface RecordSubject {
  readonly role: 'CHILD' | 'DECEASED' | 'SPOUSE' | 'WARD' | 'OTHER';
  readonly fullName: string;
  readonly birthDate?: string | undefined;
  readonly deathDate?: string | undefined;
  readonly sex?: 'MALE' | 'FEMALE' | undefined;
  readonly idNumber?: string | undefined;
}

export interface ProcedureRef {
  readonly key: string;
  readonly version: number;
}

/** What the officer fills in at the counter. */
export interface Intake {
  readonly procedure: ProcedureRef;
  readonly owner: Party;
  readonly submitter?: (Party & { readonly authorisation?: string | undefined }) | undefined;
  /** Whom the record is about, where it is not the owner. */
  readonly subjects?: readonly RecordSubject[] | undefined;
  readonly papers: readonly PaperTick[];
  readonly sets: number;
  readonly summary?: string | undefined;
  readonly channel: Channel;
  readonly returnChannel: ReturnChannel;
  readonly returnAddress?: string | undefined;
  /** What is to be paid: empty where free, absent where not known yet. */
  readonly fees?: readonly FeeItem[] | undefined;
  /** Paid when the dossier was handed in. */
  readonly payment?: Payment | undefined;
  readonly note?: string | undefined;
  /** The number the citizen had taken (`daybook/tickets.ts`). */
  readonly ticket?: string | undefined;
}

export type LimitUnit = 'SAME_DAY' | 'WORKING_DAY' | 'WORKING_HOUR' | 'CLOCK_HOUR' | 'DAY' | 'MONTH' | 'NONE';

/** The switches of the district that decided how a limit is counted, as they stood. */
export type CountingSettings = Pick<Settings, 'dueTimeOfDay' | 'sameDayCutoffMinute' | 'lateIntakeShift'>;

/** The promise printed on the receipt, with what it was counted by. It never changes silently (design §6). */
export interface DueDate {
  readonly dueAt: Instant;
  /** The rule that gave the date: `NEXT_WORKING_DAY` for a same-day procedure taken in after the cut-off, `CHOSEN` where the officer set it. */
  readonly rule: DueRule | 'CHOSEN';
  /** The limit as published, not extended. `NONE`: the procedure has no known limit. */
  readonly unit: LimitUnit;
  readonly amount: number;
  /** The longer limit that was counted instead, in its own unit (domain §13.2 no. 5), and the case that allows it. */
  readonly extension?: { readonly unit: LimitUnit; readonly amount: number; readonly why: string } | undefined;
  /** Why counting did not start at the receipt itself; absent: it did. */
  readonly shift?: Exclude<StartShift, 'NONE'> | undefined;
  readonly calendarVersion: number;
  /** Some day counted rests on a calendar that was not issued yet. */
  readonly provisional?: boolean | undefined;
  /** Absent where nothing was counted. */
  readonly settings?: CountingSettings | undefined;
}

/**
 * A line of one of a device's own books: `book` is "01/2026". The register is one, every kind of slip has one (domain §13.2 no. 7), so a number is
 * given without a network and no two papers of an office share one.
 */
export interface PaperNumber {
  readonly book: string;
  readonly line: number;
}

export interface PromiseMade {
  readonly at: Instant;
  readonly dueAt: Instant;
}

/** Bad, fair, good: three faces. */
export const ratingScores = ['BAD', 'FAIR', 'GOOD'] as const;
export type RatingScore = (typeof ratingScores)[number];

export interface Pause {
  readonly kind: 'SUPPLEMENT' | 'PAYMENT';
  readonly from: Instant;
  readonly to?: Instant | undefined;
  readonly reason: string;
  /** Of a supplement: the citizen's last day. */
  readonly bringBy?: PlainDate | undefined;
}

export interface Handover {
  readonly at: Instant;
  readonly by: StaffId;
  readonly fromOffice: OfficeId;
  readonly toOffice: OfficeId;
  /** Absent: the desk of `toOffice`. */
  readonly to?: Recipient | undefined;
  readonly stepDue?: Instant | undefined;
  readonly list?: PaperNumber | undefined;
  readonly note?: string | undefined;
  /** When the receiver confirmed that he has the paper file. */
  readonly acknowledged?: { readonly at: Instant; readonly by: StaffId } | undefined;
}

/** Who has the file now. Without `to` it lies at the desk of `office`. */
export interface Holder {
  readonly office: OfficeId;
  readonly to?: Recipient | undefined;
  readonly since: Instant;
  readonly stepDue?: Instant | undefined;
}

/** The paper by which somebody else than the owner is known. */
export interface ReceiverPaper {
  readonly evidence: Exclude<IdentityEvidence, 'NONE'>;
  readonly number: string;
}
/** What the receiver is to the owner. */
export const receiverRelations = ['SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'AUTHORISED', 'COLLEAGUE', 'OTHER'] as const;
export type ReceiverRelation = (typeof receiverRelations)[number];

export interface Returned {
  readonly at: Instant;
  readonly by: StaffId;
  readonly channel: ReturnChannel;
  readonly receiver: string;
  readonly receiverIsOwner: boolean;
  readonly receiverPaper?: ReceiverPaper | undefined;
  readonly relation?: ReceiverRelation | undefined;
  readonly proof: 'RECEIPT' | 'IDENTITY' | 'AUTHORISATION' | 'POST_BILL';
  readonly note?: string | undefined;
  /** When the post brought it, as a second moment (domain §5.2 row 21). */
  readonly delivered?: { readonly at: Instant; readonly receiver?: string | undefined } | undefined;
}

/** What stood before the first correction of a wrong result: timeliness is judged by it. */
export interface BeforeCorrection {
  readonly finishedAt?: Instant | undefined;
  readonly due?: DueDate | undefined;
  readonly result?: DossierResult | undefined;
  readonly returned?: Returned | undefined;
}

/** What one desk did since the desks parted, in order, and the status that follows where it is kept. */
export interface ContradictionSide {
  readonly acts: readonly EventRef[];
  readonly status: DossierStatus;
}

/** Two sides of one history that exclude each other. The first stands, the second waits, until a person settles them all at once (`ContradictionSettled`). */
export interface Contradiction {
  /** The act that did not fit: names the contradiction. */
  readonly event: EventRef;
  readonly sides: readonly [ContradictionSide, ContradictionSide];
}

/** A contradiction that a person ended; the head of the desk may reopen it. */
export interface Settlement {
  readonly by: EventRef;
  readonly kept: readonly EventRef[];
  readonly dropped: readonly EventRef[];
}

export interface DossierState {
  readonly id: DossierId;
  /** Office that opened the dossier: its register, its feed, its statistics. */
  readonly office: OfficeId;
  /** Every office that may see it (home office first, then those it was handed to). */
  readonly offices: readonly OfficeId[];
  readonly status: DossierStatus;
  readonly step?: ProcessStep | undefined;
  readonly code?: string | undefined;
  readonly register?: PaperNumber | undefined;
  readonly intake?: Intake | undefined;
  /** Name of the procedure as it is written since it was changed; absent: as it was printed at the acceptance. */
  readonly procedureName?: string | undefined;
  /** Code the portal gave to a submission. */
  readonly reference?: string | undefined;
  /** As it stands in the log: what the receipt is printed from. */
  readonly acceptance?: Acceptance | undefined;
  readonly openedAt: Instant;
  /** When the citizen was last guided to what is missing (Mẫu 02 before the acceptance). */
  readonly guidedAt?: Instant | undefined;
  readonly acceptedAt?: Instant | undefined;
  readonly acceptedBy?: StaffId | undefined;
  readonly forwardedAt?: Instant | undefined;
  readonly dueOriginal?: DueDate | undefined;
  readonly due?: DueDate | undefined;
  /** When the promise that holds now was made. */
  readonly dueSetAt?: Instant | undefined;
  /** Every promise in its order and when it was made: what held on a day that is gone. */
  readonly promises: readonly PromiseMade[];
  readonly pauses: readonly Pause[];
  readonly supplementCount: number;
  readonly apologyCount: number;
  /** The last one, with the class of its reason. */
  readonly apology?: { readonly at: Instant; readonly class: DelayReason } | undefined;
  /** What the citizen said last of how he was served. */
  readonly rating?: { readonly at: Instant; readonly score: RatingScore } | undefined;
  readonly handovers: readonly Handover[];
  /** From acceptance until it is archived. */
  readonly holder?: Holder | undefined;
  /** Number of the slip that goes with the paper file from its first hand-over on (Mẫu 05/2018, 06/2025). */
  readonly controlSlip?: PaperNumber | undefined;
  /** The leader who signed what is being numbered. */
  readonly signedBy?: Signer | undefined;
  readonly result?: DossierResult | undefined;
  readonly finishedAt?: Instant | undefined;
  /** Why it was finished late, where somebody said so. */
  readonly lateReason?: LateReason | undefined;
  readonly returned?: Returned | undefined;
  /** Reason of refusal, withdrawal, stop or void, whichever ended it. */
  readonly endReason?: string | undefined;
  readonly endedAt?: Instant | undefined;
  /** The status it ended with; it stays when the dossier is archived. */
  readonly endedAs?: DossierStatus | undefined;
  /** What is to be paid, as last assessed; absent where not known yet. `judgement/money.ts` says what is owed. */
  readonly fees?: readonly FeeItem[] | undefined;
  readonly payments: readonly RecordedPayment[];
  readonly refunds: readonly RecordedRefund[];
  /** What the citizen was told, and tried to be told, in order; absent: nothing. */
  readonly notices?: readonly Notice[] | undefined;
  /** Originals that went back to the citizen. */
  readonly returnedOriginals: readonly ReturnedOriginalMark[];
  readonly archiveNumber?: string | undefined;
  readonly beforeCorrection?: BeforeCorrection | undefined;
  /** Open ones. */
  readonly contradictions: readonly Contradiction[];
  readonly settlements: readonly Settlement[];
  /** Dossiers it belongs together with. */
  readonly links: readonly DossierId[];
  /** What the office's printer was asked for; absent where nothing ever was. */
  readonly printJobs?: readonly PrintJob[] | undefined;
  /** Events kept but not understood by this build. */
  readonly unknownEvents: readonly EventRef[];
  /** Newest events (no event of the dossier comes after them): the `after` of the next act. */
  readonly heads: readonly EventRef[];
  readonly lastAt: Instant;
  /** Acts their officers took back at once; they have no effect. */
  readonly undone: readonly EventRef[];
  /** The newest act, where it can be taken back: whose, and from which device. */
  readonly lastAct?: (EventRef & { readonly by: StaffId }) | undefined;
}

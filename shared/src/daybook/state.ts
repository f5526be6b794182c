/** What an office's day comes to. */
import type { DeviceId, EventRef, OfficeId, StaffId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

export interface DayState {
  readonly office: OfficeId;
  readonly date: PlainDate;
  /** In the order in which they were taken. */
  readonly tickets: readonly Ticket[];
  /** Oldest first: one that was sent back, or that work came after, is followed by another. */
  readonly closings: readonly Closing[];
  /** When the head of the desk let acceptances go on although the desk was frozen. */
  readonly freezeLifts: readonly FreezeLift[];
  readonly unknownEvents: readonly EventRef[];
}

/** WAITING until somebody calls it; PASSED: called and nobody came. */
export type TicketStatus = 'WAITING' | 'CALLED' | 'PASSED' | 'DONE';

export interface Ticket {
  /** "A012": the letter is the device's, so two devices never give the same one. */
  readonly number: string;
  readonly status: TicketStatus;
  readonly takenAt: Instant;
  readonly calls: readonly TicketCall[];
  readonly doneAt?: Instant | undefined;
}

export interface TicketCall {
  readonly at: Instant;
  /** "Quầy 2", as the big screen shows it. */
  readonly desk: string;
  readonly by: StaffId;
}

/** Money taken for receipts of one book (quyển biên lai). */
export interface BookSum {
  /** What stands before the running number; absent where no receipt was written down. */
  readonly book?: string | undefined;
  readonly payments: number;
  readonly cashVnd: number;
  /** Transfer, card, online, post. */
  readonly otherVnd: number;
}

/** What the device that closes the day knows of it, as it was then. */
export interface DayFigures {
  readonly received: number;
  readonly finished: number;
  readonly returned: number;
  /** On this device: not at the centre yet. */
  readonly unsent: { readonly events: number; readonly bytes: number; readonly photos: number; readonly photoBytes: number };
  /** Dossiers whose papers were not handed to who works on them. */
  readonly papersHere: number;
  /** Promised for the next working day. */
  readonly dueNext: number;
  readonly books: readonly BookSum[];
  /** Given back in cash, in đồng. */
  readonly refundedVnd: number;
  /** What should lie in the box: cash taken less cash given back, in đồng. */
  readonly cashVnd: number;
}

export interface CountedCash {
  readonly totalVnd: number;
  /** By denomination, where it was counted so. */
  readonly notes?: readonly { readonly valueVnd: number; readonly count: number }[] | undefined;
}

export interface Closing {
  readonly ref: EventRef;
  readonly device: DeviceId;
  readonly at: Instant;
  readonly by: StaffId;
  readonly figures: DayFigures;
  readonly counted: CountedCash;
  /** Why the box holds something else than it should. */
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly verdict?: ClosingVerdict | undefined;
}

export interface ClosingVerdict {
  readonly kind: 'APPROVED' | 'SENT_BACK';
  readonly at: Instant;
  readonly by: StaffId;
  readonly reason?: string | undefined;
}

export interface FreezeLift {
  readonly device: DeviceId;
  readonly at: Instant;
  readonly by: StaffId;
  readonly reason: string;
}

/** The newest that holds on the device; undefined: none. */
export function freezeLiftOn({ freezeLifts }: DayState, device: DeviceId | undefined): FreezeLift | undefined {
  return freezeLifts.findLast((one) => one.device === device);
}

export function emptyDay(office: OfficeId, date: PlainDate): DayState {
  return { office, date, tickets: [], closings: [], freezeLifts: [], unknownEvents: [] };
}

/** District-wide switches: everything that domain.md marks low or unverified is here and not in code. */
import type { PlainDate } from '../kernel/plain-date.ts';

export interface Settings {
  readonly districtName: string;
  /** 'endOfDay' or 'carry' (domain §4.2). */
  readonly dueTimeOfDay: 'endOfDay' | 'carry';
  readonly sameDayCutoffMinute: number;
  readonly lateIntakeShift: boolean;
  /** Whether the time a dossier waits for a payment is taken out of its limit (domain §13.2 no. 4). */
  readonly paymentWait: 'suspend' | 'ignore';
  readonly dueSoonWorkingDays: number;
  readonly supplementCloseDays: number;
  readonly idleLockMinutes: number;
  readonly lockoutTries: number;
  readonly lockoutSecondsFirst: number;
  /** Suffix of the receipt's number: "BPTNTKQ". */
  readonly receiptSuffix: string;
  readonly receiptNotes: readonly string[];
  readonly hotline?: string | undefined;
  /** Where the public looks a dossier up by its code: printed on the receipt. Absent while there is no such address for everybody. */
  readonly publicLookup?: string | undefined;
  /** Whether a look-up by code names the procedure too; else it tells status and dates only. */
  readonly publicNamesProcedure?: boolean | undefined;
  /** Words of the notices to citizens, with the places {ma}, {noi}, {ngay}; absent: those every district begins with (`text/notice-wording.ts`). */
  readonly noticeResultReady?: string | undefined;
  readonly noticeSupplement?: string | undefined;
  readonly noticeApology?: string | undefined;
  readonly noticeUncollected?: string | undefined;
  /** After how many days a result nobody collects is said again. */
  readonly remindAfterDays: number;
  readonly practiceMode: boolean;
  /** After how long without hearing a device, or with something waiting on it, an office's figures are called old. */
  readonly staleAfterMinutes: number;
  /** From when on a device's clock is called wrong. */
  readonly clockErrorSecondsMax: number;
  /** Less room than this is called little. */
  readonly storageLeftMegabytesMin: number;
  /** After how many days work that the centre does not have, or reference data no exchange confirmed, are too old (`judgement/too-old.ts`, with what holds where a member is absent). */
  readonly unsentDaysMax?: number | undefined;
  readonly referenceDaysMax?: number | undefined;
  /** Whether a desk takes nothing new in while something of it is too old. */
  readonly freezeWhenTooOld?: boolean | undefined;
  /** The last day on which an administrator looked through these switches and saved them; absent while they are the shipped ones. */
  readonly reviewedOn?: PlainDate | undefined;
}

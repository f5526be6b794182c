/**
 * Official numbers without a network (domain §3.1–3.2, design §5). A dossier code is `{agencyId}-{yymmdd}-{serial}`; it is printed, so it
 * never changes. Invariant: two devices never draw the same code, because inside an agency the ranges of devices are disjoint, and one
 * device never draws a serial of a day twice, because the last one drawn is kept per agency, civil date and range (also when the clock goes back).
 * `drawSerial` is the device's side; choosing ranges is the server's (`lease-plan.ts`).
 */
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import type { Lease } from './lease.ts';
import type { Refusal } from './refusals.ts';
import type { PaperNumber } from './state.ts';

const agencyOld = '[0-9A-Z]{3}\\.[0-9A-Z]{2}\\.[0-9A-Z]{2}\\.[A-Z][0-9]{2}';
const agencyNew = '[A-Z][0-9]{2}(?:\\.[0-9A-Z]{1,3}){0,4}';

/** Electronic identifiers of both generations (QCVN 102:2016 and QĐ 20/2020/QĐ-TTg). */
export const agencyIdPattern = new RegExp(`^(?:${agencyOld}|${agencyNew})$`);
export const dossierCodePattern = new RegExp(`^(${agencyOld}|${agencyNew})-(\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])-(\\d{4,7})$`);

export interface ParsedCode {
  readonly agencyId: string;
  readonly date: PlainDate;
  readonly serial: number;
  readonly digits: number;
}

export function formatCode(agencyId: string, date: PlainDate, serial: number, digits: number): string {
  return `${agencyId}-${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8, 10)}-${String(serial).padStart(digits, '0')}`;
}

/** Undefined where the text is not a dossier code or names a day that does not exist. */
export function parseCode(text: string): ParsedCode | undefined {
  const match = dossierCodePattern.exec(text);
  if (!match) return undefined;
  const date = parsePlainDate(`20${match[2]}-${match[3]}-${match[4]}`);
  const serial = match[5] as string;
  return date && { agencyId: match[1] as string, date, serial: Number(serial), digits: serial.length };
}

/** What a device has drawn for one agency on one civil date: the last serial per range, keyed by the range's `from`. Kept for ever (a few bytes a day). */
export interface NumbersUsed {
  readonly agencyId: string;
  readonly date: PlainDate;
  readonly last: { readonly [from: string]: number };
}

export function isLeaseLive(lease: Lease, date: PlainDate): boolean {
  return lease.validFrom <= date && (lease.retiredOn === undefined || date < lease.retiredOn);
}

/** Whether a code drawn for `date` lies in the lease; the server's check of what arrives. A retired lease still covers days before its retirement. */
export function leaseCovers(lease: Lease, code: ParsedCode): boolean {
  return (
    lease.agencyId === code.agencyId &&
    lease.digits === code.digits &&
    code.serial >= lease.from &&
    code.serial <= lease.to &&
    lease.validFrom <= code.date
  );
}

export interface Draw {
  readonly code: string;
  readonly serial: number;
  readonly used: NumbersUsed;
}

/** The next code of the agency for a civil date: ordinary ranges first, then overflow. `used` is the record of that agency and date, if any. */
export function drawSerial(
  leases: readonly Lease[],
  used: NumbersUsed | undefined,
  agencyId: string,
  date: PlainDate,
): Result<Draw, Refusal> {
  const ofAgency = leases.filter((lease) => lease.agencyId === agencyId);
  if (ofAgency.length === 0) return err({ code: 'numbers/no-lease', agencyId });
  const last = used !== undefined && used.agencyId === agencyId && used.date === date ? used.last : {};
  for (const lease of inDrawOrder(ofAgency)) {
    if (!isLeaseLive(lease, date)) continue;
    const serial = (last[lease.from] ?? lease.from - 1) + 1;
    if (serial > lease.to) continue;
    return ok({
      code: formatCode(agencyId, date, serial, lease.digits),
      serial,
      used: { agencyId, date, last: { ...last, [lease.from]: serial } },
    });
  }
  return err({ code: 'numbers/none-left', agencyId });
}

/** Ordinary serials still free for the date; overflow is not counted, so that it is topped up before it is needed. */
export function countFree(leases: readonly Lease[], used: NumbersUsed | undefined, agencyId: string, date: PlainDate): number {
  const last = used !== undefined && used.agencyId === agencyId && used.date === date ? used.last : {};
  let free = 0;
  for (const lease of leases) {
    if (lease.agencyId !== agencyId || lease.kind !== 'RANGE' || !isLeaseLive(lease, date)) continue;
    free += Math.max(0, lease.to - (last[lease.from] ?? lease.from - 1));
  }
  return free;
}

/** Rebuilds the record from a code already in the device's log (lost or restored storage): never draws below it again. */
export function noteUsed(leases: readonly Lease[], used: NumbersUsed | undefined, code: ParsedCode): NumbersUsed {
  const { agencyId, date } = code;
  const last = used !== undefined && used.agencyId === agencyId && used.date === date ? used.last : {};
  const lease = leases.find((candidate) => leaseCovers(candidate, code));
  if (!lease) return { agencyId, date, last };
  return { agencyId, date, last: { ...last, [lease.from]: Math.max(last[lease.from] ?? 0, code.serial) } };
}

/** Slips that leave the office, each numbered from a book of its own kind and year on each device (domain §13.2 no. 7). */
export const slipKinds = ['SUPPLEMENT', 'REFUSAL', 'APOLOGY', 'STOP_NOTICE', 'WITHDRAWAL', 'CONTROL_SLIP', 'HANDOVER_LIST'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** "01-12", printed as "Số: 01-12/HDHS": book and line, so that no two papers of an office share a number. */
export function formatPaperNumber({ book, line }: PaperNumber): string {
  return `${book.split('/')[0]}-${line}`;
}

/** `{book number, two digits}/{year}`: each device has its own book, so its lines are continuous without a network. */
export function registerBook(bookNumber: number, date: PlainDate): string {
  return `${String(bookNumber).padStart(2, '0')}/${date.slice(0, 4)}`;
}

function inDrawOrder(leases: readonly Lease[]): readonly Lease[] {
  return [...leases].sort((a, b) => (a.kind === b.kind ? a.from - b.from : a.kind === 'RANGE' ? -1 : 1));
}

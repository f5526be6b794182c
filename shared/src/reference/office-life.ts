/**
 * Until when a unit takes part: its last day of intake, and who goes on with its work. One answer for intake, opening, the centre's list, freshness, codes for devices
 * and the dialogs of the administration; the server asks the same of a closing before it is saved.
 */
import type { OfficeId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Office } from './office.ts';
import { levelOfOffice } from './office-kinds.ts';
import { isAbove } from './office-tree.ts';

/** CLOSING: its last day is set and not over, so it works as before; CLOSED: that day is over. */
export type OfficeLife = 'OPEN' | 'CLOSING' | 'CLOSED';

export function lifeOf({ validTo }: Pick<Office, 'validTo'>, today: PlainDate): OfficeLife {
  if (validTo === undefined) return 'OPEN';
  return validTo >= today ? 'CLOSING' : 'CLOSED';
}

/** Its last day is a day of intake like any other. */
export function isOpenOn(office: Pick<Office, 'validTo'>, day: PlainDate): boolean {
  return lifeOf(office, day) !== 'CLOSED';
}

/** Whether it works with this system on that day: has desks, officers, devices and figures here. */
export function takesPart(office: Pick<Office, 'validTo' | 'syncs'>, day: PlainDate): boolean {
  return office.syncs && isOpenOn(office, day);
}

export interface Closing {
  /** The last day of intake. */
  readonly validTo: PlainDate;
  /** Who goes on with its work. */
  readonly successor: OfficeId;
}

export interface ClosingProblem {
  readonly path: 'validTo' | 'successor';
  /** `over`: before today, or a closing that is over already. */
  readonly problem: 'over' | 'unknown' | 'self' | 'level' | 'closed' | 'succeeds' | 'above';
}

/** What forbids the closing, field by field; empty where it may be saved. */
export function closingProblems(
  office: Office,
  { validTo, successor }: Closing,
  offices: readonly Office[],
  today: PlainDate,
): readonly ClosingProblem[] {
  const found: ClosingProblem[] = [];
  if (validTo < today || lifeOf(office, today) === 'CLOSED') found.push({ path: 'validTo', problem: 'over' });
  // Units that stand below it, or that hand their work to it, would hang in the air.
  const isNeeded = (one: Office): boolean => isAbove(offices, office.id, one.id) && isOpenOn(one, today);
  if (offices.some(isNeeded)) found.push({ path: 'validTo', problem: 'above' });
  else if (offices.some((one) => one.successor === office.id && lifeOf(one, today) === 'CLOSING'))
    found.push({ path: 'validTo', problem: 'succeeds' });
  const next = offices.find((one) => one.id === successor);
  if (next === undefined) found.push({ path: 'successor', problem: 'unknown' });
  else if (next.id === office.id) found.push({ path: 'successor', problem: 'self' });
  else if (levelOfOffice(next) !== levelOfOffice(office)) found.push({ path: 'successor', problem: 'level' });
  else if (next.validTo !== undefined) found.push({ path: 'successor', problem: 'closed' });
  return found;
}

/** Units that may go on with its work. */
export function successorsFor(office: Office, offices: readonly Office[]): readonly Office[] {
  return offices.filter((one) => one.id !== office.id && one.validTo === undefined && levelOfOffice(one) === levelOfOffice(office));
}

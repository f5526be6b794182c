/**
 * Which serial ranges the server gives (design §5). Ranges of 100 four-digit serials inside 0001–9000 and, per device and agency, one overflow
 * range `9kkknnn`. Invariant: at any civil date no serial of an agency belongs to two devices: a range never leased is free for every day; a
 * range of a retired device is given again only when nothing else is left, after a long rest, and only for days after that rest.
 */
import { type PlainDate, addDays } from '../kernel/plain-date.ts';
import type { Lease } from './lease.ts';
import { leaseCovers, type ParsedCode } from './numbers.ts';

export const rangeSize = 100;
export const rangeSerialMax = 9000;
/** Below this many free serials of the day a device gets another range. */
export const lowWaterMark = 40;
/** A device that would need more than this many ordinary ranges of one agency uses its overflow. */
export const rangesPerDeviceMax = 10;
/** A retired range rests so long before another device gets it. */
export const restDays = 400;
/** A device that forked in its time may have used more than one. */
const overflowsAdoptedMax = 3;
/** Ranges that nobody ever had are valid on every day, so that a clock gone back never blocks intake. */
export const firstDay = '1900-01-01' as PlainDate;

export type HeldLease = Lease & { readonly device: string };

export function needsTopUp(free: number): boolean {
  return free < lowWaterMark;
}

/** A free range for one more device, or undefined where the agency has none left. `existing` is every lease ever given for the agency. */
export function chooseLease(existing: readonly HeldLease[], agencyId: string, kind: Lease['kind'], today: PlainDate): Lease | undefined {
  const slots = slotsOf(kind);
  const held = new Map<number, HeldLease[]>();
  for (const lease of existing) {
    if (lease.agencyId !== agencyId || lease.kind !== kind) continue;
    const slot = slotOf(lease);
    const list = held.get(slot);
    if (list) list.push(lease);
    else held.set(slot, [lease]);
  }
  for (let slot = 0; slot < slots; slot++) {
    if (!held.has(slot)) return leaseOfSlot(agencyId, kind, slot, firstDay);
  }
  let best: { slot: number; from: PlainDate } | undefined;
  for (const [slot, leases] of held) {
    const restedFrom = restedSince(leases);
    if (restedFrom !== undefined && restedFrom <= today && (best === undefined || restedFrom < best.from))
      best = { slot, from: restedFrom };
  }
  return best && leaseOfSlot(agencyId, kind, best.slot, best.from);
}

export interface LeaseWish {
  readonly agencyId: string;
  /** Ordinary serials the device has free today; absent or 0 = none. */
  readonly free: number;
}

/** The leases to add for one device and one agency: an overflow range where it has none, and an ordinary one where it runs low. */
export function planLeases(existing: readonly HeldLease[], device: string, wish: LeaseWish, today: PlainDate): readonly Lease[] {
  const own = existing.filter((lease) => lease.device === device && lease.agencyId === wish.agencyId && lease.retiredOn === undefined);
  const plan: Lease[] = [];
  const ranges = own.filter((lease) => lease.kind === 'RANGE').length;
  if (ranges === 0 || (needsTopUp(wish.free) && ranges < rangesPerDeviceMax)) {
    const lease = chooseLease(existing, wish.agencyId, 'RANGE', today);
    if (lease) plan.push(lease);
  }
  if (!own.some((lease) => lease.kind === 'OVERFLOW')) {
    const lease = chooseLease(existing, wish.agencyId, 'OVERFLOW', today);
    if (lease) plan.push(lease);
  }
  return plan;
}

/**
 * The whole range a code lies in, where it can be taken over by the device that used it: a server restored from a backup does not know the ranges it gave
 * since. Undefined where anybody else ever had the range, or where no range looks like that.
 */
export function adoptableLease(existing: readonly HeldLease[], holders: ReadonlySet<string>, code: ParsedCode): Lease | undefined {
  const { agencyId } = code;
  const shape: Pick<Lease, 'kind' | 'from'> = { kind: code.digits === 4 ? 'RANGE' : 'OVERFLOW', from: code.serial };
  const slot = slotOf(shape);
  if (slot < 0 || slot >= slotsOf(shape.kind)) return undefined;
  const lease = leaseOfSlot(agencyId, shape.kind, slot, firstDay);
  if (!leaseCovers(lease, code)) return undefined;
  const sameKind = existing.filter((held) => held.agencyId === agencyId && held.kind === lease.kind);
  if (sameKind.some((held) => !holders.has(held.device) && slotOf(held) === slot)) return undefined;
  const own = sameKind.filter((held) => holders.has(held.device) && held.retiredOn === undefined).length;
  return own < (lease.kind === 'RANGE' ? rangesPerDeviceMax : overflowsAdoptedMax) ? lease : undefined;
}

/** A range of a wiped, revoked or forked device is used up to the day before `on`. */
export function retireLease<L extends Lease>(lease: L, on: PlainDate): L {
  return lease.retiredOn !== undefined && lease.retiredOn <= on ? lease : { ...lease, retiredOn: on };
}

function slotsOf(kind: Lease['kind']): number {
  return kind === 'RANGE' ? rangeSerialMax / rangeSize : 1000;
}

function slotOf(lease: Pick<Lease, 'kind' | 'from'>): number {
  return lease.kind === 'RANGE' ? Math.floor((lease.from - 1) / rangeSize) : Math.floor((lease.from - 9_000_000) / 1000);
}

function leaseOfSlot(agencyId: string, kind: Lease['kind'], slot: number, validFrom: PlainDate): Lease {
  if (kind === 'RANGE') return { agencyId, kind, from: slot * rangeSize + 1, to: (slot + 1) * rangeSize, digits: 4, validFrom };
  const base = 9_000_000 + slot * 1000;
  return { agencyId, kind, from: base + 1, to: base + 999, digits: 7, validFrom };
}

/** First day on which a slot may be used again, or undefined while someone holds it. */
function restedSince(leases: readonly HeldLease[]): PlainDate | undefined {
  let latest: PlainDate | undefined;
  for (const lease of leases) {
    if (lease.retiredOn === undefined) return undefined;
    if (latest === undefined || lease.retiredOn > latest) latest = lease.retiredOn;
  }
  return latest && addDays(latest, restDays);
}

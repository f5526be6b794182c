/**
 * How much of an office's work the centre has: that of the slowest device that still counts. One answer for the morning page, its figure, the devices board
 * and the metrics. A device is complete up to its oldest act that still waits, as it last reported, or up to its last exchange where none waits: the report
 * is as old as that exchange, so a device that is silent is never taken at its word of today.
 */
import type { Instant } from '../kernel/instant.ts';
import type { DeviceContact, Freshness } from '../protocol/messages.ts';
import type { Settings } from '../reference/settings.ts';

/** What the centre calls old, wrong or little; the district may set each. */
export type WatchLimits = Pick<Settings, 'staleAfterMinutes' | 'clockErrorSecondsMax' | 'storageLeftMegabytesMin'>;

/** A working morning; the error at which a promise lands on the wrong hour; about a year of a commune's dossiers. */
export const watchLimitsDefault: WatchLimits = { staleAfterMinutes: 240, clockErrorSecondsMax: 120, storageLeftMegabytesMin: 200 };

/**
 * FRESH: heard lately, and nothing has waited longer. SILENT: not heard for too long. WAITING: heard, and something has waited too long all the same. NEVER:
 * enrolled and never heard.
 */
export type ContactAge = 'FRESH' | 'SILENT' | 'WAITING' | 'NEVER';

/** NO_DEVICE: nothing counts (yet, or any more), so nothing can be fresh or old. */
export type OfficeAge = 'FRESH' | 'STALE' | 'NO_DEVICE';

/** Up to when everything done on the device is at the centre; undefined where it was never heard. */
export function completeTo(contact: DeviceContact): Instant | undefined {
  const { lastExchangeAt, pendingEvents = 0, oldestPendingAt } = contact;
  if (lastExchangeAt === undefined) return undefined;
  return pendingEvents > 0 && oldestPendingAt !== undefined ? Math.min(lastExchangeAt, oldestPendingAt) : lastExchangeAt;
}

export function contactAge(contact: DeviceContact, now: Instant, limits: WatchLimits): ContactAge {
  const to = completeTo(contact);
  if (to === undefined || contact.lastExchangeAt === undefined) return 'NEVER';
  const isOld = (at: Instant): boolean => now - at > limits.staleAfterMinutes * 60_000;
  if (isOld(contact.lastExchangeAt)) return 'SILENT';
  return isOld(to) ? 'WAITING' : 'FRESH';
}

/** Of the devices that count; the first of equals. A device that was never heard is slower than any other. */
export function slowestContact<T extends DeviceContact>(devices: readonly T[]): T | undefined {
  const rank = (contact: DeviceContact): number => completeTo(contact) ?? -Infinity;
  return devices.reduce<T | undefined>(
    (slowest, each) => (slowest === undefined || rank(each) < rank(slowest) ? each : slowest),
    undefined,
  );
}

/** The slowest device alone decides: where it is fresh, all are. */
export function officeAge(freshness: Freshness | undefined, now: Instant, limits: WatchLimits): OfficeAge {
  if (freshness?.slowest === undefined) return 'NO_DEVICE';
  return contactAge(freshness.slowest, now, limits) === 'FRESH' ? 'FRESH' : 'STALE';
}

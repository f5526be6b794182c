/** Why a device does not bring its work, or soon may not, from what it last reported: one answer for the devices board and the alerts. */
import type { Instant } from '../kernel/instant.ts';
import type { DeviceContact, DeviceReport } from '../protocol/messages.ts';
import { contactAge, type WatchLimits } from './freshness.ts';

/** How a device stopped counting: by hand without a word more, as out of use with everything sent, or lost. */
export type DeviceOut = 'REVOKED' | 'RETIRED' | 'LOST';
export const deviceUses = ['ACTIVE', 'RETIRED', 'LOST', 'REVOKED'] as const;
export type DeviceUse = (typeof deviceUses)[number];

/** Worst first. */
export const deviceTroubles = ['NEVER', 'SILENT', 'WAITING', 'CLOCK_WRONG', 'STORAGE_LOW', 'NOT_PERSISTED'] as const;
export type DeviceTrouble = (typeof deviceTroubles)[number];

export interface WatchedDevice extends DeviceContact {
  readonly use: DeviceUse;
  readonly report?: DeviceReport | undefined;
}

/** Milliseconds the device's clock was ahead (+) or behind (−) at its last exchange, the journey included. */
export function clockErrorMs({ lastExchangeAt, report }: Pick<WatchedDevice, 'lastExchangeAt' | 'report'>): number | undefined {
  return lastExchangeAt === undefined || report === undefined ? undefined : report.clock - lastExchangeAt;
}

export function storageLeftBytes(report: DeviceReport | undefined): number | undefined {
  const { storageUsedBytes: used, storageQuotaBytes: quota } = report ?? {};
  return used === undefined || quota === undefined ? undefined : Math.max(0, quota - used);
}

/** Of a device that does not count nothing is awaited, so nothing is wrong with it. */
export function deviceTroublesOf(device: WatchedDevice, now: Instant, limits: WatchLimits): readonly DeviceTrouble[] {
  if (device.use !== 'ACTIVE') return [];
  const age = contactAge(device, now, limits);
  const left = storageLeftBytes(device.report);
  const found: Readonly<Record<DeviceTrouble, boolean>> = {
    NEVER: age === 'NEVER',
    SILENT: age === 'SILENT',
    WAITING: age === 'WAITING',
    CLOCK_WRONG: Math.abs(clockErrorMs(device) ?? 0) > limits.clockErrorSecondsMax * 1000,
    STORAGE_LOW: left !== undefined && left < limits.storageLeftMegabytesMin * 1_000_000,
    NOT_PERSISTED: device.report?.persisted === false,
  };
  return deviceTroubles.filter((trouble) => found[trouble]);
}

/** A device may be taken out of use as complete only where it said that nothing waits; undefined: it may. */
export function retireObstacle({ lastExchangeAt, pendingEvents }: DeviceContact): 'NEVER_HEARD' | 'WAITING' | undefined {
  if (lastExchangeAt === undefined || pendingEvents === undefined) return 'NEVER_HEARD';
  return pendingEvents > 0 ? 'WAITING' : undefined;
}

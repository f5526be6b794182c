import { expect, it } from 'vitest';
import { type WatchedDevice, deviceTroublesOf, retireObstacle } from './device-health.ts';
import { watchLimitsDefault } from './freshness.ts';

const now = 1_795_000_000_000;
const report = { appVersion: '1', pendingEvents: 0, pendingBytes: 0, persisted: true, clock: now - 1_000 };
const well: WatchedDevice = { name: 'Máy', use: 'ACTIVE', lastExchangeAt: now - 1_000, pendingEvents: 0, report };
const of = (changes: Partial<WatchedDevice>) => deviceTroublesOf({ ...well, ...changes }, now, watchLimitsDefault);

it.each([
  [{}, []],
  [{ lastExchangeAt: undefined, report: undefined }, ['NEVER']],
  [{ lastExchangeAt: now - 5 * 3_600_000, report: { ...report, clock: now - 5 * 3_600_000 } }, ['SILENT']],
  [{ pendingEvents: 2, oldestPendingAt: now - 5 * 3_600_000 }, ['WAITING']],
  [{ report: { ...report, clock: now + 300_000 } }, ['CLOCK_WRONG']],
  [{ report: { ...report, clock: now - 300_000 } }, ['CLOCK_WRONG']],
  [{ report: { ...report, clock: now + 60_000 } }, []],
  [{ report: { ...report, storageUsedBytes: 950_000_000, storageQuotaBytes: 1_000_000_000 } }, ['STORAGE_LOW']],
  [{ report: { ...report, storageUsedBytes: 1, storageQuotaBytes: 1_000_000_000 } }, []],
  [{ report: { ...report, persisted: false } }, ['NOT_PERSISTED']],
  [{ use: 'LOST', lastExchangeAt: undefined }, []],
] as const)('[F5] %j: %j', (changes, troubles) => {
  expect(of(changes)).toEqual(troubles);
});

it('[F6] only what said that nothing waits is retired as complete', () => {
  expect(retireObstacle(well)).toBeUndefined();
  expect(retireObstacle({ ...well, pendingEvents: 1 })).toBe('WAITING');
  expect(retireObstacle({ name: 'Máy' })).toBe('NEVER_HEARD');
});

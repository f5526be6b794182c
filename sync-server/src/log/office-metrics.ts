/**
 * What monitoring knows of each office, read anew at each scrape, so that every process of one database answers the same: ids and numbers, no names. How fresh an
 * office is comes from where the centre's page has it (`freshness.ts`), by the district's own limits: an alert never says other than the page.
 */
import { statfs } from 'node:fs/promises';
import { completeTo, officeAge, type WatchLimits, watchLimitsDefault } from '@onestop/shared/judgement/freshness.ts';
import { groupBy } from '@onestop/shared/kernel/group-by.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Freshness } from '@onestop/shared/protocol/messages.ts';
import { takesPart } from '@onestop/shared/reference/office-life.ts';
import type { DeviceRecord } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { lastBackupAt } from '../keeping/schedule.ts';
import { freshnessOf } from './freshness.ts';

type GaugeDeps = Pick<AppDeps, 'store' | 'clock' | 'reference' | 'metrics' | 'log' | 'disks'>;

const setAsideKinds = ['REFUSED', 'QUARANTINED', 'HELD'] as const;

export async function fillGauges(deps: GaugeDeps): Promise<void> {
  const { store, reference, metrics } = deps;
  const [{ offices, data }, everyDevice, setAside, backupAt] = await Promise.all([
    reference.read(),
    store.listDevices(),
    store.countSetAside(),
    lastBackupAt(store),
  ]);
  const gauges = metrics.offices;
  const now = deps.clock.now();
  const today = instantToPlainDate(now);
  const limits = data?.settings ?? watchLimitsDefault;
  const byOffice = groupBy(everyDevice, (device) => device.office);
  // An office that was closed is not there any more.
  for (const gauge of Object.values(gauges)) gauge.reset();
  for (const { id: office } of offices.filter((each) => takesPart(each, today))) {
    const devices = byOffice.get(office) ?? [];
    const freshness = freshnessOf(office, devices, now);
    fillFreshness(deps, freshness, now, limits);
    fillReports(
      deps,
      office,
      devices.filter((device) => device.revokedAt === undefined),
    );
    for (const kind of setAsideKinds)
      gauges.setAside.set({ office, kind }, setAside.find((row) => row.office === office && row.kind === kind)?.count ?? 0);
  }
  gauges.lastBackup.set(seconds(backupAt ?? 0));
  await fillDisks(deps);
}

function fillFreshness({ metrics: { offices: gauges } }: GaugeDeps, freshness: Freshness, now: Instant, limits: WatchLimits): void {
  const { office, devices, pendingEvents, slowest } = freshness;
  gauges.devices.set({ office }, devices);
  gauges.waiting.set({ office }, pendingEvents);
  gauges.stale.set({ office }, officeAge(freshness, now, limits) === 'STALE' ? 1 : 0);
  // Without a device there is nobody to be late.
  if (slowest === undefined) return;
  gauges.slowestExchange.set({ office }, seconds(slowest.lastExchangeAt ?? 0));
  gauges.completeTo.set({ office }, seconds(completeTo(slowest) ?? 0));
}

/** What single devices said of themselves; without anything waiting nothing is old. */
function fillReports({ metrics: { offices: gauges } }: GaugeDeps, office: string, devices: readonly DeviceRecord[]): void {
  const oldest = devices.flatMap(({ report }) => (report?.oldestPendingAt === undefined ? [] : [report.oldestPendingAt]));
  if (oldest.length > 0) gauges.oldestWaiting.set({ office }, seconds(Math.min(...oldest)));
  const errors = devices.flatMap(({ report, lastExchangeAt }) =>
    report === undefined || lastExchangeAt === undefined ? [] : [Math.abs(report.clock - lastExchangeAt)],
  );
  if (errors.length > 0) gauges.clockError.set({ office }, seconds(Math.max(...errors)));
}

async function fillDisks({ metrics, disks = {}, log }: GaugeDeps): Promise<void> {
  for (const [of, folder] of Object.entries(disks)) {
    try {
      const { bavail, bsize } = await statfs(folder);
      metrics.offices.freeBytes.set({ of }, bavail * bsize);
    } catch {
      // A disk that is not mounted has no free room to tell; that it is missing is an alert of its own (`absent`).
      log.debug({ of }, 'free room not known');
    }
  }
}

function seconds(at: Instant): number {
  return at / 1_000;
}

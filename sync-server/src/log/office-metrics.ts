/** What monitoring knows of each office, read anew at each scrape, so that every process of one database answers the same: ids and numbers, no names. */
import { statfs } from 'node:fs/promises';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DeviceRecord } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { lastBackupAt } from '../keeping/schedule.ts';

type GaugeDeps = Pick<AppDeps, 'store' | 'reference' | 'metrics' | 'log' | 'disks'>;

const setAsideKinds = ['REFUSED', 'QUARANTINED', 'HELD'] as const;

export async function fillGauges(deps: GaugeDeps): Promise<void> {
  const { store, reference, metrics } = deps;
  const [{ offices }, everyDevice, setAside, backupAt] = await Promise.all([
    reference.read(),
    store.listDevices(),
    store.countSetAside(),
    lastBackupAt(store),
  ]);
  const gauges = metrics.offices;
  // An office that was closed is not there any more.
  for (const gauge of Object.values(gauges)) gauge.reset();
  for (const { id: office } of offices.filter((each) => each.syncs)) {
    fillOffice(
      deps,
      office,
      everyDevice.filter((device) => device.office === office && device.revokedAt === undefined),
    );
    for (const kind of setAsideKinds)
      gauges.setAside.set({ office, kind }, setAside.find((row) => row.office === office && row.kind === kind)?.count ?? 0);
  }
  gauges.lastBackup.set(seconds(backupAt ?? 0));
  await fillDisks(deps);
}

function fillOffice({ metrics: { offices: gauges } }: GaugeDeps, office: string, devices: readonly DeviceRecord[]): void {
  const exchanges = devices.map((device) => device.lastExchangeAt ?? 0);
  gauges.devices.set({ office }, devices.length);
  gauges.waiting.set(
    { office },
    devices.reduce((sum, { report }) => sum + (report?.pendingEvents ?? 0), 0),
  );
  // Without a device there is nobody to be late, without anything waiting nothing is old.
  if (devices.length === 0) return;
  gauges.lastExchange.set({ office }, seconds(Math.max(...exchanges)));
  gauges.slowestExchange.set({ office }, seconds(Math.min(...exchanges)));
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

/** The facts from which the freshness of each commune is judged: what its devices that count last reported. Of revoked ones nothing is awaited any more. */
import { groupBy } from '@onestop/shared/kernel/group-by.ts';
import { slowestContact } from '@onestop/shared/judgement/freshness.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { DeviceContact, Freshness } from '@onestop/shared/protocol/messages.ts';
import type { DeviceRecord, Store } from '../db/store.ts';

export async function readFreshness(store: Store, offices: readonly OfficeId[]): Promise<readonly Freshness[]> {
  const byOffice = groupBy(
    (await store.listDevices()).filter((device) => device.revokedAt === undefined),
    (device) => device.office,
  );
  return offices.map((office) => freshnessOf(office, byOffice.get(office) ?? []));
}

function freshnessOf(office: OfficeId, devices: readonly DeviceRecord[]): Freshness {
  const slowest = slowestContact(devices.map(contactOf));
  const newest = devices.flatMap(({ newestEventAt }) => newestEventAt ?? []);
  return {
    office,
    devices: devices.length,
    ...(slowest === undefined ? {} : { slowest }),
    pendingEvents: devices.reduce((sum, device) => sum + (device.report?.pendingEvents ?? 0), 0),
    ...(newest.length === 0 ? {} : { newestEventAt: Math.max(...newest) }),
  };
}

export function contactOf({ name, lastExchangeAt, report }: DeviceRecord): DeviceContact {
  const { pendingEvents, oldestPendingAt } = report ?? {};
  return {
    name,
    ...(lastExchangeAt === undefined ? {} : { lastExchangeAt }),
    ...(pendingEvents === undefined ? {} : { pendingEvents }),
    ...(oldestPendingAt === undefined ? {} : { oldestPendingAt }),
  };
}

/** The facts from which the freshness of each commune is judged: what its devices that count last reported. Of revoked ones nothing is awaited any more. */
import { groupBy } from '@onestop/shared/kernel/group-by.ts';
import { slowestContact } from '@onestop/shared/judgement/freshness.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DeviceContact, Freshness } from '@onestop/shared/protocol/messages.ts';
import type { DeviceRecord, Store } from '../db/store.ts';

/** As long as the director is reminded of a lost device. */
const lostShownMs = 30 * 86_400_000;

export async function readFreshness(store: Store, offices: readonly OfficeId[], now: Instant): Promise<readonly Freshness[]> {
  const byOffice = groupBy(await store.listDevices(), (device) => device.office);
  return offices.map((office) => freshnessOf(office, byOffice.get(office) ?? [], now));
}

export function freshnessOf(office: OfficeId, all: readonly DeviceRecord[], now: Instant): Freshness {
  const devices = all.filter((device) => device.revokedAt === undefined);
  const lost = all.flatMap(({ name, outAs, revokedAt: at }) =>
    outAs === 'LOST' && at !== undefined && now - at < lostShownMs ? { name, at } : [],
  );
  const slowest = slowestContact(devices.map(contactOf));
  const newest = devices.flatMap(({ newestEventAt }) => newestEventAt ?? []);
  return {
    office,
    devices: devices.length,
    ...(slowest === undefined ? {} : { slowest }),
    pendingEvents: devices.reduce((sum, device) => sum + (device.report?.pendingEvents ?? 0), 0),
    ...(lost.length === 0 ? {} : { lost }),
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

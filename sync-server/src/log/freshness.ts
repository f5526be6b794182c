/** How fresh each commune's data is, from what its devices last reported. */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Freshness } from '@onestop/shared/protocol/messages.ts';
import type { Store } from '../db/store.ts';

export async function readFreshness(store: Store, offices: readonly OfficeId[]): Promise<readonly Freshness[]> {
  const devices = (await store.listDevices()).filter((device) => device.revokedAt === undefined);
  return offices.map((office) => {
    const own = devices.filter((device) => device.office === office);
    return {
      office,
      lastExchangeAt: latest(own.map((device) => device.lastExchangeAt)),
      devices: own.length,
      pendingEvents: own.reduce((sum, device) => sum + (device.report?.pendingEvents ?? 0), 0),
      newestEventAt: latest(own.map((device) => device.newestEventAt)),
    };
  });
}

function latest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Every device's log read back and its chain computed anew: what is stored is exactly what the devices wrote, to the last event. */
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { genesisLink, linksEqual } from '@onestop/shared/sync/chain.ts';
import type { DeviceRecord, Store } from '../db/store.ts';
import { createChainFollower } from '../log/chain-follower.ts';
import type { Counts } from './backup-files.ts';

const pageEvents = 2_000;

export interface Verified {
  readonly counts: Counts;
  /** Devices whose log is not whole, or not what they wrote. */
  readonly broken: readonly DeviceId[];
}

export async function verifyLog(store: Store): Promise<Verified> {
  const devices = await store.listDevices();
  const broken: DeviceId[] = [];
  let events = 0;
  for (const device of devices) {
    const { read, isWhole } = await verifyDevice(store, device);
    events += read;
    if (!isWhole) broken.push(device.id);
  }
  // Events of a device that is not in the list belong to nobody's chain.
  const counts = { events: await store.countEvents(), dossiers: await store.countDossiers(), devices: devices.length };
  return { counts, broken: counts.events === events ? broken : [...broken, '?' as DeviceId] };
}

async function verifyDevice(store: Store, device: DeviceRecord): Promise<{ readonly read: number; readonly isWhole: boolean }> {
  let link = genesisLink(device.id);
  let read = 0;
  let isInOrder = true;
  for (;;) {
    const page = await store.readDeviceLog(device.id, read + 1, pageEvents);
    if (page.length === 0) break;
    isInOrder &&= page.every((event, i) => event.seq === read + 1 + i);
    // Anew for each page: it keeps the texts of what went through it.
    link = createChainFollower().follow(link, page);
    read += page.length;
    if (!isInOrder) break;
  }
  return { read, isWhole: isInOrder && read === device.headSeq && linksEqual(link, device.headLink) };
}

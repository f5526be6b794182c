/** Every device's log read back and its chain computed anew: what is stored is exactly what the devices wrote, to the last event. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { genesisLink, linksEqual } from '@onestop/shared/sync/chain.ts';
import type { DeviceRecord, Store } from '../db/store.ts';
import { createChainFollower } from '../log/chain-follower.ts';
import type { Counts } from './backup-files.ts';

const pageEvents = 2_000;

/** What is wrong first in a device's log, or with what belongs to no device. Only the last link is stored, so an event that was changed has no place. */
export type LogFault =
  /** Event `seq` is not there, or another one stands in its place. */
  | { readonly kind: 'PLACE' | 'UNREADABLE'; readonly device: DeviceRecord; readonly seq: number }
  /** The log is whole up to `seq`, which is not where the device's head is. */
  | { readonly kind: 'LENGTH'; readonly device: DeviceRecord; readonly seq: number }
  | { readonly kind: 'LINK'; readonly device: DeviceRecord }
  | { readonly kind: 'STRAY'; readonly device?: undefined; readonly events: number };

export interface Verified {
  readonly counts: Counts;
  readonly faults: readonly LogFault[];
  /** Devices whose log is not whole, or not what they wrote. */
  readonly broken: readonly DeviceId[];
}

export async function verifyLog(store: Store): Promise<Verified> {
  const devices = await store.listDevices();
  const faults: LogFault[] = [];
  let events = 0;
  for (const device of devices) {
    const { read, fault } = await verifyDevice(store, device);
    events += read;
    if (fault !== undefined) faults.push(fault);
  }
  const counts = { events: await store.countEvents(), dossiers: await store.countDossiers(), devices: devices.length };
  // Events of a device that is not in the list belong to nobody's chain; where a log was read to its fault only, nobody can tell.
  if (faults.length === 0 && counts.events !== events) faults.push({ kind: 'STRAY', events: counts.events - events });
  return { counts, faults, broken: faults.map(({ device }) => device?.id ?? ('?' as DeviceId)) };
}

async function verifyDevice(store: Store, device: DeviceRecord): Promise<{ readonly read: number; readonly fault?: LogFault | undefined }> {
  let link = genesisLink(device.id);
  let read = 0;
  for (;;) {
    const page = await readPage(store, device, read + 1, pageEvents);
    if (page === undefined) return { read, fault: { kind: 'UNREADABLE', device, seq: await firstUnreadable(store, device, read + 1) } };
    if (page.length === 0) break;
    const wrong = page.findIndex((event, i) => event.seq !== read + 1 + i || event.device !== device.id);
    if (wrong !== -1) return { read: read + wrong, fault: { kind: 'PLACE', device, seq: read + wrong + 1 } };
    // Anew for each page: it keeps the texts of what went through it.
    link = createChainFollower().follow(link, page);
    read += page.length;
  }
  if (read !== device.headSeq) return { read, fault: { kind: 'LENGTH', device, seq: read } };
  return linksEqual(link, device.headLink) ? { read } : { read, fault: { kind: 'LINK', device } };
}

/** Undefined where an event in it is no JSON. */
async function readPage(store: Store, device: DeviceRecord, from: number, limit: number): Promise<readonly EventEnvelope[] | undefined> {
  try {
    return await store.readDeviceLog(device.id, from, limit);
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

async function firstUnreadable(store: Store, device: DeviceRecord, from: number): Promise<number> {
  let seq = from;
  while ((await readPage(store, device, seq, 1)) !== undefined) seq++;
  return seq;
}

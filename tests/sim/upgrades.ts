/** Builds change while the district works: a desk, or the server, that did not know some event types learns them. */
import { must } from '@onestop/shared/kernel/assert.ts';
import { type DossierId, eventKey } from '@onestop/shared/kernel/ids.ts';
import type { Desk } from './desk.ts';
import { allIds } from './invariants.ts';
import type { World } from './world.ts';

/** What an old desk holds is all there after its upgrade, what it could not read included (S-I10). */
export async function upgradeDesk(world: World, desk: Desk, reopen: () => Promise<void>): Promise<void> {
  const wasOld = desk.isOld();
  const before = wasOld ? await eventsOf(desk) : new Map<DossierId, readonly string[]>();
  const identity = must(desk.tabs()[0], 'a tab').log.state.get().identity?.device;
  desk.upgrade();
  await reopen();
  if (!wasOld) return;
  world.upgradedDesks.add(desk.name);
  world.tally.count('fault old-client-upgraded');
  const after = await eventsOf(desk);
  // Found to be a copy in the same moment, it writes what was not acknowledged under its new name.
  const isRenamed = must(desk.tabs()[0], 'a tab').log.state.get().identity?.device !== identity;
  for (const [id, keys] of before) {
    const now = new Set(after.get(id));
    for (const key of keys)
      if (!now.has(key) && !(isRenamed && key.startsWith(`${identity}:`)))
        throw new Error(`[S-I10] ${desk.name}: ${key} of ${id} is gone after the upgrade`);
  }
}

async function eventsOf(desk: Desk): Promise<ReadonlyMap<DossierId, readonly string[]>> {
  const { log } = must(desk.tabs()[0], 'a tab');
  const events = new Map<DossierId, readonly string[]>();
  for (const id of allIds(desk)) events.set(id, (await log.open(id))?.timeline.map(({ event }) => eventKey(event)) ?? []);
  return events;
}

/** Everything an old server kept unread is read by the new one, and its projections are made anew. */
export async function upgradeServer(world: World): Promise<void> {
  if (!world.server.isOld()) return;
  await world.server.start();
  const unread = await countUnread(world);
  const rebuilt = await world.server.upgrade();
  world.trace.push(`server upgraded: ${rebuilt} dossiers folded again, ${unread} events read at last`);
  world.tally.count('fault server-upgraded');
  if (unread > 0) world.tally.count('fault server-upgraded with unread events');
  if ((await countUnread(world)) > 0) throw new Error('[S-I10] the new server left events unread');
}

async function countUnread({ server }: World): Promise<number> {
  const store = server.store();
  const lists = await Promise.all((await store.listDevices()).map(({ id }) => store.refusedOfDevice(id)));
  return lists.flat().filter(({ kind }) => kind === 'QUARANTINED').length;
}

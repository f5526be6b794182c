/** What must be true after every step, and once everything is healed (the list of the layout, S-I1 … S-I12). Each throws with its id. */
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import { type DossierId, eventKey } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { readStoredDossier } from '../support/stored-dossier.ts';
import { checkDays } from './day.ts';
import type { Desk } from './desk.ts';
import { contentKey } from './told.ts';
import type { World } from './world.ts';

function fail(rule: string, what: string): never {
  throw new Error(`[${rule}] ${what}`);
}

/** After every step. */
export async function checkDesk(world: World, desk: Desk): Promise<void> {
  const client = must(desk.tabs()[0], 'a tab');
  const fault = client.services.device.fault.get();
  if (fault !== undefined && fault.code !== 'clock/wrong') fail('S-I1', `${desk.name} shows ${JSON.stringify(fault)}`);
  const state = client.log.state.get();
  if ((state.acked?.seq ?? 0) > (state.head?.seq ?? 0)) fail('S-I1', `${desk.name} acknowledged more than it wrote`);
  await checkCursors(world, desk);
}

/** Each step back was announced by the server, which then is one that was restored. */
async function checkCursors(world: World, desk: Desk): Promise<void> {
  const { back, announced } = await desk.cursorsBack();
  const unexplained = [...announced];
  for (const office of back) {
    const i = unexplained.indexOf(office);
    if (i < 0) fail('S-I3', `${desk.name}: the cursor of ${office} went back`);
    unexplained.splice(i, 1);
    world.tally.count('cursor back, announced');
  }
}

/** The server's copy of a device's log is an exact prefix of the device's, and the device's chain is whole. */
export async function checkPrefix(world: World): Promise<void> {
  for (const desk of world.desks) {
    const client = must(desk.tabs()[0], 'a tab');
    const broken = await client.log.verify();
    if (broken !== undefined) fail('S-I1', `${desk.name}: chain broken at ${broken}`);
    await checkRows(world, desk);
    const device = client.log.state.get().identity?.device;
    if (!world.server.isUp() || device === undefined || world.clonedDesks.has(desk.name)) continue;
    const own = await ownLog(desk);
    for (const event of await world.server.deviceLog(device)) {
      const mine = own[event.seq - 1];
      if (mine !== undefined && canonicalJson(mine) !== canonicalJson(event))
        fail('S-I2', `${desk.name}: event ${event.seq} differs on the server`);
      if (mine === undefined) fail('S-I2', `${desk.name}: the server has event ${event.seq}, the device has not`);
    }
  }
}

async function ownLog(desk: Desk): Promise<readonly EventEnvelope[]> {
  const lines = await must(desk.tabs()[0], 'a tab').log.exportLines();
  return lines.flatMap((line) => {
    const parsed = JSON.parse(line) as { readonly event?: EventEnvelope; readonly refused?: string };
    return parsed.event !== undefined && parsed.refused === undefined ? [parsed.event] : [];
  });
}

/** Rows in memory equal a fresh fold of the stored events. */
async function checkRows(world: World, desk: Desk): Promise<void> {
  if (desk.isOld()) return;
  const { log } = must(desk.tabs()[0], 'a tab');
  for (const id of allIds(desk)) {
    const view = await log.open(id);
    if (view === undefined) fail('S-I5', `${desk.name}: ${id} is listed but does not open`);
    const events = view.timeline.filter((entry) => entry.sync !== 'REFUSED').map((entry) => entry.event);
    const fresh = foldDossier(events);
    if (canonicalJson(fresh) !== canonicalJson(view.state)) fail('S-I5', `${desk.name}: ${id} differs from its fresh fold`);
    if (fresh !== undefined && canonicalJson(dossierRow(fresh)) !== canonicalJson(log.index.get(id)))
      fail('S-I5', `${desk.name}: row of ${id} is stale`);
    checkPromise(world, desk, id, events, fresh);
  }
}

/** Which of two sides stands is settled by an event too, and an act is taken back by one; with it the promise goes back. */
const sideTypes: ReadonlySet<string> = new Set(['ContradictionSettled', 'ContradictionReopened', 'LastActUndone']);

/** The promise in an event's data, made whole: what is usual is not written. */
function promisedBy(event: EventEnvelope): unknown {
  const read = readEvent(event);
  return 'data' in read && 'due' in read.data ? read.data.due : undefined;
}

/** A promise is one that an event made, and is another than at the last look only where an event came that makes one or settles which one stands. */
function checkPromise(world: World, desk: Desk, id: DossierId, events: readonly EventEnvelope[], state: DossierState | undefined): void {
  const due = canonicalJson(state?.due ?? null);
  const made = new Set(events.map((event) => canonicalJson(promisedBy(event) ?? null)));
  if (state?.due !== undefined && !made.has(due)) fail('S-I6', `${desk.name}: no event promised ${due} for ${id}`);
  const key = `${desk.name} ${id}`;
  const before = world.promises.get(key);
  world.promises.set(key, { due, events: new Set(events.map(eventKey)) });
  if (before === undefined || before.due === due) return;
  const arrived = events.filter((event) => !before.events.has(eventKey(event)));
  const left = [...before.events].some((one) => !events.some((event) => eventKey(event) === one));
  const isMoved = arrived.some((event) => promisedBy(event) !== undefined || sideTypes.has(event.type));
  const isParted = arrived.length > 0 && (state?.contradictions.length ?? 0) > 0;
  if (!isMoved && !isParted && !left) fail('S-I6', `${desk.name}: the promise of ${id} went from ${before.due} to ${due} without an event`);
  if (before.due !== 'null') world.tally.count('promise moved by an event');
}

export function allIds(desk: Desk): readonly DossierId[] {
  const { log } = must(desk.tabs()[0], 'a tab');
  return log.index.query({ limit: 100_000, queue: 'all' }, log.now()).map((row) => row.id);
}

export async function checkAfterHealing(world: World): Promise<void> {
  await checkPrefix(world);
  checkClocks(world);
  const accepted = new Map<DossierId, EventEnvelope[]>();
  const onServer = new Map<string, number>();
  const refused = new Set<string>();
  const store = world.server.store();
  for (const device of await store.listDevices()) {
    const out = await store.refusedOfDevice(device.id);
    const rejected = new Set(out.filter((one) => one.kind === 'REFUSED').map((one) => one.seq));
    for (const event of await world.server.deviceLog(device.id)) {
      const key = contentKey(event);
      onServer.set(key, (onServer.get(key) ?? 0) + 1);
      if (rejected.has(event.seq)) refused.add(eventKey(event));
      else accepted.set(event.dossier, [...(accepted.get(event.dossier) ?? []), event]);
    }
    for (const one of out) world.tally.count(`refused ${one.code}`);
  }
  checkTold(world, onServer);
  await checkUpgraded(world);
  await checkConverged(world, accepted);
  await checkDays(world, accepted, fail);
  await checkRefusedListed(world, refused);
  for (const events of accepted.values()) {
    const state = foldDossier(events);
    if (state && state.contradictions.length > 0) world.tally.count('contradiction');
    if (state && state.settlements.length > 0) world.tally.count('contradiction settled');
  }
}

/** Whatever clock a desk has and whatever it wrote by it: with the centre's time it works, and is told at most that its clock is off. */
function checkClocks(world: World): void {
  for (const desk of world.desks) {
    const { device } = must(desk.tabs()[0], 'a tab').services;
    device.checkClock();
    const fault = device.fault.get();
    if (fault?.code !== 'clock/wrong') continue;
    if (fault.notice.kind !== 'OFF') fail('S-I12', `${desk.name} shows ${JSON.stringify(fault.notice)}`);
    world.tally.count('clock is off, told');
  }
}

/** Everything an officer was told is saved is on the server, once. */
function checkTold(world: World, onServer: ReadonlyMap<string, number>): void {
  for (const { key, desk, event, times: told } of world.told.values()) {
    const times = onServer.get(key) ?? 0;
    if (times < told) fail('S-I7', `${desk}: ${event.type} ${eventKey(event)} of ${event.dossier} was told saved and is lost`);
    if (times > told) fail('S-I7', `${desk}: ${event.type} ${eventKey(event)} of ${event.dossier} is on the server ${times} times`);
  }
}

/** Every device holds what it may see, folded as the server folds it, and nothing else. */
async function checkConverged(world: World, accepted: ReadonlyMap<DossierId, readonly EventEnvelope[]>): Promise<void> {
  for (const desk of world.desks) {
    const { log } = must(desk.tabs()[0], 'a tab');
    const mine = new Set(allIds(desk));
    for (const [id, events] of accepted) {
      const state = foldDossier(events);
      if (state === undefined) continue;
      const visible = desk.kind === 'CENTRE' || state.offices.includes(desk.office);
      if (!visible) {
        if (mine.has(id)) fail('S-I8', `${desk.name} holds ${id} of another office`);
        continue;
      }
      const view = await log.open(id);
      if (view === undefined) fail('S-I8', `${desk.name} lacks ${id}`);
      if (canonicalJson(view.state) !== canonicalJson(state))
        fail('S-I8', `${desk.name}: ${id} differs from the server\n${canonicalJson(view.state)}\n${canonicalJson(state)}`);
      mine.delete(id);
      const { offices } = await readStoredDossier(world.server.store(), id);
      if (canonicalJson(offices) !== canonicalJson(state.offices)) fail('S-I8', `projection of ${id} differs from its fold`);
    }
    if (mine.size > 0) fail('S-I8', `${desk.name} lists ${[...mine].join(' ')}, which the server has not`);
  }
}

/** A desk that began with an old build shows each dossier as a desk does that always had the new one. */
async function checkUpgraded(world: World): Promise<void> {
  const modern = world.desks.filter((desk) => !world.upgradedDesks.has(desk.name));
  for (const desk of world.desks.filter(({ name }) => world.upgradedDesks.has(name))) {
    for (const id of allIds(desk)) {
      const mine = await desk.stateOf(id);
      for (const other of modern) {
        const theirs = await other.stateOf(id);
        if (theirs !== undefined && canonicalJson(theirs) !== canonicalJson(mine))
          fail('S-I10', `${desk.name}, upgraded: ${id} differs from ${other.name}`);
        if (theirs !== undefined) world.tally.count('upgraded desk equals another');
      }
    }
  }
}

/** Every refused event is in the list of some device of its office (its own, under the identity it had then). */
async function checkRefusedListed(world: World, refused: ReadonlySet<string>): Promise<void> {
  if (world.clonedDesks.size > 0) return;
  const listed = new Set(world.desks.flatMap((desk) => [...must(desk.tabs()[0], 'a tab').log.refused.get().keys()]));
  for (const key of refused) if (!listed.has(key)) fail('S-I9', `${key} was refused and is in no list`);
}

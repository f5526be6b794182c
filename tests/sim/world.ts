/**
 * The simulated district: desks with the product's own client, the real server application, one line, one time, one seed. `play` runs a random story with
 * faults, then heals everything and waits until all is quiet; `invariants.ts` says what must be true on the way and at the end.
 */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { seededRandom } from '../support/random.ts';
import type { Draw } from '../support/people.ts';
import { chooseAct } from './clerk.ts';
import { emptyBattery, stepClock, tellTime } from './clock-faults.ts';
import { actOfDay } from './day.ts';
import { createDesk, type Desk } from './desk.ts';
import { centreId, communeIds, simReference } from './district.ts';
import { checkAfterHealing, checkDesk, checkPrefix } from './invariants.ts';
import { createNetwork, type Network, type NetworkFault, networkFaults } from './network.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { createSimServer, type SimServer } from './sim-server.ts';
import { cancelStorageFault, installStorageFaults, planStorageFault, transactionsUnderWay } from './storage-faults.ts';
import type { Tally } from './tally.ts';
import { noteTold, start } from './told.ts';
import { upgradeDesk, upgradeServer } from './upgrades.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly steps: number;
  readonly tally: Tally;
}

/** What an officer was told is saved, by content: the same act keeps it under another identity of its device. */
export interface Told {
  readonly key: string;
  readonly desk: string;
  readonly event: EventEnvelope;
  /** Two tabs may write the very same act in the same millisecond. */
  readonly times: number;
}

export interface World {
  readonly seed: number;
  readonly draw: Draw;
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly server: SimServer;
  readonly desks: Desk[];
  readonly told: Map<string, Told>;
  /** Official codes printed, by dossier; clones may print the same one, which the server must notice. */
  readonly codes: Map<string, string>;
  readonly clonedDesks: Set<string>;
  /** Those that began with an old build. */
  readonly upgradedDesks: Set<string>;
  /** At the last look, by desk and dossier. */
  readonly promises: Map<string, { readonly due: string; readonly events: ReadonlySet<string> }>;
  readonly smallExchanges: boolean;
  readonly tally: Tally;
  readonly trace: string[];
}

/** Types that an old build does not know in the runs that have one. */
const newerTypes: ReadonlySet<string> = new Set(['ContactCorrected', 'ApologyMade', 'FeePaid', 'UpTransferProcessing', 'TicketPassed']);

export async function createWorld({ seed, tally }: WorldOptions): Promise<World> {
  installStorageFaults();
  const draw = seededRandom(seed).next;
  const scheduler = createScheduler(start);
  const trace: string[] = [];
  const server = await createSimServer(
    { now: scheduler.now },
    { bytes: (length) => Uint8Array.from({ length }, () => Math.floor(draw() * 256)) },
    simReference,
    seed % 5 === 1 ? newerTypes : new Set(),
  );
  const weights = Object.fromEntries(networkFaults.map((fault) => [fault, draw() < 0.35 ? 0 : draw() * 3])) as Record<NetworkFault, number>;
  const world: World = {
    seed,
    draw,
    scheduler,
    server,
    tally,
    trace,
    network: createNetwork({
      draw,
      scheduler,
      weights,
      server: server.request,
      faultRate: () => faultRates.get(seed) ?? 0,
      count: (fault) => tally.count(`fault ${fault}`),
      trace: (line) => trace.push(line),
    }),
    // Every third district, whatever the seed draws: the others keep the product's own sizes.
    smallExchanges: seed % 3 === 0,
    desks: [],
    told: new Map(),
    codes: new Map(),
    clonedDesks: new Set(),
    upgradedDesks: new Set(),
    promises: new Map(),
  };
  const communes = 1 + Math.floor(draw() * 3);
  for (let c = 0; c < communes; c++) {
    const devices = 1 + Math.floor(draw() * 2);
    for (let d = 0; d < devices; d++)
      await addDesk(world, must(communeIds[c], 'a commune'), `commune${c}-${d}`, draw() < 0.15 ? newerTypes : new Set());
  }
  await addDesk(world, centreId, 'centre', new Set());
  await settle(world, 60_000);
  return world;
}

/** Chance of a network fault per request, by seed; 0 while a world is set up and healed. */
const faultRates = new Map<number, number>();

async function addDesk(world: World, office: OfficeId, name: string, unknownTypes: ReadonlySet<string>): Promise<void> {
  const clockErrorMs = world.draw() < 0.3 ? Math.round((world.draw() - 0.5) * 4 * 3_600_000) : Math.round((world.draw() - 0.5) * 4000);
  const desk = createDesk({
    name,
    office,
    kind: office === centreId ? 'CENTRE' : 'COMMUNE',
    scheduler: world.scheduler,
    network: world.network,
    draw: world.draw,
    clockErrorMs,
    unknownTypes,
    smallExchanges: world.smallExchanges,
  });
  await desk.openTab();
  await desk.enrol(await world.server.issueCode(office, name));
  world.desks.push(desk);
}

/** Runs timers for some virtual time; each is let finish before the next, so that a seed plays the same way every time. */
export async function settle(world: World, forMs: number, timersMax = 200): Promise<void> {
  const until = world.scheduler.now() + forMs;
  await quiet(world);
  for (let n = 0; n < timersMax && world.scheduler.runNext(until); n++) await quiet(world);
  world.scheduler.advanceTo(until);
}

async function quiet(world: World): Promise<void> {
  for (let calm = 0; calm < 3;) {
    await new Promise((resolve) => setImmediate(resolve));
    calm = world.network.busy() > 0 || transactionsUnderWay() > 0 ? 0 : calm + 1;
  }
}

export async function play(options: WorldOptions): Promise<void> {
  const world = await createWorld(options);
  try {
    faultRates.set(options.seed, world.draw() < 0.2 ? 0 : world.draw() * 0.5);
    for (let step = 0; step < options.steps; step++) {
      await actOrFault(world);
      await settle(world, Math.round(world.draw() ** 3 * 90_000), 12);
      for (const desk of world.desks) await checkDesk(world, desk);
      if (step % 10 === 9) await checkPrefix(world);
    }
    faultRates.set(options.seed, 0);
    await heal(world);
    await checkAfterHealing(world);
  } catch (error) {
    throw new Error(
      `seed ${options.seed}: ${error instanceof Error ? error.message : String(error)}\nreplay: SIM_SEED=${options.seed} npm run sim\n${world.trace.slice(-60).join('\n')}`,
      { cause: error },
    );
  } finally {
    faultRates.delete(options.seed);
    for (const desk of world.desks) desk.closeTabs();
    await world.server.dispose();
  }
}

type Move = (world: World) => Promise<void>;

const moves: readonly (readonly [weight: number, name: string, move: Move])[] = [
  [60, 'act', act],
  [10, 'day', actOnDay],
  [4, 'line', cutOrMendLine],
  [2, 'server', killOrStartServer],
  [1, 'backup', backUp],
  [1, 'restore', restore],
  [2, 'tab killed', killTabInTransaction],
  [1.5, 'disk full', fillDisk],
  [3, 'browser restarted', restartBrowser],
  [2, 'two tabs', actInTwoTabs],
  [1.5, 'clock', async (world) => stepClock(world, anyDesk(world))],
  [0.7, 'battery', batteryEmpty],
  [1, 'clone', cloneDesk],
  [1, 'upgrade', upgradeOld],
  [0.5, 'server upgrade', upgradeServer],
  [2, 'days pass', daysPass],
];

async function actOrFault(world: World): Promise<void> {
  const total = moves.reduce((sum, [weight]) => sum + weight, 0);
  let left = world.draw() * total;
  for (const [weight, , move] of moves) {
    left -= weight;
    if (left < 0) return move(world);
  }
}

function anyDesk(world: World): Desk {
  return must(world.desks[Math.floor(world.draw() * world.desks.length)], 'drawn inside the list');
}

async function act(world: World): Promise<void> {
  // An officer at the desk often does two things in a row.
  const desk = anyDesk(world);
  await actOn(world, desk, 0);
  if (world.draw() < 0.4) await actOn(world, desk, 0);
}

async function actOn(world: World, desk: Desk, tab: number): Promise<void> {
  await desk.signIn();
  const choice = await chooseAct(world.draw, desk);
  if (
    choice === undefined ||
    (desk.isOld() && ['correctContact', 'apologise', 'payFee', 'processUp', 'returnResult', 'returnByPost'].includes(choice.command))
  )
    return;
  let done = await desk.act(choice, tab);
  if (!done.ok && done.error.code === 'clock/too-early' && (await tellTime(world, desk))) done = await desk.act(choice, tab);
  world.trace.push(`${desk.name}: ${choice.command} ${choice.dossier ?? 'new'} → ${done.ok ? done.value.state.status : done.error.code}`);
  if (!done.ok) {
    world.tally.count('act refused');
    return;
  }
  noteTold(world, desk, done.value.events);
}

/** What is of no dossier: seldom one act alone. */
async function actOnDay(world: World): Promise<void> {
  const desk = anyDesk(world);
  await desk.signIn();
  const acts = 1 + Math.floor(world.draw() * 4);
  for (let n = 0; n < acts; n++) {
    const told = await actOfDay(world.draw, desk, (type) => !desk.isOld() || !newerTypes.has(type));
    if (told === undefined) return;
    world.trace.push(`${desk.name}: ${told.act} → ${told.done.ok ? 'ok' : told.done.error.code}`);
    if (told.done.ok) noteTold(world, desk, told.done.value.events);
  }
}

async function cutOrMendLine(world: World): Promise<void> {
  const desk = anyDesk(world);
  desk.line.up = !desk.line.up;
  if (!desk.line.up) world.tally.count('fault partition');
  world.trace.push(`${desk.name}: line ${desk.line.up ? 'up' : 'down'}`);
}

async function killOrStartServer(world: World): Promise<void> {
  world.trace.push(`server ${world.server.isUp() ? 'killed' : 'started'}`);
  if (!world.server.isUp()) return world.server.start();
  world.tally.count('fault server-killed');
  await world.server.kill();
}

async function backUp(world: World): Promise<void> {
  if (!world.server.isUp()) return;
  world.trace.push('server backed up');
  await world.server.backUp();
}

async function restore(world: World): Promise<void> {
  // A device that got its identity after the backup is unknown to the restored server and must enrol again: proven by a test of its own.
  if (!world.server.isUp() || !(await world.server.canRestore())) return;
  world.trace.push('server restored from the backup');
  world.tally.count('fault server-restored');
  if (world.clonedDesks.size > 0) world.tally.count('fault server-restored beside a clone');
  await world.server.restore();
}

async function killTabInTransaction(world: World): Promise<void> {
  const desk = anyDesk(world);
  planStorageFault(desk.databaseName, 'tab-killed-in-transaction', Math.floor(world.draw() * 5));
  await actOn(world, desk, 0).catch((error: unknown) => void world.trace.push(`${desk.name}: ${String(error)}`));
  if (!cancelStorageFault(desk.databaseName)) world.tally.count('fault tab-killed-in-transaction');
  await reopen(world, desk);
}

async function fillDisk(world: World): Promise<void> {
  const desk = anyDesk(world);
  planStorageFault(desk.databaseName, 'quota-exceeded', Math.floor(world.draw() * 5));
  await actOn(world, desk, 0);
  if (!cancelStorageFault(desk.databaseName)) world.tally.count('fault quota-exceeded');
}

async function reopen(world: World, desk: Desk): Promise<void> {
  await quiet(world);
  desk.closeTabs();
  await quiet(world);
  await desk.openTab();
}

async function restartBrowser(world: World): Promise<void> {
  const desk = anyDesk(world);
  world.trace.push(`${desk.name}: browser restarted`);
  world.tally.count('fault browser-restarted');
  // Not waiting for what is under way: the browser was closed in the middle of it.
  desk.closeTabs();
  await quiet(world);
  const signedIn = world.draw() < 0.5;
  if (!signedIn) world.tally.count('fault nobody-signed-in');
  await desk.openTab(signedIn);
}

async function actInTwoTabs(world: World): Promise<void> {
  const desk = anyDesk(world);
  if (desk.tabs().length < 2) await desk.openTab();
  world.tally.count('fault two-tabs');
  await Promise.all([actOn(world, desk, 0), actOn(world, desk, 1)]);
}

async function batteryEmpty(world: World): Promise<void> {
  const desk = anyDesk(world);
  desk.closeTabs();
  await quiet(world);
  emptyBattery(world, desk);
  await desk.openTab();
}

async function cloneDesk(world: World): Promise<void> {
  const desk = anyDesk(world);
  if (world.desks.length >= 7 || world.clonedDesks.size > 0) return;
  await quiet(world);
  const name = `${desk.name}-clone`;
  const disk = await desk.copyDisk(name);
  const clone = createDesk({
    name,
    office: desk.office,
    kind: desk.kind,
    scheduler: world.scheduler,
    network: world.network,
    draw: world.draw,
    clockErrorMs: 0,
    unknownTypes: desk.isOld() ? newerTypes : new Set(),
    smallExchanges: world.smallExchanges,
    disk,
  });
  await clone.openTab();
  world.desks.push(clone);
  world.clonedDesks.add(desk.name).add(name);
  world.tally.count('fault cloned-device');
  world.trace.push(`${desk.name}: cloned`);
}

async function upgradeOld(world: World): Promise<void> {
  const desk = world.desks.find((one) => one.isOld());
  if (desk === undefined) return;
  world.trace.push(`${desk.name}: upgraded`);
  await upgradeDesk(world, desk, () => reopen(world, desk));
}

/** Everybody sleeps: time jumps, and each waiting timer runs once. */
async function daysPass(world: World): Promise<void> {
  const days = world.draw() < 0.5 ? 1 + Math.floor(world.draw() * 3) : 17;
  world.scheduler.advanceTo(world.scheduler.now() + days * 86_400_000);
  world.tally.count('fault days-pass');
  world.trace.push(`${days} days pass`);
}

/** Line up, server up, every old build upgraded; then everything must come together within a bounded number of rounds. */
async function heal(world: World): Promise<void> {
  world.trace.push('--- heal');
  await world.server.start();
  await upgradeServer(world);
  for (const desk of world.desks) {
    desk.line.up = true;
    await upgradeDesk(world, desk, () => reopen(world, desk));
  }
  for (let round = 0; round < 40; round++) {
    const before = world.network.served();
    for (const desk of world.desks) desk.tabs()[0]?.services.sync.syncNow();
    await settle(world, 20_000, 400);
    const pending = world.desks.reduce((sum, desk) => sum + (desk.tabs()[0]?.services.sync.status.get().pendingEvents ?? 0), 0);
    if (pending === 0 && round > 2 && world.network.served() - before <= world.desks.length * 3) {
      // One more turn for what the last senders brought.
      for (const desk of world.desks) desk.tabs()[0]?.services.sync.syncNow();
      await settle(world, 20_000, 400);
      return;
    }
  }
  const stuck = world.desks.map(
    (desk) =>
      `${desk.name} ${JSON.stringify(desk.tabs()[0]?.services.sync.status.get().pendingEvents)} ${JSON.stringify(desk.tabs()[0]?.services.device.fault.get())} ${JSON.stringify(desk.tabs()[0]?.services.sync.status.get().problem)}`,
  );
  throw new Error(`not quiet after healing:\n${stuck.join('\n')}`);
}

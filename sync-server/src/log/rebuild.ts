/**
 * The projections made anew from the events, when a build understands more or folds otherwise than the one that made them. Which offices see a dossier hangs on
 * them, so a dossier's events also go into the feeds of the offices that see it only now. In bounded transactions, each of which notes how far it came:
 * a kill costs one batch, and several processes on one database share the work. Until it is done every exchange is told to come back later
 * (`needOwnProjections`), so nothing is ever judged or shared by a view of another build.
 */
import { readDayEvent } from '@onestop/shared/daybook/read-day-event.ts';
import { type DossierId, isDayId, type OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { factsAtEdge, readAtEdge, type ReadOptions } from '@onestop/shared/dossier/read-event.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Store, Tx } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import type { Build } from './build.ts';
import { feedDossiers } from './feeds.ts';
import { judgeBatch } from './judge-batch.ts';
import { type OfficesByDossier, refoldDossiers } from './projections.ts';
import { createReferenceCache, type ReferenceSnapshot } from './reference-cache.ts';

const settingKey = 'projections';
const batchDossiers = 200;
const busySeconds = 15;

interface Progress {
  /** Mark of the build that made the projections. */
  readonly build: string;
  /** While they are being made: dossiers up to here are done. */
  readonly upTo?: string | undefined;
}

export interface RebuildStep {
  readonly done: number;
  readonly total: number;
}

export type RebuildDeps = Pick<AppDeps, 'store' | 'random' | 'clock' | 'build'>;

/** Holds the mark until the transaction ends: a rebuild that begins meanwhile waits. Throws where the projections are another build's, or not done. */
export async function needOwnProjections(tx: Tx, build: Build): Promise<void> {
  if (!isDoneBy(build, await tx.holdSetting(settingKey))) throw new WireFault('wire/busy', { retryAfterSeconds: busySeconds });
}

export async function hasOwnProjections(store: Store, build: Build): Promise<boolean> {
  return isDoneBy(build, await store.findSetting(settingKey));
}

/** A database without events has nothing to rebuild. */
export async function markEmptyProjections({ store, build }: Pick<AppDeps, 'store' | 'build'>): Promise<void> {
  if ((await store.findSetting(settingKey)) !== undefined) return;
  await store.write(async (tx) => {
    await tx.lock('projections');
    const isNew = (await tx.findSetting(settingKey)) === undefined && (await tx.nextDossiers('', 1)).length === 0;
    if (isNew) await tx.putSetting(settingKey, write({ build: build.mark }));
  });
}

/** Answers how many dossiers got a new view here; `again` rebuilds also where nothing asks for it. */
export async function rebuildProjections(
  deps: RebuildDeps,
  onStep: (step: RebuildStep) => void,
  options: { readonly again?: boolean | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<number> {
  const { store, build } = deps;
  if (options.again === true || !(await hasOwnProjections(store, build))) await begin(store, build, options.again === true);
  else return 0;
  const snapshot = await createReferenceCache(store).read();
  const total = await store.countDossiers();
  let done = 0;
  for (;;) {
    if (options.signal?.aborted === true) return done;
    const batch = await store.write((tx) => rebuildNext(tx, deps, snapshot));
    if (batch === undefined) return done;
    if (batch.grown.length > 0) await store.publishHint({ offices: batch.grown });
    done += batch.count;
    onStep({ done, total: Math.max(done, total) });
  }
}

/** From here on exchanges wait; those under way are waited for. What another process of this build has begun goes on where it is. */
function begin(store: Store, build: Build, again: boolean): Promise<void> {
  return store.write(async (tx) => {
    await tx.lock('projections');
    const stored = read(await tx.findSetting(settingKey));
    const isUnderWay = stored?.build === build.mark && stored.upTo !== undefined;
    const isDone = stored?.build === build.mark && stored.upTo === undefined;
    if (!isUnderWay && (again || !isDone)) await tx.putSetting(settingKey, write({ build: build.mark, upTo: '' }));
  });
}

/** Undefined where nothing is left. */
async function rebuildNext(
  tx: Tx,
  deps: RebuildDeps,
  snapshot: ReferenceSnapshot,
): Promise<{ readonly count: number; readonly grown: readonly OfficeId[] } | undefined> {
  const { random, build } = deps;
  await tx.lock('projections');
  const stored = read(await tx.findSetting(settingKey));
  // Another process finished it, or a newer build took it over.
  if (stored?.build !== build.mark || stored.upTo === undefined) return undefined;
  const ids: readonly DossierId[] = await tx.nextDossiers(stored.upTo, batchDossiers);
  const last = ids.at(-1);
  if (last === undefined) {
    await tx.putSetting(settingKey, write({ build: build.mark }));
    return undefined;
  }
  await judgeQuarantined(tx, deps, snapshot, ids);
  const refolded = await refoldDossiers(tx, ids, build.readOptions);
  await tx.releaseEvents(refolded.flatMap(({ released }) => released));
  await tx.putDossiers(refolded.flatMap(({ projected }) => (projected === undefined ? [] : [projected])));
  const grown = await feedDossiers(tx, random, refolded);
  await tx.putSetting(settingKey, write({ build: build.mark, upTo: last }));
  return { count: ids.length, grown };
}

/**
 * Kept unread by an older build: judged now as if it arrived, with rights, sharing, leased numbers and codes that another dossier has. What is still not
 * understood goes on waiting. The device's own clock was judged when it came.
 */
async function judgeQuarantined(
  tx: Tx,
  { build, clock }: RebuildDeps,
  snapshot: ReferenceSnapshot,
  ids: readonly DossierId[],
): Promise<void> {
  const waiting = (await tx.quarantinedEvents(ids)).filter((event) => isRead(event, build.readOptions));
  if (waiting.length === 0) return;
  const offices = await officesInSight(tx, ids, waiting);
  for (const [id, events] of [...Map.groupBy(waiting, (event) => event.device)].sort(byKey)) {
    const device = must(await tx.lockDevice(id), 'an event is of a known device');
    const inOrder = events.toSorted((a, b) => a.seq - b.seq);
    const { newestEventAt: _, ...withoutClock } = device;
    const { refused, held } = await judgeBatch(tx, snapshot, withoutClock, inOrder, offices, clock.now(), build.readOptions);
    const out = new Map(refused.map((each) => [each.seq, each]));
    await tx.admitEvents(inOrder.filter(({ seq }) => !out.has(seq) && !held.has(seq)));
    for (const [code, wrong] of Map.groupBy(refused, (each) => each.code)) {
      const seqs = new Set(wrong.flatMap((each) => (each.kind === 'REFUSED' ? [each.seq] : [])));
      await tx.refuseEvents(
        inOrder.filter(({ seq }) => seqs.has(seq)),
        code,
        clock.now(),
      );
    }
  }
}

/** Malformed is read too: that is an answer. */
function isRead(event: EventEnvelope, options: ReadOptions): boolean {
  const { kind } = isDayId(event.dossier) ? readDayEvent(event, options) : readAtEdge(event, options);
  return kind === 'KNOWN' || kind === 'MALFORMED';
}

/** Who sees the dossiers, also by what is understood only now. */
async function officesInSight(tx: Tx, ids: readonly DossierId[], waiting: readonly EventEnvelope[]): Promise<OfficesByDossier> {
  const offices = new Map(await tx.dossierOffices(ids));
  for (const event of waiting) {
    const known = offices.get(event.dossier);
    if (known !== undefined) offices.set(event.dossier, [...new Set([...known, ...factsAtEdge(event).shares])]);
  }
  return offices;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function isDoneBy(build: Build, text: string | undefined): boolean {
  const stored = read(text);
  return stored?.build === build.mark && stored.upTo === undefined;
}

function read(text: string | undefined): Progress | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Progress);
}

function write(progress: Progress): string {
  return JSON.stringify(progress);
}

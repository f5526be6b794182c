/**
 * The projections made anew from the events, when a build understands more or folds otherwise than the one that made them. Which offices see a dossier hangs on
 * them, so a dossier's events also go into the feeds of the offices that see it only now. In bounded transactions, each of which notes how far it came:
 * a kill costs one batch, and several processes on one database share the work. Until it is done every exchange is told to come back later
 * (`needOwnProjections`), so nothing is ever judged or shared by a view of another build.
 */
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { drawnBy, readAtEdge } from '@onestop/shared/dossier/read-event.ts';
import type { Store, Tx } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import type { Build } from './build.ts';
import { feedDossiers } from './feeds.ts';
import { refoldDossiers } from './projections.ts';

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
  const total = await store.countDossiers();
  let done = 0;
  for (;;) {
    if (options.signal?.aborted === true) return done;
    const batch = await store.write((tx) => rebuildNext(tx, deps));
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
  await readQuarantined(tx, deps, ids);
  const refolded = await refoldDossiers(tx, ids, build.readOptions);
  await tx.releaseEvents(refolded.flatMap(({ released }) => released));
  await tx.putDossiers(refolded.flatMap(({ projected }) => (projected === undefined ? [] : [projected])));
  const grown = await feedDossiers(tx, random, refolded);
  await tx.putSetting(settingKey, write({ build: build.mark, upTo: last }));
  return { count: ids.length, grown };
}

/** Kept unread by an older build: read now, with the same check as at arrival. What is still not understood goes on waiting. */
async function readQuarantined(tx: Tx, { build, clock }: RebuildDeps, ids: readonly DossierId[]): Promise<void> {
  const reads = (await tx.quarantinedEvents(ids)).map((event) => ({ event, read: readAtEdge(event, build.readOptions) }));
  const known = reads.filter(({ read }) => read.kind === 'KNOWN');
  const wrong = reads.filter(({ read }) => read.kind === 'MALFORMED');
  await tx.claimCodes(
    known.flatMap(({ event, read }) =>
      read.kind === 'KNOWN' ? drawnBy(read).map((code) => ({ code, dossier: event.dossier, event })) : [],
    ),
  );
  await tx.admitEvents(known.map(({ event }) => event));
  await tx.refuseEvents(
    wrong.map(({ event }) => event),
    'event/malformed',
    clock.now(),
  );
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

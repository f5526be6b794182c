/**
 * After an upgrade: dossiers whose events an older build did not understand are folded again from what was kept, so that the device shows the same as
 * the others. Runs once, at the first start of a build that understands other types than the rows were folded with, in one transaction.
 */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { type DeviceState, writeState } from '../device-state.ts';
import { readPlaces } from '../records/event-record.ts';
import { arrivedEntry, type RefusedWork } from './fold-arrived.ts';
import { type LogContext, logTables } from './context.ts';
import type { RowEntry } from '../records/row-record.ts';
import { deltaRecord, type RowChange } from '../row-mirror.ts';

/** Dossiers whose events are in memory at a time. */
const chunkDossiers = 1_000;

export async function refoldAfterUpgrade(context: LogContext): Promise<void> {
  const { db, mirror, build } = context;
  const loaded = mirror.state.get();
  if (loaded.identity === undefined || isCurrent(loaded, context)) return;
  let done: { readonly state: DeviceState; readonly change: RowChange; readonly refused: RefusedWork } | undefined;
  await db.dexie.transaction('rw', logTables(db), async () => {
    done = undefined;
    const state = await mirror.readCurrent();
    // Another tab did it meanwhile.
    if (isCurrent(state, context)) return;
    const all = state.foldedWith !== undefined && state.foldedWith.rows !== build.foldedWith.rows;
    const ids = [...mirror.ids()].filter((id) => all || isNotUnderstood(mirror.rowOf(id)));
    const refused: RefusedWork = { refused: new Map(mirror.refused.get()), newRefused: [] };
    const entries: RowEntry[] = [];
    for (let i = 0; i < ids.length; i += chunkDossiers) entries.push(...(await refold(context, ids.slice(i, i + chunkDossiers), refused)));
    const change: RowChange = { rev: state.rev + 1, entries };
    const next: DeviceState = {
      ...state,
      rev: change.rev,
      foldedWith: build.foldedWith,
      refusedRev: state.refusedRev + (refused.newRefused.length > 0 ? 1 : 0),
    };
    if (entries.length > 0) await db.rowDeltas.add(deltaRecord(change));
    if (refused.newRefused.length > 0) await db.refused.bulkPut(refused.newRefused);
    await writeState(db, next);
    done = { state: next, change, refused };
  });
  if (done === undefined) return;
  mirror.committed(
    done.state,
    done.change.entries.length === 0 ? undefined : done.change,
    done.refused.newRefused.length === 0 ? undefined : done.refused.refused,
  );
  context.announce(done.state.rev);
}

function isCurrent({ foldedWith }: DeviceState, { build }: LogContext): boolean {
  return foldedWith?.types === build.foldedWith.types && foldedWith.rows === build.foldedWith.rows;
}

/** Some of its events, or the one that opens it. */
function isNotUnderstood(row: { readonly unknownEvents: number } | undefined): boolean {
  return row === undefined || row.unknownEvents > 0;
}

async function refold(context: LogContext, ids: readonly DossierId[], refused: RefusedWork): Promise<RowEntry[]> {
  const found = await readPlaces(
    context.db,
    ids.flatMap((id) => context.mirror.placesOf(id)),
  );
  return ids.map((id) => {
    const places = context.mirror.placesOf(id);
    const events = places.flatMap((place) => found.get(place) ?? []);
    return arrivedEntry(context, refused, id, events, places);
  });
}

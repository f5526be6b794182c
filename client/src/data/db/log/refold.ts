/**
 * After an upgrade: dossiers whose events an older build did not understand are folded again from what was kept, so that the device shows the same as
 * the others. Runs once, at the first opening by a build that understands other types than the rows were folded with, in one transaction.
 */
import { isDayId } from '@onestop/shared/kernel/ids.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import { ok } from '@onestop/shared/kernel/result.ts';
import type { StorageFault } from '../../../contract/faults.ts';
import { commit } from '../commit.ts';
import type { DeviceState } from '../device-state.ts';
import type { LogContext } from './context.ts';
import { refoldPlaces } from './fold.ts';

/** Dossiers whose events are in memory at a time. */
const chunkDossiers = 1_000;

export async function refoldAfterUpgrade(context: LogContext): Promise<Result<void, StorageFault>> {
  const { mirror, build } = context;
  if (isCurrent(mirror.state.get(), context)) return ok();
  return commit(context, async (draft) => {
    const { foldedWith } = draft.before;
    // Another tab did it meanwhile; or the officer signed out again, and the next one brings it about.
    if (isCurrent(draft.before, context) || !mirror.isOpen()) return;
    const all = foldedWith !== undefined && foldedWith.rows !== build.foldedWith.rows;
    const ids = [...mirror.ids()].filter((id) => !isDayId(id) && (all || isNotUnderstood(mirror.rowOf(id))));
    for (let i = 0; i < ids.length; i += chunkDossiers)
      await refoldPlaces(context, draft, new Map(ids.slice(i, i + chunkDossiers).map((id) => [id, mirror.placesOf(id)])));
    draft.state = { ...draft.state, foldedWith: build.foldedWith };
  });
}

function isCurrent({ identity, foldedWith }: DeviceState, { build }: LogContext): boolean {
  return identity === undefined || (foldedWith?.types === build.foldedWith.types && foldedWith.rows === build.foldedWith.rows);
}

/** Some of its events, or the one that opens it. */
function isNotUnderstood(row: { readonly unknownEvents: number } | undefined): boolean {
  return row === undefined || row.unknownEvents > 0;
}

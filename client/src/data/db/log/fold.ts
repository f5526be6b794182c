/**
 * Folding what this device holds of a dossier, once for all who write and read. The server has judged every event by its schema, which costs ten times the fold,
 * so it is not done twice. If one that does not fit came all the same (or was not understood when it came), it is left out and listed, and the
 * dossier's other events still count.
 */
import { type DossierId, eventKey, isDayId } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { readAtEdge } from '@onestop/shared/dossier/read-event.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import type { Draft } from '../commit.ts';
import type { Place } from '../records/place.ts';
import type { RowEntry } from '../records/row-record.ts';
import type { RefusedEvents } from '../row-mirror.ts';
import type { CachedDossier, LogContext } from './context.ts';
import { readPlaces } from './read-places.ts';

export function isExcluded(refused: RefusedEvents, event: EventEnvelope): boolean {
  return refused.size > 0 && refused.get(eventKey(event))?.kind === 'REFUSED';
}

/** Refused events left out. The day of an office is no dossier: it has no state here and no row, so no list, count or report can take it for one. */
export function foldEvents(
  { build }: Pick<LogContext, 'build'>,
  events: readonly EventEnvelope[],
  refused: RefusedEvents,
): DossierState | undefined {
  if (events[0] !== undefined && isDayId(events[0].dossier)) return undefined;
  return foldDossier(refused.size === 0 ? events : events.filter((event) => !isExcluded(refused, event)), build.foldOptions);
}

export function entryOf(id: DossierId, state: DossierState | undefined, places: readonly Place[]): RowEntry {
  return { id, row: state === undefined ? undefined : dossierRow(state), places };
}

/** Puts the dossier's row into the draft, folded from these events. */
export function refoldEvents(
  context: Pick<LogContext, 'build'>,
  draft: Draft,
  id: DossierId,
  events: readonly EventEnvelope[],
  places: readonly Place[],
): void {
  const { refused } = draft;
  const fold = (): void => void draft.entries.set(id, entryOf(id, foldEvents(context, events, refused.list()), places));
  try {
    fold();
  } catch (error) {
    const malformed = events.filter(
      (event) => !refused.list().has(eventKey(event)) && readAtEdge(event, context.build.foldOptions).kind === 'MALFORMED',
    );
    if (malformed.length === 0) throw error;
    for (const event of malformed) refused.add({ event, kind: 'REFUSED', code: 'event/malformed' });
    fold();
  }
}

/** Puts the dossiers' rows into the draft, folded from what lies at their places; all events are in memory at a time. */
export async function refoldPlaces(
  context: Pick<LogContext, 'db' | 'build'>,
  draft: Draft,
  dossiers: ReadonlyMap<DossierId, readonly Place[]>,
): Promise<void> {
  const found = await readPlaces(context.db, [...dossiers.values()].flat());
  for (const [id, places] of dossiers)
    refoldEvents(
      context,
      draft,
      id,
      places.flatMap((place) => found.get(place) ?? []),
      places,
    );
}

/** A dossier's stored events and its fold, inside a transaction. */
export async function readDossier(context: LogContext, id: DossierId): Promise<CachedDossier> {
  const places = context.mirror.placesOf(id);
  const refused = context.mirror.refused.get();
  const cached = context.cache.get(id, places, refused);
  if (cached !== undefined) return cached;
  const found = await readPlaces(context.db, places);
  const events = places.flatMap((place) => found.get(place) ?? []);
  const entry: CachedDossier = { places, refused, events, state: foldEvents(context, events, refused) };
  context.cache.set(id, entry);
  return entry;
}

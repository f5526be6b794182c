/**
 * The dossiers (and days of offices) a batch touches: locked through the feed counters of the offices that see them, folded with the same code as on the tablet; what
 * is kept is who sees them. A dossier that the batch itself opens is folded from the batch alone.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { type ReadOptions, factsAtEdge } from '@onestop/shared/dossier/read-event.ts';
import { officeDayOf } from '@onestop/shared/daybook/stream.ts';
import { type DossierId, type OfficeId, eventKey } from '@onestop/shared/kernel/ids.ts';
import type { DeviceRecord, ProjectedDossier, Tx } from '../db/store.ts';

export type OfficesByDossier = ReadonlyMap<DossierId, readonly OfficeId[]>;

export interface TouchedDossier {
  readonly id: DossierId;
  /** This batch's accepted events. */
  readonly fresh: readonly EventEnvelope[];
  /** What was there before, in no particular order. */
  readonly earlier: readonly EventEnvelope[];
  /** Held until now, of any device: what the batch brought makes the dossier visible to their office. */
  readonly released: readonly EventEnvelope[];
  readonly officesBefore: readonly OfficeId[];
  readonly officesAfter: readonly OfficeId[];
  /** Undefined while the event that opens the dossier is missing or not understood. */
  readonly projected: ProjectedDossier | undefined;
}

/** Locks everything the batch may write to, in one order, then reads which offices see its dossiers. */
export async function lockTouched(tx: Tx, device: DeviceRecord, fresh: readonly EventEnvelope[]): Promise<OfficesByDossier> {
  const ids = [...new Set(fresh.map((event) => event.dossier))];
  const seen = await tx.dossierOffices(ids);
  const offices = new Set<OfficeId>([device.office]);
  for (const list of seen.values()) for (const office of list) offices.add(office);
  for (const event of fresh) for (const office of factsAtEdge(event).shares) offices.add(office);
  await tx.lockOffices([...offices]);
  // What another exchange committed while this one waited for the locks counts.
  return offices.size === 1 && seen.size === 0 && ids.length > 0 && isOpening(fresh) ? seen : tx.dossierOffices(ids);
}

/** Every dossier of the batch begins in it: nobody else can have it yet. */
function isOpening(fresh: readonly EventEnvelope[]): boolean {
  const opened = new Set<DossierId>();
  for (const event of fresh) {
    if (!opened.has(event.dossier) && event.after.length > 0) return false;
    opened.add(event.dossier);
  }
  return true;
}

/** Runs after the batch was appended, so the database has all events of the dossiers. */
export async function foldTouched(
  tx: Tx,
  accepted: readonly EventEnvelope[],
  officesBefore: OfficesByDossier,
  hadEvents: ReadonlySet<DossierId>,
  options: ReadOptions,
): Promise<readonly TouchedDossier[]> {
  const freshByDossier = Map.groupBy(accepted, (event) => event.dossier);
  // Events of others may be here before the one that opens the dossier: a restored server gets them back in any order.
  const toLoad = [...freshByDossier.keys()].filter((id) => hadEvents.has(id));
  const stored = await tx.eventsOfDossiers(toLoad);
  const storedByDossier = Map.groupBy(stored.accepted, (event) => event.dossier);
  const heldByDossier = Map.groupBy(stored.held, (event) => event.dossier);
  return [...freshByDossier].map(([id, fresh]) => {
    const known = storedByDossier.get(id) ?? fresh;
    const isFresh = new Set(fresh.map(eventKey));
    const earlier = known === fresh ? [] : known.filter((event) => !isFresh.has(eventKey(event)));
    const before = officesBefore.get(id) ?? [];
    const { all, state, released } = foldReleasing(known, heldByDossier.get(id) ?? [], options);
    return {
      id,
      fresh,
      earlier,
      released,
      officesBefore: before,
      officesAfter: state?.offices ?? officesOfEvents(before, all),
      projected: state && { id, offices: state.offices },
    };
  });
}

/** The same for dossiers that are there already, where a build understands their events otherwise than the one before. Nobody loses sight of a dossier. */
export async function refoldDossiers(tx: Tx, ids: readonly DossierId[], options: ReadOptions): Promise<readonly TouchedDossier[]> {
  const seen = await tx.dossierOffices(ids);
  const stored = await tx.eventsOfDossiers(ids);
  const storedByDossier = Map.groupBy(stored.accepted, (event) => event.dossier);
  const heldByDossier = Map.groupBy(stored.held, (event) => event.dossier);
  return ids.map((id) => {
    const earlier = storedByDossier.get(id) ?? [];
    const officesBefore = seen.get(id) ?? (earlier.length === 0 ? [] : officesOfEvents([], earlier));
    const { all, state, released } = foldReleasing(earlier, heldByDossier.get(id) ?? [], options);
    const officesAfter = state === undefined ? officesOfEvents(officesBefore, all) : [...new Set([...state.offices, ...officesBefore])];
    const projected = state && { id, offices: officesAfter };
    return { id, fresh: [], earlier, released, officesBefore, officesAfter, projected };
  });
}

/** What is held counts as soon as the others' events let its office see the dossier; that may let further ones in. */
function foldReleasing(
  known: readonly EventEnvelope[],
  held: readonly EventEnvelope[],
  options: ReadOptions,
): { readonly all: readonly EventEnvelope[]; readonly state: Seen | undefined; readonly released: readonly EventEnvelope[] } {
  const released: EventEnvelope[] = [];
  let waiting = held;
  for (;;) {
    const all = released.length === 0 ? known : known.concat(released);
    const state = seenIn(all, options);
    const visible = waiting.filter((event) => state?.offices.includes(event.office));
    if (visible.length === 0) return { all, state, released };
    released.push(...visible);
    waiting = waiting.filter((event) => !visible.includes(event));
  }
}

/** Who sees a dossier follows from its events; a day is its office's. */
interface Seen {
  readonly offices: readonly OfficeId[];
}

function seenIn(events: readonly EventEnvelope[], options: ReadOptions): Seen | undefined {
  const day = events[0] && officeDayOf(events[0].dossier);
  return day === undefined ? foldDossier(events, options) : { offices: [day.office] };
}

/** A dossier nobody here understands yet is shared inside the offices that wrote on it. */
function officesOfEvents(before: readonly OfficeId[], events: readonly EventEnvelope[]): readonly OfficeId[] {
  return [...new Set([...before, ...events.map((event) => event.office)])];
}

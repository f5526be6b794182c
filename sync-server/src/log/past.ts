/** What officers had seen of a dossier when they acted, from the events: who had the file then, and whether something of it is not here. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { foldBefore } from '@onestop/shared/dossier/fold.ts';
import { factsAtEdge, type ReadOptions, readEvent } from '@onestop/shared/dossier/read-event.ts';
import { asksHolder } from '@onestop/shared/judgement/allowed.ts';
import { eventKey, type OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { JudgeContext } from '@onestop/shared/sync/judge-event.ts';
import type { Tx } from '../db/store.ts';
import type { OfficesByDossier } from './projections.ts';

export interface Past {
  /**
   * Whether something the officer had seen of a dossier is not here or not understood here. A server restored from a backup meets that: it forgot what made
   * the dossier visible to the office, and whoever wrote it has not come yet; so does one that was taken back to an older version, which cannot tell whom an
   * event shares the dossier with. Refusing for good what was accepted before would part the devices.
   */
  readonly isMissing: (event: EventEnvelope) => boolean;
  readonly holderInSight: NonNullable<JudgeContext['holderInSight']>;
}

/** Of the dossiers of the batch's chosen events, with the batch itself. */
export async function readPast(
  tx: Tx,
  fresh: readonly EventEnvelope[],
  isAsked: (event: EventEnvelope) => boolean,
  options: ReadOptions,
): Promise<Past> {
  const dossiers = new Set(fresh.flatMap((event) => (isAsked(event) ? [event.dossier] : [])));
  const { accepted, held, refused } = await tx.eventsOfDossiers([...dossiers]);
  const here = new Map([...accepted, ...held, ...refused, ...fresh].map((event) => [eventKey(event), event]));
  const standing = Map.groupBy([...accepted, ...held], (event) => event.dossier);
  const isMissing = (event: EventEnvelope): boolean => {
    const seen = new Set<string>();
    const open = [...event.after];
    for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
      const key = eventKey(ref);
      if (seen.has(key)) continue;
      seen.add(key);
      const before = here.get(key);
      if (before === undefined || readEvent(before, options).kind !== 'KNOWN') return true;
      open.push(...before.after);
    }
    return false;
  };
  return {
    isMissing,
    holderInSight: (event, refusedInBatch) => {
      if (!dossiers.has(event.dossier) || isMissing(event)) return undefined;
      const batch = fresh.filter((other) => other.dossier === event.dossier && other.seq <= event.seq && !refusedInBatch.has(other.seq));
      return foldBefore([...(standing.get(event.dossier) ?? []), ...batch], event, options)?.holder?.office;
    },
  };
}

/** Undefined where no file can be elsewhere: most dossiers are seen by one office only, and their events are not read for it. */
export async function readHolders(
  tx: Tx,
  own: OfficeId,
  fresh: readonly EventEnvelope[],
  offices: OfficesByDossier,
  options: ReadOptions,
): Promise<JudgeContext['holderInSight']> {
  const asking = fresh.filter((event) => asksHolder(event.type));
  if (asking.length === 0) return undefined;
  const shared = new Set(fresh.flatMap((event) => (factsAtEdge(event).shares.length > 0 ? [event.dossier] : [])));
  const isAsked = (event: EventEnvelope): boolean =>
    asksHolder(event.type) && (shared.has(event.dossier) || offices.get(event.dossier)?.some((office) => office !== own) === true);
  return asking.some(isAsked) ? (await readPast(tx, fresh, isAsked, options)).holderInSight : undefined;
}

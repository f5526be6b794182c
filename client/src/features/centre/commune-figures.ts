/** One commune's figures on the morning page, from the dossiers on this device; stale figures are marked, never silently old. */
import { type OfficeAge, officeAge, type WatchLimits } from '@onestop/shared/judgement/freshness.ts';
import { lawTimeliness } from '@onestop/shared/judgement/lateness.ts';
import { instantToPlainDate, type Instant } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Freshness } from '@onestop/shared/protocol/messages.ts';
import type { DossierIndex } from '../../contract/dossier-index.ts';

export interface CommuneFigures {
  readonly office: Office;
  readonly today: number;
  readonly open: number;
  readonly overdue: number;
  /** Finished in time over finished, since the first of January; undefined where nothing is finished yet. */
  readonly rate?: number | undefined;
  readonly freshness?: Freshness | undefined;
  readonly age: OfficeAge;
}

/** The aim of the one-stop mechanism: 90 % on time. */
export const onTimeTarget = 0.9;

export function communeFigures(
  office: Office,
  index: DossierIndex,
  freshness: readonly Freshness[],
  now: Instant,
  limits: WatchLimits,
): CommuneFigures {
  const counts = index.counts(now, office.id);
  const fresh = freshness.find((one) => one.office === office.id);
  return {
    office,
    today: counts.today,
    open: counts.inProcess + counts.awaitingSupplement,
    overdue: counts.overdue,
    rate: onTimeRate(office.id, index, now),
    freshness: fresh,
    age: officeAge(fresh, now, limits),
  };
}

function onTimeRate(office: OfficeId, index: DossierIndex, now: Instant): number | undefined {
  const year = instantToPlainDate(now).slice(0, 4);
  let finished = 0;
  let onTime = 0;
  for (const row of index.query({ office, limit: index.size() }, now)) {
    if (row.finishedAt === undefined || row.dueAt === undefined || row.status === 'VOID') continue;
    if (!instantToPlainDate(row.finishedAt).startsWith(year)) continue;
    finished++;
    if (lawTimeliness(row, now) !== 'LATE') onTime++;
  }
  return finished === 0 ? undefined : onTime / finished;
}

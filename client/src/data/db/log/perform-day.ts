/** What an officer does on the day of an office: one act, one event, one strictly durable transaction, as for dossiers. The day has no row. */
import type { DayEventDraft } from '@onestop/shared/daybook/acts/index.ts';
import type { DayRefusal } from '@onestop/shared/daybook/define-act.ts';
import { foldDay } from '@onestop/shared/daybook/fold-day.ts';
import type { DayState } from '@onestop/shared/daybook/state.ts';
import { dayIdOf, type OfficeDay, officeDayOf } from '@onestop/shared/daybook/stream.ts';
import { causalGraph } from '@onestop/shared/dossier/order.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DossierId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import { actTime } from '@onestop/shared/sync/act-time.ts';
import type { StorageFault } from '../../../contract/faults.ts';
import { commit } from '../commit.ts';
import { ownPlace } from '../records/place.ts';
import { clockFacts } from './clock.ts';
import { logTables, type LogContext } from './context.ts';
import { isExcluded, readDossier } from './fold.ts';
import { appendOwn, stamp } from './perform.ts';

export interface DayDeed {
  /** Absent: the civil day of the act. */
  readonly date?: PlainDate | undefined;
  readonly actor: StaffId;
  readonly decide: (state: DayState, context: { readonly at: Instant; readonly bookNumber: number }) => Result<DayEventDraft, DayRefusal>;
}

export interface DayPerformed {
  readonly id: DossierId;
  readonly state: DayState;
  readonly events: readonly EventEnvelope[];
}

export type DayPerformError = DayRefusal | StorageFault | { readonly code: 'clock/too-early'; readonly floor: Instant };

export async function performDay(context: LogContext, deed: DayDeed): Promise<Result<DayPerformed, DayPerformError>> {
  const outcome = await commit(context, async (draft): Promise<Result<DayPerformed, DayPerformError>> => {
    const { state } = draft;
    const identity = must(state.identity, 'only an enrolled device performs acts');
    const time = actTime(clockFacts(context, state));
    if (time.kind === 'TOO_EARLY') return err({ code: 'clock/too-early', floor: time.floor });
    const day: OfficeDay = { office: identity.office, date: deed.date ?? instantToPlainDate(time.at) };
    const id = dayIdOf(day.office, day.date);
    const before = await readDossier(context, id);
    const decided = deed.decide(foldStored(context, day, before.events), { at: time.at, bookNumber: identity.bookNumber });
    if (!decided.ok) return decided;
    const { heads } = causalGraph(before.events);
    const events = appendOwn(context, draft, stamp(state, identity, id, heads, [decided.value], time, deed.actor));
    const all = [...before.events, ...events];
    const places = [...before.places, ...events.map((event) => ownPlace(event.seq))];
    draft.entries.set(id, { id, row: undefined, places });
    draft.folded.set(id, { places, refused: before.refused, events: all, state: undefined });
    return ok({ id, state: foldStored(context, day, all), events });
  });
  return outcome.ok ? outcome.value : outcome;
}

/** The day as this device knows it; one of which it has heard nothing is empty. */
export function openDay(context: LogContext, id: DossierId): Promise<DayState> {
  const { db, mirror } = context;
  const day = must(officeDayOf(id), 'the id of a day');
  return db.dexie.transaction('r', logTables(db), async () => {
    await mirror.catchUp();
    const { events } = await readDossier(context, id);
    return foldStored(context, day, events);
  });
}

function foldStored({ mirror, build }: LogContext, day: OfficeDay, events: readonly EventEnvelope[]): DayState {
  const refused = mirror.refused.get();
  return foldDay(
    day,
    events.filter((event) => !isExcluded(refused, event)),
    build.foldOptions,
  );
}

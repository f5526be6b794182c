/** What the two verdicts on a closing share: the newest closing is judged, once, by somebody else than who made it. */
import { permit } from '../dossier/command.ts';
import type { EventWith } from '../dossier/define-event.ts';
import { eventKey, type EventRef, type StaffId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { DayRefusal } from './define-act.ts';
import type { Closing, ClosingVerdict, DayState } from './state.ts';

/** The head of the desk. */
export const headOfDesk = permit({ COMMUNE: ['signer', 'commune_admin'], CENTRE: ['signer', 'district_admin'] });

export function newestClosing({ closings }: DayState): Closing | undefined {
  return closings.at(-1);
}

export function judgedClosing(state: DayState, actor: StaffId): Result<{ readonly closing: EventRef }, DayRefusal> {
  const newest = newestClosing(state);
  if (newest === undefined || newest.verdict !== undefined) return err({ code: 'day/nothing-to-judge' });
  return newest.by === actor ? err({ code: 'day/second-person-needed' }) : ok({ closing: newest.ref });
}

/** The first verdict stands; one's own counts for nothing, whatever a device let through. */
export function withVerdict(
  state: DayState,
  { at, actor, data }: EventWith<{ readonly closing: EventRef; readonly reason?: string | undefined }>,
  kind: ClosingVerdict['kind'],
): DayState {
  const key = eventKey(data.closing);
  return {
    ...state,
    closings: state.closings.map((one) =>
      eventKey(one.ref) === key && one.by !== actor && one.verdict === undefined
        ? { ...one, verdict: { kind, at, by: actor, ...(data.reason === undefined ? {} : { reason: data.reason }) } }
        : one,
    ),
  };
}

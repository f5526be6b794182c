/**
 * The server's judgement of one new event, pure. Refused events stay in the device's log with their code and reach nobody else; events of an unknown
 * type or a newer version are kept and shared, and judged after an upgrade. Whether an act fits the dossier's *state* is not asked: that is the fold's
 * business, where it becomes a contradiction that people settle. Duplicate codes are found by the store (`numbers/duplicate-code`).
 */
import type { Instant } from '../kernel/instant.ts';
import { findDayAct } from '../daybook/acts/index.ts';
import { judgeDayEvent } from '../daybook/judge-day.ts';
import { type DeviceId, type DossierId, isDayId, type OfficeId, type StaffId } from '../kernel/ids.ts';
import { appendRefusal, asksHolder, placeOf } from '../judgement/allowed.ts';
import { mayShareWith } from '../judgement/rights.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import type { Lease } from '../dossier/lease.ts';
import { leaseCovers, parseCode } from '../dossier/numbers.ts';
import { type ReadOptions, drawnBy, sharedBy, readAtEdge } from '../dossier/read-event.ts';
import { limits } from '../protocol/limits.ts';
import type { RefusedCode, RefusedEvent } from '../protocol/messages.ts';
import type { Office } from '../reference/office.ts';
import { type Staff, asOfficerOf } from '../reference/staff.ts';
import { isBeforeOwnLog } from './act-time.ts';

export interface JudgeContext {
  readonly serverTime: Instant;
  readonly device: DeviceId;
  /** The device's office, from its enrolment. */
  readonly office: Office;
  readonly offices: readonly Office[];
  /** From the whole roster, also who is no longer active. */
  readonly findStaff: (id: StaffId) => Staff | undefined;
  /** Offices of a dossier the server knows, home first; undefined where the event opens it. */
  readonly dossierOffices: (id: DossierId) => readonly OfficeId[] | undefined;
  /**
   * The office that had the file in sight of the event's officer, or undefined where that is not known. Not who has it now: what an officer did before he could
   * know that the file moved is the fold's business. `refused` are those of the batch that do not count, by seq.
   */
  readonly holderInSight?: ((event: EventEnvelope, refused: ReadonlySet<number>) => OfficeId | undefined) | undefined;
  /** Every range the device ever held, retired ones too, and those of the identity it was forked from: its earlier acts come under the new one. */
  readonly leases: readonly Lease[];
  /** Of the device's events before these, the newest time that was not refused. */
  readonly newestOwnAt?: Instant | undefined;
  /** What the server's build understands; everything of this one where it is not said. */
  readonly readOptions?: ReadOptions | undefined;
  /** Whether the server lacks something the officer had seen of the dossier (`after`, all the way back). Asked only where the dossier is not visible. */
  readonly isPastMissing?: ((event: EventEnvelope) => boolean) | undefined;
}

export interface Judgement {
  readonly refused: readonly RefusedEvent[];
  /** By seq: kept without being shared until the missing past has come (a server restored from a backup gets its events back in any order). */
  readonly held: ReadonlySet<number>;
}

const notVisible = 'event/dossier-not-visible';

/** What is wrong with the event, or undefined where it is welcome. */
export function judgeEvent(
  event: EventEnvelope,
  context: JudgeContext,
  refusedBefore: ReadonlySet<number> = new Set(),
): RefusedEvent | undefined {
  const refused = (code: RefusedCode, detail?: string): RefusedEvent => ({
    seq: event.seq,
    kind: 'REFUSED',
    code,
    ...(detail === undefined ? {} : { detail }),
  });
  if (event.device !== context.device || event.office !== context.office.id) return refused('event/other-office');
  if (event.at < limits.actAtMin || event.at > context.serverTime + limits.clockAheadMsMax) return refused('event/time-impossible');
  if (isBeforeOwnLog(event, context.newestOwnAt ?? 0)) return refused('event/time-before-own');
  const staff = context.findStaff(event.actor);
  if (staff === undefined) return refused('event/actor-unknown');
  // Who was moved since may have acted rightly while the old desk had no line.
  const acting = { actor: asOfficerOf(staff, context.office.id), office: context.office, offices: context.offices };
  if (isDayId(event.dossier)) {
    const code = judgeDayEvent(event, acting, context.readOptions);
    if (code === 'event/unknown-type' || code === 'event/newer-version') return { seq: event.seq, kind: 'QUARANTINED', code };
    return code && refused(code);
  }
  // What is of a day is of no dossier.
  if (findDayAct(event.type) !== undefined) return refused('event/malformed');
  const holder = asksHolder(event.type) ? context.holderInSight?.(event, refusedBefore) : undefined;
  const append = appendRefusal(event.type, placeOf(context.dossierOffices(event.dossier), holder), acting);
  if (append !== undefined && !(append === notVisible && context.isPastMissing?.(event) === true)) return refused(append);
  const read = readAtEdge(event, context.readOptions);
  switch (read.kind) {
    case 'UNKNOWN':
      return { seq: event.seq, kind: 'QUARANTINED', code: 'event/unknown-type' };
    case 'NEWER':
      return { seq: event.seq, kind: 'QUARANTINED', code: 'event/newer-version' };
    case 'MALFORMED':
      return refused('event/malformed');
    case 'KNOWN': {
      const stranger = sharedBy(read).find((office) => !mayShareWith(context.offices, context.office.id, office));
      if (stranger !== undefined) return refused('event/share-not-allowed', stranger);
      const strange = drawnBy(read).find((code) => !isLeased(code, context.leases));
      return strange === undefined ? undefined : refused('numbers/not-leased', strange);
    }
  }
}

/** A whole batch in order: a dossier that an earlier event of the batch opened belongs to the device's office for the later ones. */
export function judgeEvents(events: readonly EventEnvelope[], context: JudgeContext): Judgement {
  const opened = new Set<DossierId>();
  const own = [context.office.id];
  const held = new Set<number>();
  const inBatch: JudgeContext = {
    ...context,
    dossierOffices: (id) => context.dossierOffices(id) ?? (opened.has(id) ? own : undefined),
    isPastMissing: (event) => {
      const isMissing = context.isPastMissing?.(event) === true;
      if (isMissing) held.add(event.seq);
      return isMissing;
    },
  };
  const refused: RefusedEvent[] = [];
  const out = new Set<number>();
  let newestOwnAt = context.newestOwnAt ?? 0;
  for (const event of events) {
    const refusal = judgeEvent(event, { ...inBatch, newestOwnAt }, out);
    if (refusal) refused.push(refusal);
    if (refusal?.kind === 'REFUSED') {
      held.delete(event.seq);
      out.add(event.seq);
    } else {
      opened.add(event.dossier);
      // What is refused binds nothing: neither one act from the future nor one from the past makes the rest of the log wrong.
      newestOwnAt = Math.max(newestOwnAt, event.at);
    }
  }
  return { refused, held };
}

function isLeased(text: string, leases: readonly Lease[]): boolean {
  const code = parseCode(text);
  return code !== undefined && leases.some((lease) => leaseCovers(lease, code));
}

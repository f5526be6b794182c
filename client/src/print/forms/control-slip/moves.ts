/**
 * The way of the paper file as the log has it: who gave it to whom, when, until when, when it was acknowledged and whether the step was done in time (domain §2.6).
 * Names are those the events froze; of who is named nowhere, the roster's. Both slips that go with the file are made of it.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { EventData } from '@onestop/shared/dossier/events/index.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { Recipient } from '@onestop/shared/dossier/recipient.ts';
import type { PaperNumber } from '@onestop/shared/dossier/state.ts';
import { dayTimeliness } from '@onestop/shared/judgement/lateness.ts';
import { eventKey, type OfficeId, type StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { DossierView } from '../../../contract/dossiers.ts';
import { setAside } from '../../../kit/set-aside.ts';

export interface Move {
  readonly at: Instant;
  readonly fromOffice: OfficeId;
  readonly giver: string;
  readonly giverUnit: string;
  readonly receiver: string;
  readonly receiverUnit: string;
  readonly receivedAt?: Instant | undefined;
  readonly stepDue?: Instant | undefined;
  readonly list?: PaperNumber | undefined;
  readonly note: string;
  /** Of a step that is over and had a limit. */
  readonly timeliness?: 'EARLY' | 'ON_TIME' | 'LATE' | undefined;
}

/** What moves the file, as one event says it. */
interface Given {
  readonly to?: Recipient | undefined;
  /** Of another office than the giver's. */
  readonly toOffice?: OfficeId | undefined;
  /** Where no person is named: the post that has it now. */
  readonly post?: string;
  readonly stepDue?: Instant | undefined;
  readonly list?: PaperNumber | undefined;
  readonly note?: string | undefined;
}

type Known = Extract<ReturnType<typeof readEvent>, { readonly kind: 'KNOWN' }>;
type Readers = { readonly [T in Known['type']]?: (data: EventData<T>, home: OfficeId) => Given };

const desk = 'Bộ phận một cửa';
const readers: Readers = {
  DossierForwarded: (data) => data,
  DossierForwardedUp: (data) => data,
  UpTransferProcessing: (data) => data,
  Reassigned: ({ to, stepDue, reason }) => ({ to, stepDue, note: reason }),
  HandedBack: ({ reason, list }) => ({ post: desk, list, note: reason }),
  UpTransferSentBack: ({ reason, list }, home) => ({ post: desk, toOffice: home, list, note: reason }),
  ResultSentDown: ({ list, result }, home) => ({ post: desk, toOffice: home, list, note: result.note ?? 'Kết quả giải quyết' }),
  SignatureRequested: ({ to, note }) => ({ to, post: 'Lãnh đạo', note: note ?? 'Trình ký' }),
  ReworkRequested: ({ reason }) => ({ post: 'Công chức chuyên môn', note: reason }),
  ResultSigned: ({ note }) => ({ post: 'Văn thư', note: note ?? 'Đã ký' }),
  DossierFinished: ({ result }) => ({ post: desk, note: result.outcome === 'REFUSED' ? result.reason : 'Kết quả giải quyết' }),
};

/** The officers' words for what the file did, in the order of the log. */
export function movesOf(view: DossierView, reference: Pick<ReferenceData, 'staff' | 'offices'>): readonly Move[] {
  const { state, timeline } = view;
  const aside = setAside(state);
  const name = namesOf(view, reference);
  const moves: Move[] = [];
  for (const { event, sync } of timeline) {
    const read = readEvent(event);
    if (sync === 'REFUSED' || read.kind !== 'KNOWN' || aside.has(eventKey(event))) continue;
    const last = moves.at(-1);
    const arrives =
      acknowledging.has(read.type) || (read.type === 'DossierFinished' && last !== undefined && last.fromOffice !== event.office);
    if (arrives) {
      if (last && last.receivedAt === undefined)
        moves[moves.length - 1] = { ...last, receivedAt: event.at, receiver: name.staff(event.actor) };
      continue;
    }
    // The reader pairs type and data; the compiler cannot follow the pair through the table.
    const given = (readers[read.type] as ((data: unknown, home: OfficeId) => Given) | undefined)?.(read.data, state.office);
    if (given === undefined || (read.type === 'DossierFinished' && moves.length === 0)) continue;
    moves.push(moveOf(event, given, name));
  }
  return moves.map((move, index) => withTimeliness(move, moves[index + 1]?.at));
}

const acknowledging: ReadonlySet<string> = new Set(['HandoverAcknowledged', 'UpTransferAcknowledged']);

interface MoveNames {
  readonly staff: (id: StaffId) => string;
  readonly office: (id: OfficeId) => string;
}

function moveOf(event: EventEnvelope, { to, toOffice, post = '', stepDue, list, note = '' }: Given, name: MoveNames): Move {
  return {
    at: event.at,
    fromOffice: event.office,
    giver: name.staff(event.actor),
    giverUnit: name.office(event.office),
    receiver: to?.name ?? '',
    receiverUnit: [to === undefined ? post : '', to?.kind === 'AGENCY' ? '' : name.office(toOffice ?? event.office)]
      .filter(Boolean)
      .join(', '),
    stepDue,
    list,
    note,
  };
}

/** A step ends when the file goes on. */
function withTimeliness(move: Move, end: Instant | undefined): Move {
  return move.stepDue === undefined || end === undefined ? move : { ...move, timeliness: dayTimeliness(end, move.stepDue) };
}

/** As they were written in this dossier, then as the roster has them. */
function namesOf({ state, timeline }: DossierView, { staff, offices }: Pick<ReferenceData, 'staff' | 'offices'>): MoveNames {
  const written = new Map<StaffId, string>();
  if (state.acceptance) written.set(state.acceptance.by, state.acceptance.printed.clerk);
  for (const { event } of timeline) {
    const read = readEvent(event);
    const to = read.kind === 'KNOWN' && 'to' in read.data ? (read.data.to as Recipient | undefined) : undefined;
    if (to?.kind === 'STAFF') written.set(to.staff, to.name);
  }
  return {
    staff: (id) => written.get(id) ?? staff.find((one) => one.id === id)?.fullName ?? id,
    office: (id) =>
      (id === state.office ? state.acceptance?.printed.office : undefined) ?? offices.find((one) => one.id === id)?.name ?? id,
  };
}

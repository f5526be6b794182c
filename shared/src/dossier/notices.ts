/**
 * What a citizen has to be told of his dossier, and how it went. A notice is known by its cause and the day of the state it is about, so that one thing is told once: a second
 * telling of the same, by a desk that had not heard of the first, does no harm and is marked. What somebody tried without reaching anybody counts as a try only.
 */
import { type Instant, instantToPlainDate } from '../kernel/instant.ts';
import type { EventRef, StaffId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { openStatuses, statusIn } from './evolve.ts';
import type { DossierState } from './state.ts';

/** UNCOLLECTED: told before, and nobody came. */
export const noticeCauses = ['RESULT_READY', 'SUPPLEMENT', 'APOLOGY', 'UNCOLLECTED'] as const;
export type NoticeCause = (typeof noticeCauses)[number];
/** SENT: by the office's own telephone; nobody knows whether it was read. */
export const noticeOutcomes = ['REACHED', 'SENT', 'NOT_REACHED'] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

export interface Notice {
  readonly cause: NoticeCause;
  /** The day of the result, the request or the apology; of a reminder its own day. */
  readonly of: PlainDate;
  readonly channel: 'CALL' | 'SMS' | 'ZALO' | 'LETTER' | 'OTHER';
  readonly outcome: NoticeOutcome;
  readonly at: Instant;
  readonly by: StaffId;
  readonly ref: EventRef;
  /** The same had been told already. */
  readonly again?: true | undefined;
}

/** The day a cause is about, where the dossier gives it now. */
export function causeDay(state: DossierState, cause: NoticeCause, at: Instant): PlainDate | undefined {
  switch (cause) {
    case 'RESULT_READY':
      return waitsAtDesk(state) ? instantToPlainDate(state.finishedAt ?? state.lastAt) : undefined;
    case 'UNCOLLECTED':
      return waitsAtDesk(state) ? instantToPlainDate(at) : undefined;
    case 'SUPPLEMENT': {
      const asked = state.pauses.find(({ kind, to }) => kind === 'SUPPLEMENT' && to === undefined);
      return asked && statusIn(state, 'SUPPLEMENT_REQUESTED') ? instantToPlainDate(asked.from) : undefined;
    }
    case 'APOLOGY':
      return state.apology && statusIn(state, ...openStatuses) ? instantToPlainDate(state.apology.at) : undefined;
  }
}

/** What is posted or sent as a file is not waited for at the desk. */
function waitsAtDesk(state: DossierState): boolean {
  return statusIn(state, 'RESULT_READY') && state.intake?.returnChannel === 'DESK';
}

/** Whether there is anything a citizen could be told. */
export function mayTell(state: DossierState | undefined): boolean {
  return state !== undefined && noticeCauses.some((cause) => causeDay(state, cause, state.lastAt) !== undefined);
}

/** A reminder tells of the result as well. */
export function isTold(state: DossierState, cause: NoticeCause, of: PlainDate): boolean {
  return (state.notices ?? []).some(
    (one) =>
      one.outcome !== 'NOT_REACHED' &&
      ((one.cause === cause && one.of === of) || (cause === 'RESULT_READY' && one.cause === 'UNCOLLECTED' && one.of >= of)),
  );
}

export interface OwedNotice {
  readonly cause: Exclude<NoticeCause, 'UNCOLLECTED'>;
  readonly of: PlainDate;
  /** How often somebody tried and reached nobody. */
  readonly tries: number;
}

/** What nobody has told the citizen yet. While two desks contradict each other nothing is told; a reminder is owed by time (`isUncollected`). */
export function owedNotice(state: DossierState): OwedNotice | undefined {
  if (state.contradictions.length > 0) return undefined;
  for (const cause of ['RESULT_READY', 'SUPPLEMENT', 'APOLOGY'] as const) {
    const of = causeDay(state, cause, state.lastAt);
    if (of === undefined || isTold(state, cause, of)) continue;
    return { cause, of, tries: (state.notices ?? []).filter((one) => one.cause === cause && one.of === of).length };
  }
  return undefined;
}

export function withNotice(state: DossierState, notice: Notice): DossierState {
  const isAgain = notice.outcome !== 'NOT_REACHED' && isTold(state, notice.cause, notice.of);
  return { ...state, notices: [...(state.notices ?? []), isAgain ? { ...notice, again: true } : notice] };
}

interface WaitingRow {
  readonly status: string;
  readonly returnChannel?: string | undefined;
  readonly notice?: string | undefined;
  readonly contradictions: number;
  readonly finishedAt?: Instant | undefined;
  readonly noticedAt?: Instant | undefined;
}

/** Since when a result waits at the desk for a citizen who was told of it, counted from the last telling; undefined where none does. */
export function uncollectedSince(row: WaitingRow): Instant | undefined {
  if (row.status !== 'RESULT_READY' || row.returnChannel !== 'DESK' || row.notice !== undefined || row.contradictions > 0) return undefined;
  return Math.max(row.finishedAt ?? 0, row.noticedAt ?? 0);
}

/** What waits since then, or longer, is uncollected. */
export function uncollectedBorder(now: Instant, remindAfterDays: number): Instant {
  return now - remindAfterDays * 86_400_000;
}

/** A result at the desk of which the citizen was told, and nobody came for so many days since it was last said. */
export function isUncollected(row: WaitingRow, now: Instant, remindAfterDays: number): boolean {
  const since = uncollectedSince(row);
  return since !== undefined && since <= uncollectedBorder(now, remindAfterDays);
}

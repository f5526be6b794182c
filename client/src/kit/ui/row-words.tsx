/** How one row of a list reads: due date, status and sync mark, in words with a matching colour. */
import { type LatenessBorders, type LatenessFacts, type Standing, standingOf } from '@onestop/shared/judgement/lateness.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { DossierStatus } from '@onestop/shared/dossier/state.ts';
import { formatStanding, formatStandingShort } from '../../texts/format.ts';
import { statusNames } from '../../texts/statuses.ts';
import { vi } from '../../texts/vi.ts';
import { Mark, type Tone } from './mark.tsx';

export interface DueWords {
  readonly text: string;
  /** The same in the width of a column. */
  readonly short: string;
  readonly tone: Tone;
}

const standingTones = {
  IN_TIME: 'teal',
  DUE_TODAY: 'teal',
  DUE_SOON: 'amber',
  PAST_HOUR: 'amber',
  OVERDUE: 'red',
  WAITING: 'grey',
  EARLY: 'green',
  ON_TIME: 'green',
  LATE: 'red',
} satisfies Record<Standing, Tone>;

/** The promise of a dossier in words and colour; what is late is the judgement's word. */
export function dueWords(facts: LatenessFacts, borders: LatenessBorders): DueWords | undefined {
  const standing = standingOf(facts, borders);
  if (standing === undefined || facts.dueAt === undefined) return undefined;
  const tone = standingTones[standing];
  if (standing === 'WAITING') return { text: vi.register.paused, short: vi.register.pausedShort, tone };
  const isDone = standing === 'EARLY' || standing === 'ON_TIME' || standing === 'LATE';
  const at = isDone ? (facts.processedAt ?? borders.now) : borders.now;
  const due = isDone ? (facts.judgedDueAt ?? facts.dueAt) : facts.dueAt;
  return { text: formatStanding(standing, due, at), short: formatStandingShort(standing, due, at), tone };
}

export function DueMark({ words, short = false }: { readonly words: DueWords | undefined; readonly short?: boolean }) {
  if (!words) return null;
  return (
    <Mark tone={words.tone} plain={words.tone === 'teal' || words.tone === 'green'}>
      {short ? words.short : words.text}
    </Mark>
  );
}

const statusTones = {
  DRAFT: 'grey',
  SUBMITTED: 'teal',
  REFUSED_INTAKE: 'red',
  ACCEPTED: 'teal',
  IN_PROCESS: 'teal',
  AT_DISTRICT: 'teal',
  SUPPLEMENT_REQUESTED: 'grey',
  AWAITING_PAYMENT: 'grey',
  WITHDRAWN: 'grey',
  STOPPED: 'grey',
  RESULT_READY: 'green',
  RETURNED: 'green',
  ARCHIVED: 'green',
  VOID: 'grey',
} satisfies Record<DossierStatus, Tone>;

/** Who was guided waits for the citizen, though nothing was accepted yet. */
export function rowStatus({ status, guidedAt }: Pick<DossierRow, 'status' | 'guidedAt'>): string {
  return guidedAt !== undefined && (status === 'DRAFT' || status === 'SUBMITTED') ? vi.register.guidedStatus : statusNames[status];
}

export function StatusMark({ status, guidedAt }: Pick<DossierRow, 'status' | 'guidedAt'>) {
  return (
    <Mark tone={statusTones[status]} plain>
      {rowStatus({ status, guidedAt })}
    </Mark>
  );
}

/** A mark only where the centre does not have it, or somebody has to do something. */
export function SyncMark({
  row,
  pending,
}: {
  readonly row: Pick<DossierRow, 'contradictions' | 'unknownEvents'>;
  readonly pending: boolean;
}) {
  if (row.contradictions > 0) return <Mark tone="violet">{vi.register.contradiction}</Mark>;
  if (row.unknownEvents > 0) return <Mark tone="violet">{vi.register.needsUpdate}</Mark>;
  return pending ? (
    <Mark tone="amber" plain>
      {vi.register.pending}
    </Mark>
  ) : null;
}

/** How one row of a list reads: due date, status and sync mark, in words with a matching colour. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { DossierStatus } from '@onestop/shared/dossier/state.ts';
import { daysBetween, formatDue, formatFinish } from '../../texts/format.ts';
import { statusNames } from '../../texts/statuses.ts';
import { vi } from '../../texts/vi.ts';
import { Mark, type Tone } from './mark.tsx';

const ended: ReadonlySet<DossierStatus> = new Set([
  'REFUSED_INTAKE',
  'WITHDRAWN',
  'STOPPED',
  'RETURNED',
  'ARCHIVED',
  'VOID',
  'RESULT_READY',
]);

export interface DueWords {
  readonly text: string;
  readonly tone: Tone;
}

/** Red only when overdue, amber when due within `soonDays` calendar days, grey when paused, green when finished in time. */
export function dueWords(
  row: Pick<DossierRow, 'status' | 'dueAt' | 'paused' | 'finishedAt'>,
  now: Instant,
  soonDays = 1,
): DueWords | undefined {
  if (row.dueAt === undefined) return undefined;
  if (row.finishedAt !== undefined)
    return { text: formatFinish(row.finishedAt, row.dueAt), tone: row.finishedAt > row.dueAt ? 'red' : 'green' };
  if (ended.has(row.status)) return undefined;
  if (row.paused) return { text: vi.register.paused, tone: 'grey' };
  if (now > row.dueAt) return { text: formatDue(row.dueAt, now), tone: 'red' };
  const days = daysBetween(instantToPlainDate(now), instantToPlainDate(row.dueAt));
  return { text: formatDue(row.dueAt, now), tone: days <= soonDays ? 'amber' : 'teal' };
}

export function DueMark({ words }: { readonly words: DueWords | undefined }) {
  if (!words) return null;
  return (
    <Mark tone={words.tone} plain={words.tone === 'teal' || words.tone === 'green'}>
      {words.text}
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

export function StatusMark({ status }: { readonly status: DossierStatus }) {
  return (
    <Mark tone={statusTones[status]} plain>
      {statusNames[status]}
    </Mark>
  );
}

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
  ) : (
    <Mark tone="grey" plain>
      {vi.register.sent}
    </Mark>
  );
}

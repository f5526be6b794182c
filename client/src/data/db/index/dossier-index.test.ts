import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUncollected } from '@onestop/shared/dossier/notices.ts';
import { dossierStatuses } from '@onestop/shared/dossier/state.ts';
import type { DossierId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { latenessBorders } from '@onestop/shared/judgement/lateness.ts';
import { isInTimedQueue, steadyQueuesOf, timedQueues } from '@onestop/shared/register/queues.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import { at, reference } from '../../../../../tests/support/builders.ts';
import type { QueueName, RowFilter } from '../../../contract/dossier-index.ts';
import { createDossierIndex, type WritableIndex } from './dossier-index.ts';
import { matchesDigits } from './search.ts';
import { createQueueRules } from './queue-rules.ts';

const now = at('23/11/2026 10:00');
const dueSoonWorkingDays = 1;
const remindAfterDays = 7;
const queueNames = [
  'today',
  'dueSoon',
  'dueAhead',
  'overdue',
  'awaitingSupplement',
  'toReturn',
  'uncollected',
  'mine',
  'toSend',
  'drafts',
  'inProcess',
  'contradictions',
  'toPrint',
  'all',
] as const satisfies readonly QueueName[];
const staff = ['lan', 'dung'] as StaffId[];
const offices = ['09529', '09532', 'LT'] as OfficeId[];
const words = ['Nguyễn', 'Thị', 'Lan', 'Trần', 'Văn', 'Hùng', 'Đặng', 'Ngọc', 'Ánh', 'Lành'];

const instant = fc
  .integer({ min: -20, max: 20 })
  .chain((days) => fc.integer({ min: 0, max: 23 }).map((hours) => now + days * 86_400_000 + hours * 3_600_000));
const row: fc.Arbitrary<DossierRow> = fc.record(
  {
    id: fc.integer({ min: 0, max: 40 }).map((n) => `d${String(n).padStart(11, '0')}` as DossierId),
    office: fc.constantFrom(...offices),
    status: fc.constantFrom(...dossierStatuses, 'RESULT_READY', 'RESULT_READY', 'RESULT_READY', 'RESULT_READY'),
    returnChannel: fc.constantFrom('DESK', 'DESK', 'POST'),
    code: fc.integer({ min: 1, max: 30 }).map((n) => `000.01.38.H05-261123-${String(n).padStart(4, '0')}`),
    name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
    birthYear: fc.constantFrom(1980, 1990),
    idNumber: fc.integer({ min: 1, max: 20 }).map((n) => `0270850000${String(n).padStart(2, '0')}`),
    phone: fc.integer({ min: 1, max: 20 }).map((n) => `09120000${String(n).padStart(2, '0')}`),
    procedure: fc.constantFrom('a', 'b', 'c'),
    openedAt: instant,
    acceptedAt: instant,
    dueAt: instant,
    finishedAt: instant,
    noticedAt: instant,
    guidedAt: instant,
    waitingSince: instant,
    processedAt: instant,
    contradictions: fc.constantFrom(0, 0, 0, 1),
    unknownEvents: fc.constant(0),
    notice: fc.constantFrom(undefined, undefined, 'RESULT_READY'),
    officer: fc.constantFrom(undefined, ...staff),
    printsWaiting: fc.constantFrom(1, 2),
    lastAt: instant,
  },
  { requiredKeys: ['id', 'office', 'status', 'openedAt', 'contradictions', 'unknownEvents', 'lastAt'] },
);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => ({ kind: 'put' as const, rows })) },
  { weight: 1, arbitrary: row.map(({ id }) => ({ kind: 'drop' as const, id })) },
);
const texts = ['nguyen', 'ng th', 'lan', 'Đặng', '0001', '12', '027085', '0912000003', 'hung 0007', 'khong co'];

function emptyIndex(pending: ReadonlySet<DossierId>): WritableIndex {
  return createDossierIndex({
    rules: createQueueRules(() => ({ calendar: reference.calendar, dueSoonWorkingDays, remindAfterDays })),
    foldWord: foldVietnamese,
    pending: () => pending,
    ownOffice: () => offices[0],
  });
}

function isIn(queue: QueueName, one: DossierRow, pending: ReadonlySet<DossierId>): boolean {
  if (queue === 'all') return true;
  if (queue === 'toSend') return pending.has(one.id);
  if (queue === 'mine') return one.officer === staff[0];
  if (queue === 'uncollected') return isUncollected(one, now, remindAfterDays);
  const timed = timedQueues.find((each) => each === queue);
  if (timed !== undefined) return isInTimedQueue(timed, one, latenessBorders(now, reference.calendar, dueSoonWorkingDays));
  return (steadyQueuesOf(one) as readonly QueueName[]).includes(queue);
}

function naive(rows: readonly DossierRow[], filter: RowFilter, pending: ReadonlySet<DossierId>): readonly DossierRow[] {
  const typed = (filter.text ?? '').split(' ').filter((word) => word !== '');
  return rows.filter(
    (one) =>
      isIn(filter.queue ?? 'all', one, pending) &&
      (filter.office === undefined || one.office === filter.office) &&
      (filter.procedure === undefined || one.procedure === filter.procedure) &&
      typed.every((word) =>
        /\d/.test(word)
          ? matchesDigits(one, word)
          : (one.name ?? '').split(' ').some((part) => foldVietnamese(part).startsWith(foldVietnamese(word))),
      ),
  );
}

const ids = (rows: readonly DossierRow[]): readonly string[] => rows.map((one) => one.id).sort();

describe('the index of rows', () => {
  it('[E26] lists, counters and look-ups equal a scan of all rows, whatever was put and dropped in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...texts),
        fc.constantFrom(...queueNames),
        fc.constantFrom(undefined, ...offices),
        (steps, text, queue, office) => {
          const truth = new Map<DossierId, DossierRow>();
          const pending = new Set<DossierId>();
          const index = emptyIndex(pending);
          index.setOfficer(staff[0]);
          steps.forEach((one, i) => {
            if (one.kind === 'put') {
              index.put(one.rows);
              for (const each of one.rows) truth.set(each.id, each);
              if (i % 3 === 0 && one.rows[0]) pending.add(one.rows[0].id);
            } else {
              index.drop([one.id]);
              truth.delete(one.id);
              pending.delete(one.id);
            }
            if (i === 1) index.warm();
            if (i === 2) index.counts(now, office);
            index.bump();
          });
          const rows = [...truth.values()];
          expect(index.size()).toBe(rows.length);
          const counts = index.counts(now, office);
          for (const name of queueNames) {
            const expected = naive(rows, { queue: name, office, limit: 100 }, pending);
            expect([name, counts[name]]).toEqual([name, expected.length]);
            expect(ids(index.query({ queue: name, office, limit: 100 }, now))).toEqual(ids(expected));
          }
          for (const filter of [
            { queue, office, text, limit: 100 },
            { text, procedure: 'a', limit: 100 },
            { text, sort: 'name', limit: 100 },
          ] as const) {
            expect(ids(index.query(filter, now))).toEqual(ids(naive(rows, filter, pending)));
          }
          const newest = index.query({ limit: 5, sort: 'newest', text: 'n' }, now);
          expect(newest.map((one) => one.openedAt)).toEqual(
            naive(rows, { text: 'n', limit: 100 }, pending)
              .map((one) => one.openedAt)
              .sort((a, b) => b - a)
              .slice(0, 5),
          );
          const due = index.query({ queue: 'overdue', limit: 5, sort: 'due' }, now);
          expect(due.map((one) => one.dueAt)).toEqual(
            naive(rows, { queue: 'overdue', limit: 100 }, pending)
              .map((one) => one.dueAt as number)
              .sort((a, b) => a - b)
              .slice(0, 5),
          );
          for (const one of rows) expect(index.get(one.id)).toEqual(one);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[E27] earlier dossiers of a person are found by ID number, else by name without marks and birth year', () => {
    const index = emptyIndex(new Set());
    const person = (id: string, changes: Partial<DossierRow>): DossierRow => ({
      id: id as DossierId,
      office: offices[0] as OfficeId,
      status: 'ACCEPTED',
      openedAt: now,
      contradictions: 0,
      unknownEvents: 0,
      lastAt: now,
      ...changes,
    });
    index.put([
      person('a', { name: 'Nguyễn Thị Lan', birthYear: 1990, idNumber: '027085000001', openedAt: now - 5 }),
      person('b', { name: 'Nguyễn Thị Lan', birthYear: 1980 }),
      person('c', { name: 'Nguyễn Thị Lành', birthYear: 1990, idNumber: '027085000001' }),
    ]);
    expect(index.samePerson({ idNumber: '027085000001' }).map((one) => one.id)).toEqual(['c', 'a']);
    expect(index.samePerson({ name: 'nguyen thi lan', birthYear: 1980 }).map((one) => one.id)).toEqual(['b']);
    expect(index.samePerson({ idNumber: '999', name: 'Nguyễn Thị Lan', birthYear: 1990 }).map((one) => one.id)).toEqual(['a']);
    expect(index.samePerson({})).toEqual([]);
  });
});

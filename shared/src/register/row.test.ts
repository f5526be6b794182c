import { describe, expect, test } from 'vitest';
import { at, chain, reference, settings, type Step } from '../../../tests/support/builders.ts';
import { type Story, given } from '../../../tests/support/given.ts';
import { must } from '../kernel/assert.ts';
import { latenessBorders } from '../judgement/lateness.ts';
import { isInTimedQueue, steadyQueuesOf, timedQueues } from './queues.ts';
import type { DossierRow } from './row.ts';
import { dossierRow, readListKey } from './row.ts';

function rowOf(story: Story) {
  const { state } = given(story);
  if (!state) throw new Error(story);
  return dossierRow(state);
}
function queuesOf(row: DossierRow, now: string): readonly string[] {
  const borders = latenessBorders(at(now), reference.calendar, settings.dueSoonWorkingDays);
  return [...timedQueues.filter((queue) => isInTimedQueue(queue, row, borders)), ...steadyQueuesOf(row)];
}
const queues = (story: Story, now: string) => queuesOf(rowOf(story), now);

describe('dossierRow', () => {
  test('[D70] holds what the list and the register need, and no absent members', () => {
    expect(rowOf('RETURNED')).toEqual({
      id: 'd0ss1er00001',
      office: '09529',
      status: 'RETURNED',
      code: '000.01.38.H05-261123-0001',
      book: '01/2026',
      line: 1,
      procedure: '1.000001',
      procedureVersion: 1,
      name: 'Nguyễn Thị Mẫu',
      birthYear: 1990,
      idNumber: '027190000001',
      address: 'thôn Ngọc Quan',
      phone: '0900000001',
      sets: 1,
      channel: 'COUNTER',
      returnChannel: 'DESK',
      openedAt: at('23/11/2026 08:00'),
      acceptedAt: at('23/11/2026 08:00'),
      forwardedAt: at('23/11/2026 08:01'),
      dueAt: at('27/11/2026 17:00'),
      finishedAt: at('23/11/2026 08:02'),
      processedAt: at('23/11/2026 08:02'),
      returnedAt: at('23/11/2026 08:03'),
      told: 'lVERIFICATION;v1',
      contradictions: 0,
      unknownEvents: 0,
      lastAt: at('23/11/2026 08:03'),
    });
    expect(Object.values(rowOf('DRAFT'))).not.toContain(undefined);
  });

  test('[D70] paused while it waits', () => {
    expect(rowOf('SUPPLEMENT_REQUESTED')).toMatchObject({ waitingSince: at('23/11/2026 08:02'), supplements: 1 });
    expect(rowOf('SUPPLEMENTED')).toMatchObject({ waitedMs: 60_000, supplements: 1, firstDueAt: at('27/11/2026 17:00') });
    expect(rowOf('SUPPLEMENTED').waitingSince).toBeUndefined();
  });
});

describe('hand-over lists', () => {
  const list = { book: '07/2026', line: 4 };
  const forwarded = ['DossierForwarded', { to: { kind: 'STAFF', staff: 'dung', name: 'dung' }, list }] as const;

  test('[D192] every list stays known; the newest is awaited until the receiver confirms', () => {
    const row = (...steps: readonly Step[]) => dossierRow(must(given(chain(steps)).state, 'it has a state'));
    expect(row('DossierAccepted', 'DossierForwarded').lists).toBeUndefined();
    expect(row('DossierAccepted', forwarded)).toMatchObject({ lists: '09529.07-2026.4', awaited: '09529.07-2026.4' });
    const taken = row('DossierAccepted', forwarded, 'HandoverAcknowledged');
    expect([taken.lists, taken.awaited]).toEqual(['09529.07-2026.4', undefined]);
    const again = row('DossierAccepted', forwarded, 'HandoverAcknowledged', 'HandedBack', [
      'DossierForwarded',
      { ...forwarded[1], list: { book: '07/2026', line: 9 } },
    ]);
    expect(again).toMatchObject({ lists: '09529.07-2026.4 09529.07-2026.9', awaited: '09529.07-2026.9' });
  });

  test('[D192] a key is read back as it was written, and nothing else is one', () => {
    expect(readListKey('09529.07-2026.4')).toEqual({ office: '09529', number: list });
    for (const wrong of ['', '09529', '09529.07/2026.4', '09529.07-2026.', 'Nguyễn.07-2026.4']) expect(readListKey(wrong)).toBeUndefined();
  });
});

describe('whose work it is', () => {
  const row = (...steps: readonly Step[]) => dossierRow(must(given(chain(steps)).state, 'it has a state'));
  const toDung = ['DossierForwarded', { to: { kind: 'STAFF', staff: 'dung', name: 'dung' } }] as const;
  const taker = row('DossierAccepted').officer;

  test('[R35] of who took it in, of who was given it before and after he confirms, and again of the first when it comes back', () => {
    expect(taker).toBeDefined();
    expect(row('DossierAccepted', toDung).officer).toBe('dung');
    expect(row('DossierAccepted', toDung, 'HandoverAcknowledged').officer).toBe('dung');
    expect(row('DossierAccepted', toDung, 'DossierFinished').officer).toBe(taker);
  });

  test('[R35] of nobody by name at a counter, at the district, before the acceptance and after the end', () => {
    const counter = ['DossierForwarded', { to: { kind: 'COUNTER', counter: '3', name: 'quầy 3' } }] as const;
    expect(row('DossierAccepted', counter).officer).toBeUndefined();
    for (const story of ['IN_TRANSIT_UP', 'DRAFT', 'RETURNED', 'VOID'] as const)
      expect([story, rowOf(story).officer]).toEqual([story, undefined]);
  });
});

describe('queues', () => {
  test.each([
    ['DRAFT', '23/11/2026 12:00', ['today', 'drafts']],
    ['SUBMITTED', '25/11/2026', ['drafts']],
    ['ACCEPTED', '23/11/2026 12:00', ['today', 'inProcess']],
    ['IN_PROCESS', '26/11/2026', ['dueSoon', 'dueAhead', 'inProcess']],
    ['IN_PROCESS', '27/11/2026 23:00', ['dueToday', 'dueSoon', 'dueAhead', 'inProcess']],
    ['IN_TRANSIT_UP', '30/11/2026', ['overdue', 'atDistrict', 'inProcess']],
    ['SUPPLEMENT_REQUESTED', '30/11/2026', ['awaitingSupplement', 'inProcess', 'toTell']],
    ['AWAITING_PAYMENT', '30/11/2026', ['awaitingPayment', 'inProcess']],
    ['RESULT_READY', '30/11/2026', ['toReturn', 'toTell']],
    ['RETURNED', '30/11/2026', []],
    ['VOID', '23/11/2026 12:00', ['today']],
  ] as const)('[D71] %s on %s is in %j', (story, now, expected) => {
    expect(queues(story, now)).toEqual(expected);
  });

  test('[D71] what is promised for the day it came is ahead and not soon, until its hour', () => {
    const row = { ...rowOf('ACCEPTED'), dueAt: at('23/11/2026 17:00') };
    expect(queuesOf(row, '23/11/2026 12:00')).toEqual(['today', 'dueToday', 'dueAhead', 'inProcess']);
    expect(queuesOf(row, '23/11/2026 17:01')).toEqual(['today', 'dueToday', 'dueSoon', 'dueAhead', 'inProcess']);
  });

  test('[R34] what waits for a signature is told apart from the rest of the work', () => {
    expect(queuesOf({ ...rowOf('IN_PROCESS'), step: 'AWAITING_SIGNATURE' }, '24/11/2026')).toContain('awaitingSignature');
    expect(queuesOf(rowOf('IN_PROCESS'), '24/11/2026')).not.toContain('awaitingSignature');
  });

  test('[D71] who was guided waits for papers until something is accepted', () => {
    const guidedAt = at('23/11/2026 08:01');
    expect(queuesOf({ ...rowOf('DRAFT'), guidedAt }, '25/11/2026')).toEqual(['awaitingSupplement']);
    expect(queuesOf({ ...rowOf('RESULT_READY'), guidedAt }, '25/11/2026')).toEqual(['toReturn', 'toTell']);
  });

  test('[D71] an open contradiction is a list of its own', () => {
    const row = { ...rowOf('RETURNED'), contradictions: 1 };
    expect(queuesOf(row, '30/11/2026')).toEqual(['contradictions']);
  });
});

import { describe, expect, test } from 'vitest';
import { type Step, at, chain, reference } from '../../../tests/support/builders.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import { foldDossier } from '../dossier/fold.ts';
import type { Instant } from '../kernel/instant.ts';
import {
  isClockRunning,
  latenessBorders,
  type LatenessFacts,
  latenessFacts,
  lawTimeliness,
  scoreTimeliness,
  standingOf,
} from './lateness.ts';

/** Steps at given times; the promise of the samples is 27/11/2026, after a supplement 03/12/2026. */
function dossier(...steps: readonly (readonly [Step, string])[]) {
  const events = chain(steps.map(([step]) => step)).map((event, i): EventEnvelope => ({ ...event, at: at(steps[i]?.[1] ?? '') }));
  const state = foldDossier(events);
  if (!state || state.contradictions.length > 0) throw new Error('unsound story');
  return state;
}
const facts = (...steps: readonly (readonly [Step, string])[]) => latenessFacts(dossier(...steps));
const accepted = ['DossierAccepted', '23/11/2026'] as const;
const forwarded = ['DossierForwarded', '23/11/2026 09:00'] as const;
const now = at('10/12/2026');

describe('timeliness', () => {
  test.each([
    ['26/11/2026 16:00', 'EARLY'],
    ['27/11/2026 17:00', 'ON_TIME'],
    ['28/11/2026 00:01', 'LATE'],
  ])('[D15] finished %s: %s by both rules', (finished, expected) => {
    const state = dossier(accepted, forwarded, ['DossierFinished', finished]);
    expect([lawTimeliness(latenessFacts(state), now), scoreTimeliness(latenessFacts(state), now)]).toEqual([expected, expected]);
  });

  test('[D15] an uncollected result is not late', () => {
    expect(lawTimeliness(facts(accepted, forwarded, ['DossierFinished', '26/11/2026']), at('01/06/2027'))).toBe('EARLY');
  });

  test('[D16] after a supplement the law restarts the clock, the score subtracts the waiting', () => {
    const supplemented = [
      accepted,
      forwarded,
      ['SupplementRequested', '25/11/2026 08:00'],
      ['SupplementCompleted', '30/11/2026 08:00'],
    ] as const;
    const inLawOnly = dossier(...supplemented, ['DossierFinished', '03/12/2026']);
    expect([lawTimeliness(latenessFacts(inLawOnly), now), scoreTimeliness(latenessFacts(inLawOnly), now)]).toEqual(['ON_TIME', 'LATE']);
    const inBoth = dossier(...supplemented, ['DossierFinished', '02/12/2026 07:00']);
    expect([lawTimeliness(latenessFacts(inBoth), now), scoreTimeliness(latenessFacts(inBoth), now)]).toEqual(['EARLY', 'ON_TIME']);
  });

  test('[D16] more than one supplement request counts as late in the score', () => {
    const again: Step = ['SupplementRequested', { reason: 'x', missing: [], override: { by: 'lan', reason: 'y' } }];
    const state = dossier(
      accepted,
      forwarded,
      ['SupplementRequested', '23/11/2026 10:00'],
      ['SupplementCompleted', '23/11/2026 11:00'],
      [again, '23/11/2026 12:00'],
      ['SupplementCompleted', '23/11/2026 13:00'],
      ['DossierFinished', '24/11/2026'],
    );
    expect([lawTimeliness(latenessFacts(state), now), scoreTimeliness(latenessFacts(state), now)]).toEqual(['EARLY', 'LATE']);
  });

  test('[D16] while it waits for the citizen it is judged at the moment of the request', () => {
    const state = dossier(accepted, forwarded, ['SupplementRequested', '25/11/2026']);
    expect([lawTimeliness(latenessFacts(state), now), scoreTimeliness(latenessFacts(state), now)]).toEqual([
      'OPEN_IN_TIME',
      'OPEN_IN_TIME',
    ]);
  });

  test('[D15] open dossiers by today, drafts and void entries not at all', () => {
    expect(lawTimeliness(facts(accepted), at('27/11/2026'))).toBe('OPEN_IN_TIME');
    expect(lawTimeliness(facts(accepted), at('28/11/2026'))).toBe('OPEN_LATE');
    expect(lawTimeliness(facts(['DossierDrafted', '23/11/2026']), now)).toBeUndefined();
    expect(scoreTimeliness(facts(accepted, ['DossierVoided', '23/11/2026 09:00']), now)).toBeUndefined();
  });

  test('[D54] a correction does not undo that the first result was on time', () => {
    const state = dossier(
      accepted,
      forwarded,
      ['DossierFinished', '26/11/2026'],
      ['ResultReturned', '26/11/2026 09:00'],
      ['ResultCorrectionOpened', '30/11/2026'],
    );
    expect(lawTimeliness(latenessFacts(state), now)).toBe('EARLY');
  });

  test('[D16] overlapping waits count once', () => {
    const state = dossier(accepted);
    const pauses = [
      { kind: 'SUPPLEMENT', from: 100, to: 200, reason: '' },
      { kind: 'PAYMENT', from: 150, to: 250, reason: '' },
      { kind: 'PAYMENT', from: 300, reason: '' },
    ] as const;
    expect(latenessFacts({ ...state, pauses, finishedAt: 400 }).waitedMs).toBe(150);
  });

  test('[D15] after the hour of the promised day: on time by law, late by the score, which goes by instants', () => {
    const state = facts(accepted, forwarded, ['DossierFinished', '27/11/2026 17:20']);
    expect([lawTimeliness(state, now), scoreTimeliness(state, now)]).toEqual(['ON_TIME', 'LATE']);
  });

  test.each([
    ['closed without an answer', ['UnsupplementedClosed', '20/12/2026']],
    ['withdrawn while it waited', ['DossierWithdrawn', '20/12/2026']],
  ] as const)('[D130] asked in time and %s: the silence of the citizen is not the lateness of the office', (_what, end) => {
    const state = facts(accepted, forwarded, ['SupplementRequested', '25/11/2026 08:00'], end);
    expect([lawTimeliness(state, now), scoreTimeliness(state, now)]).toEqual(['EARLY', 'EARLY']);
    const asked = facts(accepted, forwarded, ['SupplementRequested', '30/11/2026 08:00'], end);
    expect(lawTimeliness(asked, now)).toBe('LATE');
  });

  test('[D130] withdrawn while the office worked on it, after the promise: late', () => {
    expect(lawTimeliness(facts(accepted, forwarded, ['DossierWithdrawn', '30/11/2026']), now)).toBe('LATE');
  });
});

describe('standing', () => {
  const standing = (given: LatenessFacts, moment: string) => standingOf(given, latenessBorders(at(moment), reference.calendar, 1));
  const open = facts(accepted, forwarded);
  const sameDay: LatenessFacts = { status: 'ACCEPTED', acceptedAt: at('27/11/2026 09:00'), dueAt: at('27/11/2026 17:00') };

  test.each([
    ['24/11/2026 08:00', 'IN_TIME'],
    // The promise is a Friday; one working day ahead begins on Thursday.
    ['26/11/2026 08:00', 'DUE_SOON'],
    ['27/11/2026 16:59', 'DUE_SOON'],
    ['27/11/2026 17:00', 'DUE_SOON'],
    ['27/11/2026 17:05', 'PAST_HOUR'],
    ['27/11/2026 23:59', 'PAST_HOUR'],
    ['28/11/2026 00:00', 'OVERDUE'],
  ])('[L16] promised for 27/11/2026 17:00, at %s: %s', (moment, expected) => {
    expect(standing(open, moment)).toBe(expected);
  });

  test('[L16] soon is counted in working days: on Friday, Monday is one day away', () => {
    const monday: LatenessFacts = { status: 'IN_PROCESS', acceptedAt: at('18/11/2026 09:00'), dueAt: at('30/11/2026 17:00') };
    expect(standing(monday, '27/11/2026 10:00')).toBe('DUE_SOON');
    expect(standing(monday, '26/11/2026 10:00')).toBe('IN_TIME');
  });

  test('[L16] promised for the day it came is "hẹn hôm nay", past its hour like any other', () => {
    expect(standing(sameDay, '27/11/2026 10:00')).toBe('DUE_TODAY');
    expect(standing(sameDay, '27/11/2026 17:01')).toBe('PAST_HOUR');
    expect(standing(sameDay, '28/11/2026 08:00')).toBe('OVERDUE');
  });

  test('[L16] waiting for the citizen stands still, unless he was asked too late', () => {
    expect(standing(facts(accepted, forwarded, ['SupplementRequested', '25/11/2026']), '30/11/2026')).toBe('WAITING');
    expect(standing(facts(accepted, forwarded, ['SupplementRequested', '28/11/2026']), '30/11/2026')).toBe('OVERDUE');
  });

  test.each([
    ['26/11/2026 16:00', 'EARLY'],
    ['27/11/2026 17:20', 'ON_TIME'],
    ['28/11/2026 07:00', 'LATE'],
  ])('[L15] finished %s: %s, whenever it is asked', (finished, expected) => {
    expect(standing(facts(accepted, forwarded, ['DossierFinished', finished]), '10/12/2026')).toBe(expected);
  });

  test('[L16] without a promise, before acceptance and void there is none', () => {
    expect(standing({ status: 'IN_PROCESS', acceptedAt: 0 }, '10/12/2026')).toBeUndefined();
    expect(standing(facts(['DossierDrafted', '23/11/2026']), '10/12/2026')).toBeUndefined();
    expect(standing(facts(accepted, ['DossierVoided', '23/11/2026 09:00']), '10/12/2026')).toBeUndefined();
  });

  test('[L16] an open correction goes by its own promise, the report by the first result', () => {
    const corrected = facts(
      accepted,
      forwarded,
      ['DossierFinished', '26/11/2026'],
      ['ResultReturned', '26/11/2026 09:00'],
      ['ResultCorrectionOpened', '30/11/2026'],
    );
    expect(standing(corrected, '02/12/2026 08:00')).toBe('OVERDUE');
    expect(lawTimeliness(corrected, at('02/12/2026 08:00'))).toBe('EARLY');
  });

  test('[L16] agrees with a slow count by days, for every hour of a fortnight', () => {
    const dayOf = (instant: Instant) => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10);
    let late = 0;
    for (let hour = 0; hour < 14 * 24; hour++) {
      const moment = at('20/11/2026 00:30') + hour * 3_600_000;
      const borders = latenessBorders(moment, reference.calendar, 1);
      for (const given of [open, sameDay]) {
        const isLate = dayOf(moment) > dayOf(given.dueAt ?? 0);
        if (isLate) late++;
        expect(standingOf(given, borders) === 'OVERDUE').toBe(isLate);
        expect(lawTimeliness(given, moment) === 'OPEN_LATE').toBe(isLate);
        expect(isClockRunning(given)).toBe(true);
      }
    }
    expect(late).toBeGreaterThan(100);
  });
});

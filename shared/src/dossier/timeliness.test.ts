import { describe, expect, test } from 'vitest';
import { type Step, at, chain } from '../../../tests/support/builders.ts';
import type { EventEnvelope } from './envelope.ts';
import { foldDossier } from './fold.ts';
import { lawTimeliness, scoreTimeliness, waitedMs } from './timeliness.ts';

/** Steps at given times; the promise of the samples is 27/11/2026, after a supplement 03/12/2026. */
function dossier(...steps: readonly (readonly [Step, string])[]) {
  const events = chain(steps.map(([step]) => step)).map((event, i): EventEnvelope => ({ ...event, at: at(steps[i]?.[1] ?? '') }));
  const state = foldDossier(events);
  if (!state || state.contradictions.length > 0) throw new Error('unsound story');
  return state;
}
const accepted = ['DossierAccepted', '23/11/2026'] as const;
const forwarded = ['DossierForwarded', '23/11/2026 09:00'] as const;
const now = at('10/12/2026');

describe('timeliness', () => {
  test.each([
    ['26/11/2026 16:00', 'EARLY'],
    ['27/11/2026 23:00', 'ON_TIME'],
    ['28/11/2026 00:01', 'LATE'],
  ])('[D15] finished %s: %s by both rules', (finished, expected) => {
    const state = dossier(accepted, forwarded, ['DossierFinished', finished]);
    expect([lawTimeliness(state, now), scoreTimeliness(state, now)]).toEqual([expected, expected]);
  });

  test('[D15] an uncollected result is not late', () => {
    expect(lawTimeliness(dossier(accepted, forwarded, ['DossierFinished', '26/11/2026']), at('01/06/2027'))).toBe('EARLY');
  });

  test('[D16] after a supplement the law restarts the clock, the score subtracts the waiting', () => {
    const supplemented = [
      accepted,
      forwarded,
      ['SupplementRequested', '25/11/2026 08:00'],
      ['SupplementCompleted', '30/11/2026 08:00'],
    ] as const;
    const inLawOnly = dossier(...supplemented, ['DossierFinished', '03/12/2026']);
    expect([lawTimeliness(inLawOnly, now), scoreTimeliness(inLawOnly, now)]).toEqual(['ON_TIME', 'LATE']);
    const inBoth = dossier(...supplemented, ['DossierFinished', '02/12/2026 07:00']);
    expect([lawTimeliness(inBoth, now), scoreTimeliness(inBoth, now)]).toEqual(['EARLY', 'ON_TIME']);
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
    expect([lawTimeliness(state, now), scoreTimeliness(state, now)]).toEqual(['EARLY', 'LATE']);
  });

  test('[D16] while it waits for the citizen it is judged at the moment of the request', () => {
    const state = dossier(accepted, forwarded, ['SupplementRequested', '25/11/2026']);
    expect([lawTimeliness(state, now), scoreTimeliness(state, now)]).toEqual(['OPEN_IN_TIME', 'OPEN_IN_TIME']);
  });

  test('[D15] open dossiers by today, drafts and void entries not at all', () => {
    expect(lawTimeliness(dossier(accepted), at('27/11/2026'))).toBe('OPEN_IN_TIME');
    expect(lawTimeliness(dossier(accepted), at('28/11/2026'))).toBe('OPEN_LATE');
    expect(lawTimeliness(dossier(['DossierDrafted', '23/11/2026']), now)).toBeUndefined();
    expect(scoreTimeliness(dossier(accepted, ['DossierVoided', '23/11/2026 09:00']), now)).toBeUndefined();
  });

  test('[D54] a correction does not undo that the first result was on time', () => {
    const state = dossier(
      accepted,
      forwarded,
      ['DossierFinished', '26/11/2026'],
      ['ResultReturned', '26/11/2026 09:00'],
      ['ResultCorrectionOpened', '30/11/2026'],
    );
    expect(lawTimeliness(state, now)).toBe('EARLY');
  });

  test('[D16] overlapping waits count once', () => {
    const state = dossier(accepted);
    const pauses = [
      { kind: 'SUPPLEMENT', from: 100, to: 200, reason: '' },
      { kind: 'PAYMENT', from: 150, to: 250, reason: '' },
      { kind: 'PAYMENT', from: 300, reason: '' },
    ] as const;
    expect(waitedMs({ ...state, pauses }, 400)).toBe(250);
  });
});

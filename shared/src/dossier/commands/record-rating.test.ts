import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '../envelope.ts';
import { foldDossier } from '../fold.ts';
import type { DeviceId } from '../../kernel/ids.ts';
import { given } from '../../../../tests/support/given.ts';

const rated = ['CitizenRated', { score: 'GOOD', source: 'CITIZEN_PAGE' }] as const;

describe('recordRating', () => {
  test('[D166] a rating changes nothing of the dossier', () => {
    given('RETURNED').when('recordRating', { score: 'GOOD' }).gives(rated).leaves({ status: 'RETURNED' });
  });

  test('[D236] it says that it came from the citizen’s page, whatever is asked for', () => {
    given('RETURNED')
      .when('recordRating', { score: 'BAD', reasons: ['Chờ lâu'] })
      .gives(['CitizenRated', { score: 'BAD', reasons: ['Chờ lâu'], source: 'CITIZEN_PAGE' }]);
    given('RETURNED')
      .when('recordRating', { score: 'GOOD', source: 'CITIZEN_PAGE' } as never)
      .refusesWith('input/invalid');
  });

  test('[D237] it is open when the result was handed over at the counter: not before, and not to whom the post brought it', () => {
    for (const story of ['ACCEPTED', 'RESULT_READY', 'WITHDRAWN', 'POSTED', 'ARCHIVED', 'VOID'] as const)
      given(story).when('recordRating', { score: 'GOOD' }).refusesWith('dossier/status');
  });

  test('[D238] a dossier is rated once; of two desks that did not hear of each other the first one counts', () => {
    const once = given(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned', 'CitizenRated']);
    once.when('recordRating', { score: 'BAD' }).refusesWith('dossier/status');
    const first = once.events.at(-1) as EventEnvelope;
    const device = 'bd-2' as DeviceId;
    const second: EventEnvelope = { ...first, device, seq: 1, at: first.at + 60_000, data: { score: 'BAD', source: 'CITIZEN_PAGE' } };
    const both = foldDossier([...once.events, second]);
    expect(both?.rating).toEqual({ at: first.at, score: 'GOOD' });
    expect(both?.contradictions).toEqual([]);
  });
});

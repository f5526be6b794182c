import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('recordRating', () => {
  test('[D166] a rating changes nothing of the dossier', () => {
    given('RETURNED')
      .when('recordRating', { score: 'GOOD' })
      .gives(['CitizenRated', { score: 'GOOD' }])
      .leaves({ status: 'RETURNED' });
    given('VOID').when('recordRating', { score: 'GOOD' }).refusesWith('dossier/status');
  });
});

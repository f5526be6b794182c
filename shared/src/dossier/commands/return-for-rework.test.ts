import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('returnForRework', () => {
  test('[D44] the leader sends the draft back with a reason', () => {
    given('AWAITING_SIGNATURE')
      .when('returnForRework', { reason: 'sai tên' })
      .gives(['ReworkRequested', { reason: 'sai tên' }])
      .leaves({ step: 'AT_SPECIALIST' });
    given('SIGNED').when('returnForRework', { reason: 'x' }).refusesWith('dossier/status');
  });
});

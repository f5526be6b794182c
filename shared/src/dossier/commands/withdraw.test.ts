import { describe, expect, test } from 'vitest';
import { at, given } from '../../../../tests/support/given.ts';

describe('withdraw', () => {
  test('[D47] the citizen takes it back while nothing is decided; an open pause ends', () => {
    given('SUPPLEMENT_REQUESTED')
      .when('withdraw', { reason: 'đổi ý' })
      .gives(['DossierWithdrawn', { reason: 'đổi ý' }])
      .leaves({
        status: 'WITHDRAWN',
        endReason: 'đổi ý',
        endedAt: at('23/11/2026 10:00'),
        pauses: [expect.objectContaining({ to: at('23/11/2026 10:00') })],
      });
  });
  test('[D47] not once a result is numbered or finished', () => {
    given('NUMBERED').when('withdraw', { reason: 'x' }).refusesWith('dossier/status');
    given('RESULT_READY').when('withdraw', { reason: 'x' }).refusesWith('dossier/status');
  });
});

import { describe, expect, test } from 'vitest';
import { at, given, issued, stories } from '../../../../tests/support/given.ts';

describe('withdraw', () => {
  test('[D47] the citizen takes it back while nothing is decided; an open pause ends', () => {
    given('SUPPLEMENT_REQUESTED')
      .when('withdraw', { reason: 'đổi ý', class: 'OTHER' })
      .gives(['DossierWithdrawn', { reason: 'đổi ý', class: 'OTHER', slip: issued }])
      .leaves({
        status: 'WITHDRAWN',
        endReason: 'đổi ý',
        endedAt: at('23/11/2026 10:00'),
        pauses: [expect.objectContaining({ to: at('23/11/2026 10:00') })],
      });
  });
  test('[D47] not once a result is signed, numbered or finished, nor while a wrong result is corrected', () => {
    given('SIGNED').when('withdraw', { reason: 'x', class: 'OTHER' }).refusesWith('dossier/status');
    given([...stories.RETURNED, 'ResultCorrectionOpened'])
      .when('withdraw', { reason: 'x', class: 'OTHER' })
      .refusesWith('dossier/status');
    given('NUMBERED').when('withdraw', { reason: 'x', class: 'OTHER' }).refusesWith('dossier/status');
    given('RESULT_READY').when('withdraw', { reason: 'x', class: 'OTHER' }).refusesWith('dossier/status');
  });
});

import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('sendVerification', () => {
  test('[D171] while another agency verifies the step says so; the clock goes on', () => {
    given('IN_PROCESS')
      .when('sendVerification', { to: 'xã Phú Hòa', question: 'hôn nhân' })
      .succeeds()
      .leaves({ status: 'IN_PROCESS', step: 'VERIFYING' });
    given('AWAITING_SIGNATURE').when('sendVerification', { to: 'x', question: 'y' }).refusesWith('dossier/status');
  });
});

import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('submitForSignature', () => {
  test('[D44] the draft goes to the leader', () => {
    given('IN_PROCESS')
      .when('submitForSignature', { to: 'Chủ tịch' })
      .gives(['SignatureRequested', { to: 'Chủ tịch' }])
      .leaves({ step: 'AWAITING_SIGNATURE' });
  });
  test('[D44] not while it is there', () => {
    given('AWAITING_SIGNATURE').when('submitForSignature', {}).refusesWith('dossier/status');
  });
});

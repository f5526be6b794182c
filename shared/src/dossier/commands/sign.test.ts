import { describe, test } from 'vitest';
import { officer } from '../../../../tests/support/builders.ts';
import { given, issued, offices } from '../../../../tests/support/given.ts';

describe('sign', () => {
  test('[D44] the leader signs what waits for him', () => {
    given('AWAITING_SIGNATURE')
      .when('sign', {})
      .gives(['ResultSigned', { signer: issued.signer }])
      .leaves({ step: 'SIGNED_NUMBERING' });
    given('IN_PROCESS').when('sign', {}).refusesWith('dossier/status');
  });
  test('[D60] a clerk cannot sign', () => {
    given('AWAITING_SIGNATURE')
      .when('sign', {}, { by: officer('lan', offices.commune, 'clerk') })
      .refuses({ code: 'access/role', needed: ['signer'] });
  });
});

import { describe, test } from 'vitest';
import { officer } from '../../../../tests/support/builders.ts';
import { given, offices } from '../../../../tests/support/given.ts';

describe('stop', () => {
  test('[D48] a leader stops any open dossier', () => {
    given('AWAITING_PAYMENT')
      .when('stop', { reason: 'tranh chấp' })
      .gives(['DossierStopped', { reason: 'tranh chấp' }])
      .leaves({ status: 'STOPPED' });
    given('RETURNED').when('stop', { reason: 'x' }).refusesWith('dossier/status');
  });
  test('[D60] a clerk cannot', () => {
    given('IN_PROCESS')
      .when('stop', { reason: 'x' }, { by: officer('lan', offices.commune, 'clerk') })
      .refusesWith('access/role');
  });
});

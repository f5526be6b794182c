import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('refuseIntake', () => {
  test('[D23] a refusal at intake keeps its reason', () => {
    given('SUBMITTED')
      .when('refuseIntake', { reason: 'sai thẩm quyền' })
      .gives(['IntakeRefused', { reason: 'sai thẩm quyền' }])
      .leaves({ status: 'REFUSED_INTAKE', endReason: 'sai thẩm quyền' });
  });
  test('[D23] not once it is accepted', () => {
    given('ACCEPTED').when('refuseIntake', { reason: 'x' }).refusesWith('dossier/status');
  });
});

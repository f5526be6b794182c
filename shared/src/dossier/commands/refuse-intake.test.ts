import { describe, test } from 'vitest';
import { given, issued } from '../../../../tests/support/given.ts';

describe('refuseIntake', () => {
  test('[D23] a refusal at intake keeps its reason', () => {
    given('SUBMITTED')
      .when('refuseIntake', { reason: 'sai thẩm quyền', class: 'NOT_COMPETENT' })
      .gives([
        'IntakeRefused',
        { reason: 'sai thẩm quyền', class: 'NOT_COMPETENT', intake: given('SUBMITTED').state?.intake, slip: issued },
      ])
      .leaves({ status: 'REFUSED_INTAKE', endReason: 'sai thẩm quyền' });
  });
  test('[D88] nobody is refused without a reason, its class, and who he is and what he wanted', () => {
    given('NOTHING')
      .when('refuseIntake', { reason: 'x', class: 'OTHER' })
      .refuses({ code: 'input/invalid', fields: [{ path: 'intake', problem: 'required' }] });
    given('SUBMITTED')
      .when('refuseIntake', { class: 'OTHER' } as never)
      .refuses({ code: 'input/invalid', fields: [{ path: 'reason', problem: 'required' }] });
  });
  test('[D23] not once it is accepted', () => {
    given('ACCEPTED').when('refuseIntake', { reason: 'x', class: 'OTHER' }).refusesWith('dossier/status');
  });
});

import { describe, test } from 'vitest';
import { sampleIntake } from '../../../../tests/support/builders.ts';
import { given } from '../../../../tests/support/given.ts';

describe('draft', () => {
  test('[D20] a case is kept as a draft without code or clock', () => {
    given('NOTHING')
      .when('draft', { note: ' sẽ  quay lại ' })
      .gives(['DossierDrafted', { note: 'sẽ  quay lại' }])
      .leaves({ status: 'DRAFT' });
  });
  test('[D20] a draft can be changed, nothing later can', () => {
    given('DRAFT')
      .when('draft', { intake: sampleIntake })
      .gives(['DossierDrafted', { intake: sampleIntake }]);
    given('ACCEPTED').when('draft', {}).refuses({ code: 'dossier/status', status: 'ACCEPTED' });
  });
});

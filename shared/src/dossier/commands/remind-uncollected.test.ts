import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('remindUncollected', () => {
  test('[D53] a reminder is on the timeline and changes nothing', () => {
    given('RESULT_READY')
      .when('remindUncollected', { by: 'SMS', note: 'lần 1' })
      .gives(['UncollectedReminded', { by: 'SMS', note: 'lần 1' }])
      .leaves({ status: 'RESULT_READY' });
    given('RETURNED').when('remindUncollected', { by: 'SMS' }).refusesWith('dossier/status');
  });
});

import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('recordPrint', () => {
  test('[D164] what was printed, how often and whether again is on the timeline', () => {
    given('ACCEPTED')
      .when('recordPrint', { form: 'RECEIPT', copies: 2, again: false })
      .gives(['FormPrinted', { form: 'RECEIPT', copies: 2, again: false }])
      .leaves({ status: 'ACCEPTED' });
    given('NOTHING').when('recordPrint', { form: 'RECEIPT', copies: 2, again: false }).refusesWith('dossier/not-found');
  });
});

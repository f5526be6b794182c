import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('payFee', () => {
  test('[D39] a fee can be paid at any time after acceptance', () => {
    given('RESULT_READY')
      .when('payFee', { method: 'CASH', amountVnd: 8000, receipt: 'BL 7' })
      .gives(['FeePaid', { method: 'CASH', amountVnd: 8000, receipt: 'BL 7' }])
      .leaves({ payments: [expect.objectContaining({ amountVnd: 8000, receipt: 'BL 7' })], status: 'RESULT_READY' });
  });
  test('[D39] not for a draft or a void entry', () => {
    given('DRAFT').when('payFee', { method: 'CASH', amountVnd: 8000 }).refusesWith('dossier/status');
    given('VOID').when('payFee', { method: 'CASH', amountVnd: 8000 }).refusesWith('dossier/status');
  });
});

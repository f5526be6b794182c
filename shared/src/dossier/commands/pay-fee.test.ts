import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('payFee', () => {
  test('[D39] a fee can be paid at any time after acceptance', () => {
    given('RESULT_READY')
      .when('payFee', { amountVnd: 8000, receipt: 'BL 7' })
      .gives(['FeePaid', { amountVnd: 8000, receipt: 'BL 7' }])
      .leaves({ feePaidVnd: 8000, feeReceipt: 'BL 7', status: 'RESULT_READY' });
  });
  test('[D39] not for a draft or a void entry', () => {
    given('DRAFT').when('payFee', { amountVnd: 8000 }).refusesWith('dossier/status');
    given('VOID').when('payFee', { amountVnd: 8000 }).refusesWith('dossier/status');
  });
});

import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('requirePayment', () => {
  test('[D37] a financial obligation suspends the clock', () => {
    given('IN_PROCESS')
      .when('requirePayment', { amountVnd: 100_000, reason: 'thuế' })
      .gives(['PaymentRequired', { amountVnd: 100_000, reason: 'thuế' }])
      .leaves({ status: 'AWAITING_PAYMENT' });
  });
  test('[D37] an amount is a whole number of đồng', () => {
    given('IN_PROCESS').when('requirePayment', { amountVnd: 0.5, reason: 'x' }).refusesWith('input/invalid');
  });
});

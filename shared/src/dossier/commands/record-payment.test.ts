import { describe, expect, test } from 'vitest';
import { at, given } from '../../../../tests/support/given.ts';

describe('recordPayment', () => {
  test('[D38] what was left of the limit is counted again from the payment', () => {
    const { state } = given('AWAITING_PAYMENT')
      .when('recordPayment', { amountVnd: 250_000, receipt: 'BL 1' }, { at: '25/11/2026 09:00' })
      .succeeds();
    expect(state).toMatchObject({ status: 'IN_PROCESS', due: { unit: 'WORKING_DAY', amount: 3 } });
    // Three working days were left on Mon 23/11: 26, 27 and 30/11.
    expect(state.due?.dueAt).toBe(at('30/11/2026 17:00'));
  });
  test('[D38] paid on the same day, nothing moves', () => {
    const { state } = given('AWAITING_PAYMENT')
      .when('recordPayment', { amountVnd: 250_000 })
      .gives(['PaymentMade', { amountVnd: 250_000 }]);
    expect(state.due?.dueAt).toBe(at('27/11/2026 17:00'));
  });
});

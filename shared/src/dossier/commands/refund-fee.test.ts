import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('refundFee', () => {
  test('[D161] what was paid can be given back, never more than that', () => {
    const paid = given('ACCEPTED').when('payFee', { method: 'CASH', amountVnd: 8000 }).succeeds();
    expect(paid.state.payments).toHaveLength(1);
    given('ACCEPTED').when('refundFee', { amountVnd: 1000, method: 'CASH', reason: 'x' }).refusesWith('dossier/nothing-to-refund');
  });
});

import { describe, expect, test } from 'vitest';
import { chain, given } from '../../../../tests/support/given.ts';

describe('refundFee', () => {
  test('[D161] what was paid can be given back, never more than that', () => {
    const refund = { amountVnd: 3000, method: 'CASH', reason: 'thu thừa' } as const;
    const paid = given(chain(['DossierAccepted', 'FeePaid']));
    const { state } = paid.when('refundFee', refund).gives(['FeeRefunded', refund]);
    expect(state.refunds).toMatchObject([{ amountVnd: 3000 }]);
    paid.when('refundFee', { ...refund, amountVnd: 8001 }).refusesWith('dossier/nothing-to-refund');
    const again = given(chain(['DossierAccepted', 'FeePaid', ['FeeRefunded', refund]]));
    again.when('refundFee', { ...refund, amountVnd: 5000 }).succeeds();
    again.when('refundFee', { ...refund, amountVnd: 5001 }).refuses({ code: 'dossier/nothing-to-refund', paidVnd: 5000 });
    given('ACCEPTED').when('refundFee', { amountVnd: 1000, method: 'CASH', reason: 'x' }).refusesWith('dossier/nothing-to-refund');
  });
  test('[D186] also for an entry made in error', () => {
    const refund = { amountVnd: 8000, method: 'CASH', reason: 'nhập nhầm' } as const;
    given(['DossierAccepted', 'FeePaid', 'DossierVoided'])
      .when('refundFee', refund)
      .gives(['FeeRefunded', refund])
      .leaves({ status: 'VOID' });
  });
});

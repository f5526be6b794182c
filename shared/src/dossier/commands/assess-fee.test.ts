import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('assessFee', () => {
  test('[D160] what is owed can be counted anew with a reason; what was paid stays', () => {
    const fees = [{ name: 'Phí chứng thực', kind: 'PHI', unitVnd: 2000, quantity: { pages: 3, copies: 1 }, amountVnd: 6000 }] as const;
    const { state } = given('ACCEPTED')
      .when('assessFee', { fees, reason: 'đếm lại số trang' })
      .gives(['FeeAssessed', { fees, reason: 'đếm lại số trang' }]);
    expect(state.fees).toEqual(fees);
    given('DRAFT').when('assessFee', { fees, reason: 'x' }).refusesWith('dossier/status');
  });
});

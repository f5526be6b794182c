import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('correctContact', () => {
  test('[D58] contact data change without touching what was promised', () => {
    const before = given('RESULT_READY');
    const { state } = before
      .when('correctContact', { phone: '0912000000', clear: ['address'] })
      .gives(['ContactCorrected', { phone: '0912000000', clear: ['address'] }]);
    expect(state.intake?.owner).toMatchObject({ phone: '0912000000' });
    expect(state.intake?.owner.address).toBeUndefined();
    expect([state.status, state.due]).toEqual([before.state?.status, before.state?.due]);
  });
  test('[D58] an empty correction is refused', () => {
    given('ACCEPTED').when('correctContact', { phone: ' ' }).refusesWith('input/invalid');
  });
});

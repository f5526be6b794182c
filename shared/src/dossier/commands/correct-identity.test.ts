import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('correctIdentity', () => {
  test('[D163] who the owner is can be corrected with a reason; the rest of him stays', () => {
    const { state } = given('ACCEPTED')
      .when('correctIdentity', { fullName: 'Nguyễn Thị Mẫn', reason: 'ghi sai tên' })
      .gives(['IdentityCorrected', { fullName: 'Nguyễn Thị Mẫn', reason: 'ghi sai tên' }]);
    expect(state.intake?.owner).toMatchObject({ fullName: 'Nguyễn Thị Mẫn', idNumber: '027190000001' });
    given('ACCEPTED').when('correctIdentity', { reason: 'ghi sai tên' }).refusesWith('input/invalid');
  });
});

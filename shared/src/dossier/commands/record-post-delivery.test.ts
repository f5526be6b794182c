import { describe, expect, test } from 'vitest';
import { at, given, stories } from '../../../../tests/support/given.ts';

const posted = [...stories.RESULT_READY, 'ResultPosted'] as const;

describe('recordPostDelivery', () => {
  test('[D91] when and to whom the post delivered is a second moment beside handing it over', () => {
    const input = { deliveredAt: at('24/11/2026 09:00'), receiver: 'mẹ' };
    const { state } = given(posted).when('recordPostDelivery', input, { at: '25/11/2026' }).gives(['PostDelivered', input]);
    expect(state.returned).toMatchObject({ at: at('23/11/2026 08:03'), delivered: { at: input.deliveredAt, receiver: 'mẹ' } });
  });
  test('[D91] once, not before it was posted, not tomorrow, and only by post', () => {
    given([...posted, 'PostDelivered'])
      .when('recordPostDelivery', { deliveredAt: at('24/11/2026') }, { at: '25/11/2026' })
      .refusesWith('dossier/status');
    given(posted)
      .when('recordPostDelivery', { deliveredAt: at('22/11/2026') })
      .refusesWith('input/invalid');
    given(posted)
      .when('recordPostDelivery', { deliveredAt: at('29/11/2026') })
      .refusesWith('input/invalid');
    given('RETURNED')
      .when('recordPostDelivery', { deliveredAt: at('23/11/2026 09:00') })
      .refusesWith('dossier/status');
  });
});

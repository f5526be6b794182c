import { describe, expect, test } from 'vitest';
import { given, stories } from '../../../../tests/support/given.ts';

const posted = [...stories.RESULT_READY, 'ResultPosted'] as const;

describe('recordPostCameBack', () => {
  test('[D91] a letter that came back waits at the desk; the end of processing stays', () => {
    const { state } = given(posted)
      .when('recordPostCameBack', { reason: 'sai địa chỉ' })
      .gives(['PostCameBack', { reason: 'sai địa chỉ' }]);
    expect(state).toMatchObject({ status: 'RESULT_READY', finishedAt: given('RESULT_READY').state?.finishedAt });
    expect(state.returned).toBeUndefined();
  });
  test('[D91] not what was delivered', () => {
    given([...posted, 'PostDelivered'])
      .when('recordPostCameBack', { reason: 'x' })
      .refusesWith('dossier/status');
  });
});

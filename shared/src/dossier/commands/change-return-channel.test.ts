import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('changeReturnChannel', () => {
  test('[D162] how the result goes to the citizen can change until it has gone', () => {
    const { state } = given('ACCEPTED')
      .when('changeReturnChannel', { returnChannel: 'POST', returnAddress: 'thôn Tháp' })
      .gives(['ReturnChannelChanged', { returnChannel: 'POST', returnAddress: 'thôn Tháp' }]);
    expect(state.intake).toMatchObject({ returnChannel: 'POST', returnAddress: 'thôn Tháp' });
    given('RETURNED').when('changeReturnChannel', { returnChannel: 'DESK' }).refusesWith('dossier/status');
  });
});

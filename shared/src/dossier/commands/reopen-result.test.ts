import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('reopenResult', () => {
  test('[D90] a mistake seen before the hand-over goes back to work; the later result counts', () => {
    const { state } = given('RESULT_READY')
      .when('reopenResult', { reason: 'in sai tên' })
      .gives(['ResultReopened', { reason: 'in sai tên' }]);
    expect(state).toMatchObject({ status: 'IN_PROCESS', step: 'AT_DESK' });
    expect([state.result, state.finishedAt, state.lateReason, state.beforeCorrection]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  test('[D90] not once somebody has it', () => {
    given('RETURNED').when('reopenResult', { reason: 'x' }).refusesWith('dossier/status');
    given('IN_PROCESS').when('reopenResult', { reason: 'x' }).refusesWith('dossier/status');
  });
});

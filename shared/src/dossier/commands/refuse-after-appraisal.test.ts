import { describe, expect, test } from 'vitest';
import { at, given } from '../../../../tests/support/given.ts';

describe('refuseAfterAppraisal', () => {
  test('[D45] the written refusal is the result and ends the processing', () => {
    const { state } = given('IN_PROCESS').when('refuseAfterAppraisal', { reason: 'không đủ điều kiện', number: '7/TB' }).succeeds();
    expect(state).toMatchObject({
      status: 'RESULT_READY',
      result: { outcome: 'REFUSED', number: '7/TB', note: 'không đủ điều kiện' },
      finishedAt: at('23/11/2026 10:00'),
    });
  });
  test('[D45] only of what is in process here', () => {
    given('ACCEPTED').when('refuseAfterAppraisal', { reason: 'x' }).refusesWith('dossier/status');
  });
});

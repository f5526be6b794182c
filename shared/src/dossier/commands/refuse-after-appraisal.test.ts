import { describe, expect, test } from 'vitest';
import { at, given, issued, stories } from '../../../../tests/support/given.ts';

describe('refuseAfterAppraisal', () => {
  test('[D45] the written refusal is the result and ends the processing', () => {
    const { state } = given('IN_PROCESS')
      .when('refuseAfterAppraisal', { reason: 'không đủ điều kiện', class: 'NOT_ELIGIBLE', number: '7/TB' })
      .succeeds();
    expect(state).toMatchObject({
      status: 'RESULT_READY',
      result: { outcome: 'REFUSED', number: '7/TB', reason: 'không đủ điều kiện', signer: issued.signer },
      finishedAt: at('23/11/2026 10:00'),
    });
  });
  test('[D45] only of what is in process here', () => {
    given('SIGNED').when('refuseAfterAppraisal', { reason: 'x', class: 'OTHER' }).refusesWith('dossier/status');
    given([...stories.RETURNED, 'ResultCorrectionOpened'])
      .when('refuseAfterAppraisal', { reason: 'x', class: 'OTHER' })
      .refusesWith('dossier/status');
    given('ACCEPTED').when('refuseAfterAppraisal', { reason: 'x', class: 'OTHER' }).refusesWith('dossier/status');
  });
});

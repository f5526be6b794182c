import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('recordVerification', () => {
  test('[D172] an answer ends the verification', () => {
    const sent = given('IN_PROCESS').when('sendVerification', { to: 'xã Phú Hòa', question: 'hôn nhân' }).succeeds();
    expect(sent.state.step).toBe('VERIFYING');
    given('VERIFYING')
      .when('recordVerification', { answer: 'chưa kết hôn' })
      .gives(['VerificationAnswered', { answer: 'chưa kết hôn' }])
      .leaves({ step: 'AT_SPECIALIST' });
    given('IN_PROCESS').when('recordVerification', { answer: 'x' }).refusesWith('dossier/status');
  });
});

import { describe, expect, test } from 'vitest';
import { at, given } from '../../../../tests/support/given.ts';

describe('correctResult', () => {
  test('[D54] a wrong result is corrected within three working days, in the same dossier', () => {
    const { state } = given('RETURNED').when('correctResult', { reason: 'sai ngày sinh' }, { at: '25/11/2026 09:00' }).succeeds();
    expect(state).toMatchObject({
      status: 'IN_PROCESS',
      due: { dueAt: at('30/11/2026 17:00') },
      beforeCorrection: { result: { number: '45/2026' }, due: { dueAt: at('27/11/2026 17:00') } },
    });
    expect([state.finishedAt, state.returned, state.result]).toEqual([undefined, undefined, undefined]);
  });
  test('[D54] only after it was returned', () => {
    given('RESULT_READY').when('correctResult', { reason: 'x' }).refusesWith('dossier/status');
  });
});

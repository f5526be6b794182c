import { describe, expect, test } from 'vitest';
import { at, given, offices } from '../../../../tests/support/given.ts';

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
  test('[D185] also after the file was archived, at the desk of who opened it', () => {
    given('ARCHIVED')
      .when('correctResult', { reason: 'sai ngày sinh' })
      .succeeds()
      .leaves({ status: 'IN_PROCESS', step: 'AT_DESK', holder: { office: offices.commune.id, since: at('23/11/2026 10:00') } });
    given(['DossierAccepted', 'DossierWithdrawn', 'DossierArchived']).when('correctResult', { reason: 'x' }).refusesWith('dossier/status');
  });
  test('[D54] only after it was returned', () => {
    given('RESULT_READY').when('correctResult', { reason: 'x' }).refusesWith('dossier/status');
  });
});

import { describe, expect, test } from 'vitest';
import { given, sampleData } from '../../../../tests/support/given.ts';

const other = { kind: 'AGENCY', name: 'Công chức Địa chính' } as const;

describe('reassign', () => {
  test('[D84] the file goes to another officer; the step and its limit go on', () => {
    const { stepDue } = sampleData.DossierForwarded;
    const { state } = given('IN_PROCESS')
      .when('reassign', { to: other, reason: 'nghỉ phép' })
      .gives(['Reassigned', { to: other, reason: 'nghỉ phép' }]);
    expect(state).toMatchObject({ step: 'AT_SPECIALIST', holder: { to: other, stepDue } });
    expect(state.handovers).toHaveLength(2);
  });

  test('[D84] not from the desk, and not into the past', () => {
    given('AT_DESK').when('reassign', { to: other, reason: 'x' }).refusesWith('dossier/status');
    given('IN_PROCESS').when('reassign', { to: other, reason: 'x', stepDue: 1 }).refusesWith('input/invalid');
  });
});

import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('guide', () => {
  const input = { reason: 'thiếu giấy', missing: [{ component: 1, name: 'Giấy chứng sinh' }] };
  test('[D21] guiding logs the visit: no code, no clock', () => {
    const { state } = given('DRAFT').when('guide', input).gives(['CitizenGuided', input]);
    expect(state).toMatchObject({ status: 'DRAFT' });
    expect(state.code).toBeUndefined();
    expect(state.due).toBeUndefined();
  });
  test('[D21] without a reason it is refused by field', () => {
    given('DRAFT')
      .when('guide', { ...input, reason: '  ' })
      .refuses({ code: 'input/invalid', fields: [{ path: 'reason', problem: 'required' }] });
  });
  test('[D21] not after acceptance', () => {
    given('ACCEPTED').when('guide', input).refusesWith('dossier/status');
  });
});

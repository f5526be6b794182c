import { describe, expect, test } from 'vitest';
import { given, issued } from '../../../../tests/support/given.ts';

describe('guide', () => {
  const input = { reason: 'thiếu giấy', class: 'PAPERS_MISSING', missing: [{ component: 1, name: 'Giấy chứng sinh' }] } as const;
  test('[D21] guiding logs the visit: no code, no clock', () => {
    const missing = [{ ...input.missing[0], originals: 1, certified: 0, copies: 0 }];
    const { state } = given('DRAFT')
      .when('guide', input)
      .gives(['CitizenGuided', { ...input, missing, slip: issued }]);
    expect(state).toMatchObject({ status: 'DRAFT' });
    expect(state.code).toBeUndefined();
    expect(state.due).toBeUndefined();
  });
  test('[D21] without a reason it is refused by field', () => {
    given('DRAFT')
      .when('guide', { ...input, reason: '  ' })
      .refuses({ code: 'input/invalid', fields: [{ path: 'reason', problem: 'required' }] });
  });
  test('[D86] the slip has the next number of its own book, its ground, and as many of each paper as the citizen is told', () => {
    const { procedure: _procedure, ...unnamed } = issued.printed;
    const asked = { ...input, missing: [{ name: 'Giấy khác', certified: 2 }], ground: 'khoản 1 Điều 17' };
    given('NOTHING')
      .when('guide', asked)
      .gives([
        'CitizenGuided',
        {
          reason: 'thiếu giấy',
          class: 'PAPERS_MISSING',
          missing: [{ name: 'Giấy khác', originals: 0, certified: 2, copies: 0 }],
          slip: { ...issued, ground: 'khoản 1 Điều 17', printed: unnamed },
        },
      ]);
  });
  test('[D21] not after acceptance', () => {
    given('ACCEPTED').when('guide', input).refusesWith('dossier/status');
  });
});

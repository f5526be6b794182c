import { describe, expect, test } from 'vitest';
import { chain, given } from '../../../../tests/support/given.ts';

describe('addPapers', () => {
  test('[D169] papers can be added and ticks put right while the dossier is open; the promise stays', () => {
    const before = given('IN_PROCESS');
    const brought = { name: 'Giấy khác', state: 'RECEIVED', originals: 1, certified: 0, copies: 0 } as const;
    const { state } = before.when('addPapers', { papers: [brought], reason: 'mang thêm' }).succeeds();
    expect(state.intake?.papers).toHaveLength((before.state?.intake?.papers.length ?? 0) + 1);
    expect(state.due).toEqual(before.state?.due);
    expect(given(chain(['DossierAccepted', 'PapersAdded'])).state).toMatchObject({ status: 'ACCEPTED', contradictions: [] });
    given('RETURNED')
      .when('addPapers', { papers: [brought], reason: 'x' })
      .refusesWith('dossier/status');
  });
});

import { describe, expect, test } from 'vitest';
import { at, given, sampleData } from '../../../../tests/support/given.ts';

describe('completeSupplement', () => {
  const received = [{ component: 2, state: 'RECEIVED' as const, originals: 1, certified: 0, copies: 0 }];
  test('[D35] the clock starts again from zero with the full limit', () => {
    const { state } = given('SUPPLEMENT_REQUESTED').when('completeSupplement', { received }, { at: '07/12/2026 09:00' }).succeeds();
    expect(state).toMatchObject({ status: 'IN_PROCESS', step: 'AT_SPECIALIST', pauses: [{ to: at('07/12/2026 09:00') }] });
    expect(state.due?.dueAt).toBe(at('10/12/2026 17:00'));
    expect(state.dueOriginal?.dueAt).toBe(at('27/11/2026 17:00'));
    expect(state.intake?.papers).toHaveLength(3);
  });
  test('[D35] what was at the district goes on there', () => {
    given('SUPPLEMENT_REQUESTED_UP')
      .when('completeSupplement', { received })
      .succeeds()
      .leaves({ status: 'AT_DISTRICT', step: 'RECEIVED_UP' });
  });
  test('[D35] an extended promise restarts with the extended limit', () => {
    const accepted = {
      ...sampleData.DossierAccepted,
      due: { ...sampleData.DossierAccepted.due, extension: { unit: 'WORKING_DAY', amount: 8, why: 'x' } },
    };
    const { state } = given([['DossierAccepted', accepted as never], 'DossierForwarded', 'SupplementRequested'])
      .when('completeSupplement', { received })
      .succeeds();
    expect(state.due?.extension?.amount).toBe(8);
  });
  test('[D35] a mandatory paper still missing is named', () => {
    const missing = [{ component: 0, state: 'MISSING' as const, originals: 0, certified: 0, copies: 0 }];
    given('SUPPLEMENT_REQUESTED')
      .when('completeSupplement', { received: missing })
      .refuses({ code: 'dossier/papers-missing', components: [0] });
  });
});

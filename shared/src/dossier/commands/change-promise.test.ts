import { describe, expect, test } from 'vitest';
import { at, day } from '../../../../tests/support/builders.ts';
import { chain, given } from '../../../../tests/support/given.ts';

describe('changePromise', () => {
  test('[D170] a regulation moves a promise to a later date; the first one stays visible', () => {
    const { state } = given('IN_PROCESS')
      .when('changePromise', { date: day('01/03/2027'), regulation: 'TB 01/TB-UBND', reason: 'bão' })
      .succeeds();
    expect(state.due?.dueAt).toBe(at('01/03/2027 17:00'));
    expect(state.dueOriginal?.dueAt).toBe(at('27/11/2026 17:00'));
    expect(given(chain(['DossierAccepted', 'PromiseChanged'])).state?.due?.dueAt).toBe(at('04/12/2026 17:00'));
    given('IN_PROCESS')
      .when('changePromise', { date: day('25/11/2026'), regulation: 'x', reason: 'y' })
      .refusesWith('dossier/new-due-not-later');
  });
});

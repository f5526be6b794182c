import { describe, expect, test } from 'vitest';
import { day, procedures, reference, sampleIntake } from '../../../../tests/support/builders.ts';
import { at, given } from '../../../../tests/support/given.ts';

describe('changeProcedure', () => {
  const to = (procedure: { readonly key: string; readonly version: number }) => ({
    procedure: { key: procedure.key, version: procedure.version },
    papers: sampleIntake.papers,
    reason: 'chọn nhầm',
  });

  test('[D177] papers, money and promise are those of the right procedure; code, line and what was printed stay', () => {
    const before = given('ACCEPTED').state;
    const fees = [{ name: 'Lệ phí', kind: 'LE_PHI', amountVnd: 5000 }] as const;
    const { state } = given('ACCEPTED')
      .when('changeProcedure', { ...to(procedures.instant), fees })
      .succeeds();
    expect(state).toMatchObject({
      status: 'ACCEPTED',
      code: before?.code,
      register: before?.register,
      acceptance: before?.acceptance,
      intake: { procedure: { key: procedures.instant.key }, owner: sampleIntake.owner },
      fees,
    });
    expect(given(['DossierAccepted', 'ProcedureChanged']).state).toMatchObject({ status: 'ACCEPTED', contradictions: [] });
    // Counted from the receipt at 08:00, not from the correction.
    expect(state.due).toMatchObject({ rule: 'SAME_DAY', dueAt: at('23/11/2026 17:00') });
    expect(state.dueOriginal).toEqual(state.due);
  });

  test('[D178] another agency\u2019s procedure needs a code of its own, and after a decision nothing is changed', () => {
    given('ACCEPTED').when('changeProcedure', to(procedures.interconnected)).refuses({ code: 'dossier/other-agency' });
    given('ACCEPTED').when('changeProcedure', to(procedures.threeDays)).refusesWith('input/invalid');
    given('ACCEPTED')
      .when('changeProcedure', to({ key: '9.999999', version: 1 }))
      .refusesWith('procedure/not-found');
    given('RESULT_READY').when('changeProcedure', to(procedures.instant)).refusesWith('dossier/status');
    given('SIGNED').when('changeProcedure', to(procedures.instant)).refusesWith('dossier/status');
  });

  test('[D178] the right procedure is one that was in force when the dossier was received', () => {
    const later = { ...procedures.instant, validFrom: day('24/11/2026') };
    const context = { reference: { ...reference, procedures: [procedures.threeDays, later] } };
    given('ACCEPTED').when('changeProcedure', to(later), { at: '25/11/2026 09:00', context }).refusesWith('procedure/not-in-force');
  });

  test('[D177] after a supplement the time runs from the supplement', () => {
    const supplemented = given(['DossierAccepted', 'SupplementRequested', 'SupplementCompleted']);
    const { state } = supplemented.when('changeProcedure', to(procedures.instant), { at: '30/11/2026 10:00' }).succeeds();
    const from = supplemented.state?.pauses[0]?.to ?? 0;
    expect(state.due?.dueAt).toBeGreaterThan(from);
    expect(state.due?.dueAt).toBeLessThan(from + 24 * 3_600_000);
  });
});

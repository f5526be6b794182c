import { describe, expect, test } from 'vitest';
import { officer } from '../../../../tests/support/builders.ts';
import { given, offices } from '../../../../tests/support/given.ts';

describe('requestSupplement', () => {
  const input = { reason: 'thiếu bản sao', missing: [{ component: 2, name: 'Giấy khác' }] };
  test('[D33] the clock stops while papers are awaited', () => {
    const { state } = given('IN_PROCESS').when('requestSupplement', input).gives(['SupplementRequested', input]);
    expect(state).toMatchObject({ status: 'SUPPLEMENT_REQUESTED', supplementCount: 1, pauses: [{ kind: 'SUPPLEMENT' }] });
  });
  test('[D33] also by the centre for what was handed up', () => {
    given('RECEIVED_UP').when('requestSupplement', input, { office: offices.centre }).succeeds().leaves({ status: 'SUPPLEMENT_REQUESTED' });
  });
  test('[D34] once; a second time only by a signer with a reason', () => {
    given('SUPPLEMENTED').when('requestSupplement', input).refuses({ code: 'dossier/supplement-already-requested' });
    const override = { reason: 'luật chuyên ngành' };
    given('SUPPLEMENTED')
      .when('requestSupplement', { ...input, override }, { by: officer('binh', offices.commune, 'specialist') })
      .refuses({ code: 'access/role', needed: ['signer'] });
    given('SUPPLEMENTED')
      .when('requestSupplement', { ...input, override })
      .gives(['SupplementRequested', { ...input, override: { by: 'lan', ...override } }])
      .leaves({ supplementCount: 2 });
  });
  test('[D33] also before it is forwarded, and then it lies at the desk again; not once it is signed', () => {
    given('ACCEPTED').when('requestSupplement', input).succeeds();
    given(['DossierAccepted', 'SupplementRequested', 'SupplementCompleted'])
      .when('forward', { to: { kind: 'AGENCY', name: 'x' } })
      .succeeds();
    given('SIGNED').when('requestSupplement', input).refusesWith('dossier/status');
  });
});

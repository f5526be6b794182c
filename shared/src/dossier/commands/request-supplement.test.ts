import { describe, expect, test } from 'vitest';
import { day, officer } from '../../../../tests/support/builders.ts';
import { at, given, issued, offices, stories } from '../../../../tests/support/given.ts';

describe('requestSupplement', () => {
  const input = { reason: 'thiếu bản sao', class: 'PAPERS_MISSING', missing: [{ component: 2, name: 'Giấy khác', certified: 1 }] } as const;
  const missing = [{ component: 2, name: 'Giấy khác', originals: 1, certified: 1, copies: 0 }];
  const given1 = { ...input, missing, bringBy: day('08/12/2026'), slip: issued };

  test('[D33] the clock stops while papers are awaited, until the day the slip says', () => {
    const { state } = given('IN_PROCESS').when('requestSupplement', input).gives(['SupplementRequested', given1]);
    expect(state).toMatchObject({
      status: 'SUPPLEMENT_REQUESTED',
      supplementCount: 1,
      pauses: [{ kind: 'SUPPLEMENT', bringBy: day('08/12/2026') }],
    });
    const { state: earlier } = given('IN_PROCESS')
      .when('requestSupplement', { ...input, bringBy: day('30/11/2026') })
      .succeeds();
    const asked = [...stories.IN_PROCESS, ['SupplementRequested', { ...given1, bringBy: day('30/11/2026') }] as never];
    expect(earlier.pauses[0]?.bringBy).toBe(day('30/11/2026'));
    given(asked).when('closeUnsupplemented', { reason: 'x', class: 'NOTHING_BROUGHT' }, { at: '01/12/2026' }).succeeds();
    given(asked)
      .when('closeUnsupplemented', { reason: 'x', class: 'NOTHING_BROUGHT' }, { at: '30/11/2026 23:00' })
      .refuses({ code: 'dossier/too-early', from: at('01/12/2026 00:00') });
    given('IN_PROCESS')
      .when('requestSupplement', { ...input, bringBy: day('23/11/2026') })
      .refusesWith('input/invalid');
  });

  test('[D33] also by the centre for what it has, not for what is on its way', () => {
    given('RECEIVED_UP').when('requestSupplement', input, { office: offices.centre }).succeeds().leaves({ status: 'SUPPLEMENT_REQUESTED' });
    given('IN_TRANSIT_UP').when('requestSupplement', input, { office: offices.centre }).refusesWith('dossier/status');
    given('IN_TRANSIT_DOWN').when('requestSupplement', input).refusesWith('dossier/status');
    given('IN_TRANSIT_DOWN').when('requestSupplement', input, { office: offices.centre }).refuses({ code: 'access/office' });
  });

  test('[D86] who asks is not who issues: the slip is the desk’s', () => {
    const askedBy = { kind: 'AGENCY', name: 'Công chức Địa chính' } as const;
    given('IN_PROCESS')
      .when('requestSupplement', { ...input, askedBy })
      .gives(['SupplementRequested', { ...input, missing, askedBy, bringBy: given1.bringBy, slip: issued }]);
    given('IN_PROCESS')
      .when('requestSupplement', input, { by: officer('binh', offices.commune, 'specialist') })
      .refusesWith('access/role');
  });

  test('[D34] once; a second time only where a leader decided so, with a reason', () => {
    given('SUPPLEMENTED').when('requestSupplement', input).refuses({ code: 'dossier/supplement-already-requested' });
    const reason = 'luật chuyên ngành';
    given('SUPPLEMENTED')
      .when('requestSupplement', { ...input, override: { reason } }, { by: officer('binh', offices.commune, 'clerk') })
      .refuses({ code: 'input/invalid', fields: [{ path: 'signer', problem: 'required' }] });
    given('SUPPLEMENTED')
      .when('requestSupplement', { ...input, override: { reason } })
      .gives(['SupplementRequested', { ...given1, override: { by: issued.signer, reason } }])
      .leaves({ supplementCount: 2 });
  });

  test('[D33] also before it is forwarded, and then it lies at the desk again; not once it is signed', () => {
    given('ACCEPTED').when('requestSupplement', input).succeeds();
    given(['DossierAccepted', 'SupplementRequested', 'SupplementCompleted'])
      .when('forward', { to: { kind: 'AGENCY', name: 'x' } })
      .succeeds();
    given('SIGNED').when('requestSupplement', input).refusesWith('dossier/status');
    given([...stories.RETURNED, 'ResultCorrectionOpened'])
      .when('requestSupplement', input)
      .refusesWith('dossier/status');
  });
});

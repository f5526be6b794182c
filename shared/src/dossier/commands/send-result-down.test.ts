import { describe, expect, test } from 'vitest';
import { given, offices } from '../../../../tests/support/given.ts';

describe('sendResultDown', () => {
  test('[D43] the district result is on its way; the dossier is not finished yet', () => {
    const { state } = given('PROCESSING_UP')
      .when('sendResultDown', { result: { outcome: 'GRANTED', number: '12/QĐ' } }, { office: offices.centre })
      .succeeds();
    expect(state).toMatchObject({ status: 'AT_DISTRICT', step: 'IN_TRANSIT_DOWN', result: { number: '12/QĐ' } });
    expect(state.finishedAt).toBeUndefined();
  });
  test('[D88] the district refuses with a reason', () => {
    given('PROCESSING_UP')
      .when('sendResultDown', { result: { outcome: 'REFUSED' } as never }, { office: offices.centre })
      .refusesWith('input/invalid');
    given('IN_TRANSIT_UP')
      .when('sendResultDown', { result: { outcome: 'GRANTED' } }, { office: offices.centre })
      .refusesWith('dossier/status');
  });
  test('[D43] only for what is at the district', () => {
    given('IN_PROCESS')
      .when('sendResultDown', { result: { outcome: 'GRANTED' } }, { office: offices.centre })
      .refuses({ code: 'access/office' });
  });
});

import { describe, expect, test } from 'vitest';
import { sampleFees } from '../../../../tests/support/builders.ts';
import { at, given, sampleData } from '../../../../tests/support/given.ts';

describe('returnResult', () => {
  const input = { receiver: 'Nguyễn Thị Mẫu', receiverIsOwner: true, proof: 'RECEIPT' as const };
  const owing = { ...sampleData.DossierAccepted, intake: { ...sampleData.DossierAccepted.intake, fees: sampleFees } };
  const owed = [['DossierAccepted', owing as never], 'DossierForwarded', 'DossierFinished'] as const;
  test('[D50] the result is handed over against a proof', () => {
    given('RESULT_READY')
      .when('returnResult', input)
      .gives(['ResultReturned', { channel: 'DESK', ...input }])
      .leaves({ status: 'RETURNED', returned: expect.objectContaining({ at: at('23/11/2026 10:00'), receiver: input.receiver }) });
  });
  test('[D50] somebody else needs the receipt or an authorisation', () => {
    given('RESULT_READY')
      .when('returnResult', { ...input, receiverIsOwner: false, proof: 'IDENTITY' })
      .refuses({ code: 'input/invalid', fields: [{ path: 'proof', problem: 'authorisation-needed' }] });
    given('RESULT_READY')
      .when('returnResult', { ...input, receiverIsOwner: false, proof: 'AUTHORISATION' })
      .succeeds();
    const receiver = { receiver: 'Lê Văn Em', receiverPaper: { evidence: 'CCCD', number: '027090000009' }, relation: 'SIBLING' } as const;
    given('RESULT_READY')
      .when('returnResult', { ...input, ...receiver, receiverIsOwner: false, proof: 'RECEIPT' })
      .succeeds()
      .leaves({ returned: expect.objectContaining(receiver) });
  });
  test('[D51] what is owed is paid first, or now', () => {
    given(owed).when('returnResult', input).refuses({ code: 'dossier/fee-unpaid', dueVnd: 8000 });
    given(owed)
      .when('returnResult', { ...input, payment: { method: 'TRANSFER', receipt: 'BL 3' } })
      .succeeds()
      .leaves({ payments: [expect.objectContaining({ method: 'TRANSFER', amountVnd: 8000, receipt: 'BL 3' })] });
    given([...owed, 'FeePaid'])
      .when('returnResult', input)
      .succeeds();
  });
  test('[D112] originals that go back are marked on their papers', () => {
    const returnedOriginals = [{ paper: 1, originals: 1 }];
    const { state } = given('RESULT_READY')
      .when('returnResult', { ...input, returnedOriginals })
      .gives(['ResultReturned', { channel: 'DESK', ...input, returnedOriginals }]);
    expect(state.returnedOriginals).toEqual([{ paper: 1, originals: 1, at: at('23/11/2026 10:00'), by: 'lan' }]);
  });
  test('[D50] not before it is finished', () => {
    given('IN_PROCESS').when('returnResult', input).refusesWith('dossier/status');
  });
});
